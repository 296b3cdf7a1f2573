/** Tags of a part of a .docx, whatever prefixes its program writes. */
import { attribute, type Cursor } from '../../files/xml.ts';

/** Without its prefix. */
export const nameOf = ({ text, nameFrom, nameTo }: Cursor): string => text.slice(nameFrom, nameTo);

/** Of the tag's own namespace; '' where it has none. */
export function attributeOf(cursor: Cursor, name: string): string {
  const prefix = cursor.text.slice(cursor.from + 1, cursor.nameFrom);
  return attribute(cursor, prefix + name) ?? attribute(cursor, `w:${name}`) ?? attribute(cursor, name) ?? '';
}
