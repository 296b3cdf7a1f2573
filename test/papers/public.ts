/** What a version to be made public must not tell: of how many people, where they are one to four, in whatever form. */
import type { IndicatorDef, Policy } from '../../shared/model.ts';
import {
  aimText,
  judgedIn,
  type Pool,
  points as pointsOf,
  poolOf,
  reaches,
  shareText,
  shortBy,
  type Truth,
  tallyOf,
} from './facts.ts';
import { isTable, type Paper, type WordParagraph } from './word.ts';
import { type Doubts, type Groups, is, only } from './words.ts';

export const isFew = (count: number): boolean => count >= 1 && count <= 4;

/** Counts people, or is short of people; or counts what stands for one each, as a post does. */
export function isOfPeople(def: IndicatorDef, { indicators }: Policy): boolean {
  const counted = countedBy(def);
  return (
    isInPeople(def) || (counted !== null && indicators.some((one) => isInPeople(one) && countedBy(one) === counted))
  );
}

function isInPeople({ target, spoken }: IndicatorDef): boolean {
  const units = [target.unit, target.gapUnit, spoken?.kind === 'share' ? spoken.unit : undefined];
  return units.some((unit) => unit?.startsWith('人'));
}

function countedBy({ measure }: IndicatorDef): string | null {
  if (measure.kind === 'density') return measure.count.identity;
  return measure.kind === 'count' || measure.kind === 'share' ? measure.identity : null;
}

export const isHidden = (def: IndicatorDef, { isPublic, policy }: Truth): boolean =>
  isPublic && isOfPeople(def, policy);

/** Of all units together: as much of it may be left out as is needed, what is said is so, and nothing tells of a few. */
export function hiddenDoubts(sentence: string, truth: Truth): readonly [IndicatorDef, Doubts] | null {
  if (!truth.isPublic) return null;
  for (const def of truth.policy.indicators) {
    const pool = isOfPeople(def, truth.policy) ? poolOf(def, truth) : null;
    const groups = pool && shapeOf(def).exec(sentence)?.groups;
    if (groups) return [def, saidDoubts(groups, def, pool, truth)];
  }
  return null;
}

function shapeOf({ name, spoken }: IndicatorDef): RegExp {
  const distance =
    '(?:，(?<verb>距|达到|超出|没有超出|没有达到)(?<aim>[\\d.]+[^目]*?)目标(?<rest>[^（）]*))?(?:（(?<note>[^（）]+)）)?$';
  if (spoken?.kind !== 'share') return new RegExp(`^${exactly(name)}合计(?:的人数不列|(?<figure>.+?))${distance}`);
  const count = (of: string) => `(?:(?<${of}>\\d+${exactly(spoken.unit)}|不足5\\D*?)|的人数不列)`;
  return new RegExp(
    `^${exactly(spoken.whole)}${count('whole')}(?:，其中${exactly(spoken.part)}${count('part')})?(?:，${exactly(spoken.rate ?? name)}(?<rate>[\\d.]+%))?${distance}`,
  );
}

const exactly = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function saidDoubts(groups: Groups, def: IndicatorDef, pool: Pool, truth: Truth): Doubts {
  const { part, whole } = pool;
  const { target, spoken } = def;
  const { figure, rate, verb, aim, rest = '', note } = groups;
  const isReached = reaches(part, whole, target);
  const isCeiling = target.op.startsWith('<');
  const short = target.due > truth.rollup.asOf ? '尚差' : '差';
  const points = target.unit === '%' ? `${pointsOf(part, whole, target)}个百分点` : '';
  const amount = `${shortBy(pool, target)}${target.gapUnit ?? target.unit}`;
  const distances = [points, amount, `${points}、${amount}`].map((one) => (isCeiling ? one : short + one));
  const isFar = verb === '距' || verb === '超出';
  const isRated = rate !== undefined || figure !== undefined || rest !== '';
  const unit = spoken?.kind === 'share' ? spoken.unit : '';
  const count = (said: string | undefined, wanted: number) =>
    said?.startsWith('不足') ? only(isFew(wanted), '不是不足5') : is(said, `${wanted}${unit}`, '数');
  return [
    ...count(groups.whole, whole),
    ...count(groups.part, part),
    ...is(rate, shareText(part, whole, target), '率'),
    ...is(figure, `${shareText(part, whole, target)}（${part}/${whole}）`, '合计'),
    ...is(aim, aimText(target), '目标'),
    ...only(verb === undefined || isReached === (isCeiling ? verb === '没有超出' : verb === '达到'), '方向不对'),
    ...only(rest === '' ? verb !== '距' : isFar && distances.includes(rest), '差距不对'),
    ...is(note ?? '', notesOf(def, pool, truth), '说明'),
    ...only(!/^[1-4]\D*$/.test(groups.whole ?? '') && !/^[1-4]\D*$/.test(groups.part ?? ''), '说了是几人'),
    ...only(!isRated || ![part, whole, whole - part].some(isFew), '有率或者差距，推得出是几人'),
    ...only(!isPinned(groups, def, pool), '推得出是几人'),
  ];
}

/** Of which units the sum is not. */
export function notesOf({ id }: IndicatorDef, { open }: Pool, truth: Truth): string {
  const { to_verify, missing } = tallyOf(id, truth);
  const left = [...(to_verify > 0 ? ['待核实'] : []), ...(missing > 0 ? ['缺数据'] : [])].join('、');
  return [
    ...(left === '' ? [] : [`${left}的单位未计入`]),
    ...(open > 0 ? [`计入的单位中有${open}个的数尚未核定，按下限计`] : []),
  ].join('；');
}

/** Whoever knows the whole, what is said of the part, and on which side of the target it stands, may have only one left. */
function isPinned(groups: Groups, { target }: IndicatorDef, { part, whole }: Pool): boolean {
  if (groups.whole === undefined || isFew(whole)) return false;
  const isReached = reaches(part, whole, target);
  const left = Array.from({ length: whole + 1 }, (_, count) => count).filter(
    (count) =>
      (groups.verb === undefined || reaches(count, whole, target) === isReached) &&
      (groups.part?.startsWith('不足') ? isFew(count) : groups.part === undefined || count === part),
  );
  return left.every((count) => isFew(count) || isFew(whole - count)) && new Set(left).size === 1;
}

/** Of the whole paper, whatever the sentences mean. */
export function publicDoubts({ parts, charts }: Paper, truth: Truth): readonly string[] {
  if (!truth.isPublic) return [];
  // What a target is stands in the policy, and is held against it with the table.
  const texts = parts.flatMap((part) => {
    if (!isTable(part)) return [part];
    const aims = part.rows[0]?.findIndex(({ text }) => text === '目标值') ?? -1;
    return part.rows.flatMap((row) => row.filter((_, at) => at !== aims));
  });
  const own = ownWords(truth);
  return [
    ...texts.flatMap((one) => lineDoubts(one, own, truth)),
    ...charts.flatMap(({ series }) => {
      const people = judgedIn(truth).filter(
        (def) => isOfPeople(def, truth.policy) && series.some(({ name }) => name === def.name),
      );
      return people.map(({ name }) => `公开的图画了“${name}”`);
    }),
  ];
}

/** Figures of the policy's own: 5人以上的…, and what it aims at. */
function ownWords({ policy }: Truth): readonly string[] {
  const { title, note, contradictions } = policy.document;
  const aims = policy.indicators.flatMap(({ name, target }) => {
    const aim = aimText(target);
    return [`${name}（目标${boundWords[target.op]}${aim}）`, `距${aim}目标`, `达到${aim}目标`, `超出${aim}目标`];
  });
  return [title, note, ...contradictions, '人数不足五人的', ...aims];
}

const boundWords = { '>=': '不少于', '>': '超过', '<=': '不超过', '<': '少于', '=': '为' } as const;

function lineDoubts({ text }: WordParagraph, own: readonly string[], { filed }: Truth): readonly string[] {
  const bare = own.reduce((rest, words) => rest.replaceAll(words, ''), text);
  const unquoted = bare.replace(/“[^”]*”/g, '“”');
  const few = /(?:^|[^\d.～])([1-4]|[一二两三四])(?:人|名)(?!员|单|册|次|称|县|民|才|评)/.exec(unquoted);
  const cell = /![A-Z]{1,3}\d|\.xlsx?\b/.exec(bare);
  const said = filed.flatMap(({ evaluation }) => evaluation.findings.filter(({ message }) => bare.includes(message)));
  return [
    ...(few ? [`公开的说了“${few[0]}”：${text}`] : []),
    ...(cell ? [`公开的有文件、单元格：${text}`] : []),
    ...(said.length > 0 ? [`公开的有逐条问题：${text}`] : []),
  ];
}
