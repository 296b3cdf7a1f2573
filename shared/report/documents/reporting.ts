/** Who handed in, who did not, and what that means for the figures. */
import { modeWords } from '../../model/words.ts';
import type { Policy } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { unexpectedIn, wrongIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { leftOutText } from './left-out.ts';
import { AT_MOST, unitNames } from './names.ts';
import { orBlank, tell } from './tokens.ts';

/** 截至2020年11月30日，全市应报试点单位10个，实报9个，报送率90.00%。未报送：潘集区（不参与各率计算）。 */
export function reportingText(data: DocumentData): DocumentText {
  const { reporting, day } = tell(data);
  const { rate, late } = data.rollup.reporting;
  // Of those that count, expected or not: they may be more than those expected.
  const lateText =
    late === null
      ? []
      : says<DocumentBinding>`计入的${reporting('counted')}个单位中，逾期报送的${reporting('late')}个。`;
  const units = isPilot(data.policy) ? '试点单位' : '单位';
  const head =
    rate === null
      ? says<DocumentBinding>`截至${day('asOf')}，收到${units}报送的工作簿，计入${reporting('reported')}个单位`
      : says<DocumentBinding>`截至${day('asOf')}，应报${units}${reporting('expected')}个，实报${reporting('reported')}个，报送率${reporting('rate')}`;
  const nobody = data.rollup.reporting.unclear.length > 0 ? '没有可以计入的单位' : '没有单位报送';
  const none = data.counting.length === 0 ? `${nobody}，各项指标都没有数据。` : '';
  return says<DocumentBinding>`${head}。${lateText}${missingText(data)}${unclearText(data)}${none}`;
}

/** What is no pilot is not called one. */
export const isPilot = ({ words }: Policy): boolean => words.work.includes('试点');

/** 未报送：…; empty where all did. */
export function missingText(data: DocumentData): DocumentText {
  const { missing } = data;
  if (missing.length === 0) return [];
  return says<DocumentBinding>`未报送：${unitNames(missing, tell(data).reporting('missing'), data)}（不参与各率计算）。`;
}

/** A file may be theirs: they are not told to lack one. */
function unclearText(data: DocumentData): DocumentText {
  const { unclear } = data.rollup.reporting;
  if (unclear.length === 0) return [];
  const names = listed<DocumentBinding>(
    unclear.slice(0, AT_MOST).map((name) => quote(name)),
    '、',
  );
  return says<DocumentBinding>`另有${tell(data).reporting('unclear')}个单位有没有报送待核实，收到的文件分不清是不是它们的：${names}${unclear.length > AT_MOST ? '等' : ''}。`;
}

/** What files came, and what became of those that do not count. */
export function filesText(data: DocumentData): DocumentText {
  const { reporting } = tell(data);
  if (!data.rollup.units.some(({ file }) => file !== null)) return [];
  return says<DocumentBinding>`共收到文件${reporting('files')}份，计入本次评估${reporting('counted')}份。${leftOutText(data)}`;
}

/** Units outside the register are told, for they are in no sum of those expected. */
export function unexpectedText(data: DocumentData): DocumentText {
  const units = unexpectedIn(data);
  return units.length === 0
    ? []
    : says<DocumentBinding>`${unitNames(units, tell(data).reporting('unexpected'), data)}不在应报名册内，所报数据计入合计。`;
}

/** A workbook that is sent back counts until it comes again: that is said, for it stands in all sums. */
export function wrongText(data: DocumentData): DocumentText {
  const units = wrongIn(data);
  if (units.length === 0) return [];
  const count = tell(data).bound({ what: 'wrong' });
  return says<DocumentBinding>`计入的单位中有${count}个有强制性问题没有改正，所报数据暂计入，改正后以重新报送的为准${data.options.isPublic ? [] : says<DocumentBinding>`：${unitNames(units, count, data)}`}。`;
}

/** 根据…，受…委托，…对…进行了中期评估。现将有关情况报告如下。 */
export function openingText(data: DocumentData): DocumentText {
  const { options, policy, rollup } = data;
  const by = options.commissioner === null ? [] : says<DocumentBinding>`受${orBlank(options.commissioner)}委托，`;
  return says<DocumentBinding>`根据${documentName(data)}，${by}${orBlank(options.office)}对${quote(policy.words.work)}进行了${modeWords[rollup.mode]}评估。现将有关情况报告如下。`;
}

/** 《…》（淮府办〔2020〕8号）. */
export function documentName({ policy }: DocumentData): DocumentText {
  return [quote(policy.document.title)];
}
