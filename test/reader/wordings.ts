/** What the reader knows of how the sheets are worded, all of it: a sentence that is put another way may need a word here. */
import type { Mode, Severity, Suggestion, UrbanRural } from '../../shared/model.ts';
import type { Standing } from './standings.ts';

/** What a figure is, by the words right before it. */
export const targetCues = /(?:目标|距|[≥≤＞＜=＝]|应\p{Script=Han}{1,3}|不少于|不低于|不超过|至少要)(?:为|是|：)?$/u;
/** Before a target: it is said to be reached. */
export const reachedCues = /(?<![应未须])达到$/;
export const gapCues = /(?:差距|差|超出|超过|缺|补足|逾期|超|多出?)(?:为|约)?(?:至少|至多|最多|最少)?(?:为|约)?$/;
/** What is too much; the other words of a gap say that something is missing. */
export const excessCues = /(?:超出|超过|超|多出?)(?:为|约)?(?:至少|至多|最多|最少)?(?:为|约)?$/;
export const lateCues = /逾期$/;
/** A bound of what is not certain. */
export const mostCues = /(?:最多|至多)(?:还|尚)?(?:差|缺|超出)?$/;
export const leastCues = /(?:最少|至少)(?:还|尚)?(?:差|缺|超出)?$/;

export const asOfCues = /截[止至]/;
export const checkedCues = /(?:检查|核对)(?:日期|于)?[：:]?$/;
export const dueCues = /(?:应于|须于|在)$/;
export const dueEnds = /^(?:（含）)?[之以]?前/;

export const modes: Readonly<Record<Mode, string>> = { midterm: '中期', final: '终期' };
export const kinds: Readonly<Record<UrbanRural, string>> = {
  urban: '城市社区',
  rural: '农村社区',
  unknown: '城乡未定',
};

/** In the column of verdicts. */
export const verdicts: Readonly<Record<Standing, string>> = {
  met: '达标',
  unmet: '未达标',
  on_track: '进行中（正常）',
  behind: '进行中（滞后）',
  to_verify: '待核实',
  missing: '缺数据',
  later: '未到期',
  never: '参考',
  not_applicable: '不适用',
  reference: '参考',
};

/** In a sentence of ours; what stands in a supposition (`若…则达标`) is none. */
export const verdictWords: readonly (readonly [word: string, standings: readonly Standing[]])[] = [
  ['未达标', ['unmet']],
  ['不达标', ['unmet']],
  ['达标', ['met']],
  ['进行中（正常）', ['on_track']],
  ['进行中（滞后）', ['behind']],
  ['进度正常', ['on_track']],
  ['进度滞后', ['behind']],
  ['正在推进', ['on_track', 'behind']],
  ['待核实', ['to_verify']],
  ['缺数据', ['missing']],
  ['没有数据', ['later', 'never']],
  ['未到期', ['later', 'on_track', 'behind']],
  ['不适用', ['not_applicable']],
  ['只作参考', ['never', 'reference']],
  ['参考', ['reference', 'never']],
  ['逾期', ['unmet']],
  ['尚未', ['unmet', 'on_track', 'behind']],
];
/** Before a count: `达标8项`. */
export const tallyWords: readonly (readonly [word: string, standings: readonly Standing[]])[] = [
  ...Object.entries(verdicts).flatMap(([standing, word]) =>
    standing === 'later' || standing === 'never' ? [] : [[word, [standing as Standing]] as const],
  ),
  ['未到期、没有数据', ['later']],
  ['只作参考、没有数据', ['never']],
];
const NAMED = '格：(?<named>.+?)(?<more>等)?。$';
/** At the end of a line of 差距清单, the first that fits: cells that leave a figure open, findings that share it, cells that it is about. */
export const cellTails = {
  doubtful: /存疑(?<count>\d+)格：(?<named>.+?)(?<more>等)?。$/,
  like: new RegExp(`同类共(?<items>\\d+)项，(?<count>\\d+)${NAMED}`),
  cells: new RegExp(`(?<count>\\d+)${NAMED}`),
};
/** So many related cells of a finding are named with its own. */
export const aboutRelated = 4;
/** What stands in the cell of a finding. */
export const shownWords = '现值：';

export const suppositions = /若|如果|即达标|则达标|则不达标|方达标|方可|才可能|也可能|可能已|都属实|是否/;

/** Behind a count: `3处未能读取`. */
export const leftWords: readonly (readonly [words: RegExp, left: 'unread' | 'asked' | 'missing'])[] = [
  [/^未能读取/, 'unread'],
  [/^看不懂/, 'asked'],
  [/^指标缺数据/, 'missing'],
];
/** A list that names only the first of those that it counts. */
export const cutShort = /等。?$/;

/** How many of what: `达标8项`, `强制6项`. */
export const tallyUnits = /^[项条处个张]/;
export const judgedWords = /(?:判定)?指标(?:共|有)?$/;
export const likeWords = /同类问题(?:共|有)?$/;
export const explainedWords = /已说明$/;
export const findingWords = /(?:数据)?问题(?:共|有)?$/;
export const severityWords: readonly (readonly [word: string, severity: Severity])[] = [
  ['强制', 'error'],
  ['核实', 'warning'],
  ['提示', 'note'],
];

/** What is proposed, in the order in which it is looked for. */
export const suggestions: readonly (readonly [words: RegExp, suggestion: Suggestion])[] = [
  [/暂不(?:能)?建议/, 'undecided'],
  [/整改后(?:再)?授予/, 'award_after_rectification'],
  [/不建议授予/, 'no_award'],
  [/建议授予/, 'award'],
];
export const grades = /等级(?:为|：|是)“?(优秀|良好|合格|不合格)/;
/** What stands before the vetoes that people have to look at, and before those that apply. */
export const vetoCues: readonly (readonly [words: RegExp, state: 'to_verify' | 'applies'])[] = [
  [/须由人核查|由人核查|待人核查/, 'to_verify'],
  [/有否决项/, 'applies'],
];

/** What a cell holds, by the heading of its column; a column that is not named here holds sentences. */
export type Role =
  | 'ordinal'
  | 'id'
  | 'name'
  | 'item'
  | 'entity'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'target'
  | 'gap'
  | 'verdict'
  | 'bar'
  | 'kind'
  | 'place'
  | 'points'
  | 'upper'
  | 'max'
  | 'sentence'
  | 'ignored';
export const headings: Readonly<Record<string, Role>> = {
  序号: 'ordinal',
  编号: 'id',
  指标: 'name',
  项目: 'item',
  范围: 'entity',
  分子: 'numerator',
  分母: 'denominator',
  现值: 'value',
  目标: 'target',
  差距: 'gap',
  判定: 'verdict',
  现值与目标之比: 'bar',
  得分与满分之比: 'bar',
  类别: 'kind',
  工作表: 'place',
  单元格: 'place',
  问题: 'sentence',
  处理建议和依据: 'sentence',
  依据: 'sentence',
  得分: 'points',
  最多: 'upper',
  核实后最多: 'upper',
  满分: 'max',
  // What people write, and what nobody sees.
  说明: 'sentence',
  核实说明: 'ignored',
  审核意见: 'ignored',
  键: 'ignored',
};
/** In the column of the kind of a line: it is one of an indicator. */
export const gapKind = '指标差距';

/** Of the score, by the words right before the figure. */
export const scoreCues: readonly (readonly [cue: RegExp, of: 'total' | 'upper' | 'max' | 'full' | 'rest'])[] = [
  [/全表满分$/, 'full'],
  [/其中$/, 'rest'],
  [/满分$/, 'max'],
  [/最多$/, 'upper'],
  [/得$/, 'total'],
];

/** Words of ours with a digit that is no figure: blanks are not taken for naught, and numbers of paragraphs. */
export const harmless: readonly RegExp[] = [
  /不作 ?0 ?分/g,
  /不作 ?0 ?计/g,
  /填 ?0(?!\d)/g,
  /^\d{1,2}(?:．|[.、](?!\d))/g,
  /第 *[n\d]* *页/g,
];
