/** Words that are taken over as they stand, out of the evaluation or the document: what they say was said there. */
import type { Evaluation, Finding, Indicator, PolicyAbout } from '../../shared/model.ts';
import { codeOf } from './heads.ts';
import { shownWords } from './wordings.ts';

/** Stands where words were taken over. */
export const TAKEN = '〓';

/** Inner quotation marks are those of the outer ones, so that a text is found inside a quotation too. */
export const plain = (text: string): string => text.replace(/[‘]/g, '“').replace(/[’]/g, '”');

/** `text` without the given ones, the longest first, with or without their last stop. */
export function without(text: string, known: readonly string[]): string {
  return known
    .map((one) => plain(one).replace(/[。；;\s]+$/, ''))
    .filter((one) => one.length > 3)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, one) => rest.split(one).join(TAKEN), text);
}

/** What any line may take over. */
export function everywhere(evaluation: Evaluation, policy: PolicyAbout): readonly string[] {
  const { document, name, source, words } = policy;
  const { rules, notChecked, unread, score, tables, engine, dataHash } = evaluation;
  const countOf = (one: string) => notChecked.filter(({ reason }) => reason === one).length;
  return [
    ...[`版本：${engine}`, policy.id, `${policy.version}版`, codeOf(dataHash)],
    ...[name, source, words.work, document.title, document.note, ...document.contradictions],
    ...sentencesOf(document.note),
    ...document.contradictions.flatMap(sentencesOf),
    ...rules.flatMap(({ title, relation }) => [title, relation]),
    ...notChecked.flatMap(({ reason }) => [reason, `${reason.replace(/。$/, '')}（${countOf(reason)}条）`]),
    // A name without a digit may be a word of a sentence.
    ...tablesWanted(evaluation).filter((name) => /\d/.test(name)),
    ...unread.flatMap(({ sheet, address, reason }) => [
      reason,
      `${sheet}!${address}`,
      `${sheet} ${address}`,
      `“${sheet}”（${address}）`,
      `“${sheet}”${address}`,
      `“${sheet}”`,
    ]),
    ...tables.map(({ sheet }) => `“${sheet}”`),
    ...(score ? [score.name, score.status, `${score.version}版`] : []),
    ...(score?.unscored.flatMap(({ name, max, reason }) => [reason, `${name}（${max}分）`]) ?? []),
    ...(score?.pilotSite?.vetoes.map(({ name }) => name) ?? []),
  ];
}

/** Names of the tables for want of which rules were not checked. */
export function tablesWanted({ notChecked }: Evaluation): readonly string[] {
  return [...new Set(notChecked.flatMap(({ reason }) => /没有“(.+?)”的数据/.exec(reason)?.[1] ?? []))];
}

/** What a line may take over that speaks of this indicator. */
export function ofIndicator({ id, reasons, advice, citation, evidence, at }: Indicator): readonly string[] {
  const { source, section, quote } = citation;
  return [
    ...reasons,
    ...(advice === undefined ? [] : [advice]),
    ...[`${source}${section}`, quote, `${source} ${section}`, section],
    ...[...evidence, ...(at ? [at] : [])].flatMap(({ sheet, address }) => [`${sheet}!${address}`]),
    id,
  ];
}

export function ofFinding({ message, fix, at, value, shown }: Finding): readonly string[] {
  return [
    message,
    fix,
    `${at.sheet}!${at.address}`,
    ...[value, shown].flatMap((one) => (one === null ? [] : [`“${one}”`, `${shownWords}${one}`])),
  ];
}

/** Findings that a line of the summary tells: by their words, in their place. */
export function toldIn(text: string, { findings }: Evaluation): readonly Finding[] {
  return findings.filter(
    ({ at, message }) =>
      text.includes(at.sheet) && text.includes(at.address) && text.includes(plain(message).replace(/。$/, '')),
  );
}

export const ofTold = ({ at, message }: Finding): readonly string[] => [message, `（${at.address}）`];

/** What is told of the title that is proposed: of the street or community that the line names, else what is told of all. */
export function ofSuggestions(text: string, { score }: Evaluation): readonly string[] {
  const all = score?.pilotSite?.suggestions ?? [];
  const named = all.filter(({ entity }) => entity !== null && text.includes(entity));
  if (named.length > 0) return named.flatMap(({ reasons }) => reasons);
  return all.flatMap(({ reasons }) => reasons).filter((one) => all.every(({ reasons }) => reasons.includes(one)));
}

const sentencesOf = (text: string): readonly string[] => text.split(/[。；]/).filter((one) => one.length > 5);
