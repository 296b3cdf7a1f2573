/** Spellings written in one: 取得[证书](日期|时间). `(a|b)` is one of them, `[a|b]` one of them or nothing; never nested. */
const CHOICE = /\(([^()[\]]*)\)|\[([^()[\]]*)\]/;

/** Every spelling that a template stands for, in the order in which they are written; a plain text stands for itself. */
export function spellings(template: string): readonly string[] {
  const choice = CHOICE.exec(template);
  if (!choice) return template === '' ? [] : [template];
  const [whole, oneOf, perhaps] = choice;
  const before = template.slice(0, choice.index);
  const after = template.slice(choice.index + whole.length);
  const words = oneOf === undefined ? ['', ...perhaps!.split('|')] : oneOf.split('|');
  return words.flatMap((word) => spellings(before + word + after));
}
