/** Notes: their texts are one part of the file, their boxes another, in the drawing language of old (VML). */
import { cellAddress, parseRange } from '../../../shared/model/addresses.ts';
import { shiftArea } from '../areas.ts';
import type { Note, Sheet } from '../workbook.ts';
import type { SheetOrigin } from './origins.ts';
import { addPart, freePath, relatedPart, relationshipsOf, setDefaultType, writePart } from './package.ts';
import type { Parts } from './parts.ts';
import { readText, textElement } from './strings.ts';
import { same } from './styles.ts';
import { child, children, type Element, element, parseXml, textOf } from './xml.ts';

export function readNotes(parts: Parts, path: string): Note[] {
  const comments = relatedPart(parts, path, 'comments');
  if (!comments) return [];
  const root = parseXml(parts.get(comments));
  const authors = children(child(root, 'authors'), 'author').map(textOf);
  return children(child(root, 'commentList'), 'comment').flatMap((comment) => {
    const place = parseRange(comment.attributes.ref ?? '');
    if (!place) return [];
    const text = child(comment, 'text');
    const runs = children(text, 'r').length > 0 ? { rest: text } : {};
    const author = authors[Number(comment.attributes.authorId ?? 0)] ?? '';
    return [{ row: place.top, column: place.left, author, text: readText(text), ...runs }];
  });
}

/** Leaves both parts alone when nothing changed. Returns the id of the boxes' part, when the sheet must name a new one. */
export function writeNotes(parts: Parts, path: string, sheet: Sheet, origin: SheetOrigin | undefined): string | null {
  const notes = sheet.notes();
  if (same(notes, readNotes(parts, path))) return null;
  const known = relatedPart(parts, path, 'comments');
  const authors = [...new Set(notes.map((note) => note.author))];
  const texts = element('comments', { xmlns: MAIN }, [
    element(
      'authors',
      {},
      authors.map((author) => element('author', {}, [author])),
    ),
    element(
      'commentList',
      {},
      notes.map((note) =>
        element('comment', { ref: cellAddress(note.row, note.column), authorId: authors.indexOf(note.author) }, [
          textOfNote(note),
        ]),
      ),
    ),
  ]);
  if (known) writePart(parts, known, texts);
  else addPart(parts, path, freePath(parts, path, 'xl/comments#.xml'), 'comments', COMMENTS_TYPE, texts);
  const drawing = relationshipsOf(parts, path).find((each) => each.type === 'vmlDrawing' && parts.has(each.target));
  const target = drawing?.target ?? freePath(parts, path, 'xl/drawings/vmlDrawing#.vml');
  const boxes = writeBoxes(new TextDecoder().decode(parts.get(target)), notes, origin);
  let id: string | null = null;
  if (!drawing) {
    setDefaultType(parts, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
    id = addPart(parts, path, target, 'vmlDrawing', null, element('xml'));
  }
  parts.set(target, new TextEncoder().encode(boxes));
  return id;
}

function textOfNote(note: Note): Element {
  const kept = note.rest as Element | undefined;
  return kept && readText(kept) === note.text ? kept : element('text', {}, [textElement(note.text)]);
}

/** Boxes follow their cells; a new note gets a box like Excel's own. The language need not be well-formed XML. */
function writeBoxes(before: string, notes: readonly Note[], origin: SheetOrigin | undefined): string {
  const kept = new Set<string>();
  const moved = before.replace(/<v:shape\b(?:(?!<\/v:shape>)[\s\S])*ObjectType="Note"[\s\S]*?<\/v:shape>/g, (box) => {
    const [row, column] = ['Row', 'Column'].map((name) =>
      Number(new RegExp(`<x:${name}>(\\d+)<`).exec(box)?.[1] ?? -1),
    );
    const place = { top: row!, bottom: row!, left: column!, right: column! };
    const now = (origin?.shifts ?? []).reduce<typeof place | null>((at, shift) => at && shiftArea(at, shift), place);
    if (!now || !notes.some((note) => note.row === now.top && note.column === now.left)) return '';
    kept.add(`${now.top},${now.left}`);
    return box
      .replace(/(<x:Row>)\d+/, `$1${now.top}`)
      .replace(/(<x:Column>)\d+/, `$1${now.left}`)
      .replace(/(<x:Anchor>)([^<]*)/, (_, tag: string, anchor: string) => {
        const numbers = anchor.split(',').map(Number);
        for (const at of [0, 4]) numbers[at]! += now.left - place.left;
        for (const at of [2, 6]) numbers[at]! += now.top - place.top;
        return tag + numbers.join(', ');
      });
  });
  const added = notes.filter((note) => !kept.has(`${note.row},${note.column}`)).map(newBox);
  const page = before === '' ? EMPTY_PAGE : moved;
  return page.replace(/<\/xml>\s*$/, `${added.join('')}</xml>`);
}

function newBox({ row, column }: Note, at: number): string {
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${2001 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const EMPTY_PAGE =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
  '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';
