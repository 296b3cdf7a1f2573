/** Every number of a report can be traced: it stands in a bookmark of ours, or in words that are the same in every report. */
import type { Truth } from './facts.ts';
import { isTable, type Paper, type WordParagraph } from './word.ts';

/** Runs of digits that nothing stands behind, with the words around. */
export function untraced(paper: Paper, truth: Truth): readonly string[] {
  const paragraphs = paper.parts.flatMap((part) => (isTable(part) ? part.rows.flat() : [part]));
  const phrases = phrasesOf(truth);
  return paragraphs.flatMap((one) => untracedIn(one, phrases));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function untracedIn({ style, text, marks }: WordParagraph, phrases: readonly string[]): readonly string[] {
  const numbers = [...text.matchAll(/\d+/g)].map(({ 0: run, index }) => ({ from: index, to: index + run.length }));
  const within = (known: readonly Stretch[]) => (one: Stretch) =>
    known.some(({ from, to }) => from <= one.from && one.to <= to);
  const unmarked = numbers.filter((one) => !within(marks.filter(({ name }) => name.startsWith('ssld_')))(one));
  if (unmarked.length === 0) return [];
  const list = style.startsWith('SsldAttachment') ? /^(?:附件\d+$|(?:附件：)?\d+\.)/.exec(text)?.[0].length : undefined;
  const fixed = [
    ...(list === undefined ? [] : [{ from: 0, to: list }]),
    ...phrases.flatMap((phrase) => placesOf(phrase, text)),
  ];
  return unmarked
    .filter((one) => !within(fixed)(one))
    .map(
      ({ from, to }) =>
        `${text.slice(Math.max(from - 12, 0), from)}【${text.slice(from, to)}】${text.slice(to, to + 8)}`,
    );
}

function placesOf(phrase: string, text: string): readonly Stretch[] {
  const places: Stretch[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    places.push({ from: at, to: at + phrase.length });
  return places;
}

/** Words with digits that are the same whatever was handed in: the policy's. */
function phrasesOf({ policy }: Truth): readonly string[] {
  const { title, note, contradictions } = policy.document;
  const all = [
    title,
    note,
    policy.source,
    ...contradictions.map((text, at) => `${at + 1}．${text}`),
    ...(policy.scoreTable ? [`${policy.scoreTable.version}版`] : []),
    ...policy.indicators.flatMap(({ name, citation }) => [
      name,
      `${citation.source}${citation.section}`,
      `（${citation.section}）`,
    ]),
    '确实没有的填0，空白和“/”不作0计',
  ];
  return [...new Set(all)].filter((one) => /\d/.test(one));
}
