/** What a version to be made public must not tell: of how many people, where they are one to four, in whatever form. */
import type { IndicatorDef } from '../../shared/model.ts';
import { judgedIn, type Pool, reaches, type Truth } from './facts.ts';
import { isTable, type Paper, type WordParagraph } from './word.ts';

export const isFew = (count: number): boolean => count >= 1 && count <= 4;

/** Counts people, or is short of people. */
export function isOfPeople({ target, spoken }: IndicatorDef): boolean {
  const units = [target.unit, target.gapUnit, spoken?.kind === 'share' ? spoken.unit : undefined];
  return units.some((unit) => unit?.startsWith('人'));
}

export const isHidden = (def: IndicatorDef, { isPublic }: Truth): boolean => isPublic && isOfPeople(def);

export const isTold = ({ part, whole }: Pool): boolean => ![part, whole, whole - part].some(isFew);

/** Quantity and rate as they may be said of all units together. */
export function hiddenWords({ name, spoken, target }: IndicatorDef, { part, whole }: Pool): string {
  if (spoken?.kind !== 'share') return `${name}合计的人数不列`;
  const few = `不足5${spoken.unit || target.gapUnit || ''}`;
  if (isFew(whole)) return spoken.whole + few;
  const all = `${spoken.whole}${whole}${spoken.unit}，其中${spoken.part}`;
  return all + (isFew(part) ? few : '的人数不列');
}

/** Whoever knows the whole, that a part of it is few, and on which side of the target it stands, may have only one left. */
export function isPinned({ target }: IndicatorDef, { part, whole }: Pool): boolean {
  if (isFew(whole)) return false;
  const isReached = reaches(part, whole, target);
  const left = Array.from({ length: whole + 1 }, (_, count) => count).filter(
    (count) => reaches(count, whole, target) === isReached && isFew(isFew(part) ? count : whole - count),
  );
  return left.length === 1;
}

/** Of the whole paper, whatever the sentences mean. */
export function publicDoubts({ parts, charts }: Paper, truth: Truth): readonly string[] {
  if (!truth.isPublic) return [];
  const texts = parts.flatMap((part) => (isTable(part) ? part.rows.flat() : [part]));
  const own = ownWords(truth);
  return [
    ...texts.flatMap((one) => lineDoubts(one, own, truth)),
    ...charts.flatMap(({ series }) => {
      const people = judgedIn(truth).filter((def) => isOfPeople(def) && series.some(({ name }) => name === def.name));
      return people.map(({ name }) => `公开的图画了“${name}”`);
    }),
  ];
}

/** Figures of the policy's own: 5人以上的…. */
function ownWords({ policy }: Truth): readonly string[] {
  const { title, note, contradictions } = policy.document;
  return [title, note, ...contradictions, '人数不足五人的'];
}

function lineDoubts({ text }: WordParagraph, own: readonly string[], { filed }: Truth): readonly string[] {
  const bare = own.reduce((rest, words) => rest.replaceAll(words, ''), text);
  const few = /(?:^|[^\d.～])([1-4]|[一二两三四])(?:人|名)(?!员|单|册|次|称|县|民|才|评)/.exec(bare);
  const cell = /![A-Z]{1,3}\d|\.xlsx?\b/.exec(bare);
  const said = filed.flatMap(({ evaluation }) => evaluation.findings.filter(({ message }) => bare.includes(message)));
  return [
    ...(few ? [`公开的说了“${few[0]}”：${text}`] : []),
    ...(cell ? [`公开的有文件、单元格：${text}`] : []),
    ...(said.length > 0 ? [`公开的有逐条问题：${text}`] : []),
  ];
}
