/** 文件: everything that was handed in, what became of it, and by what data it is known again. */
import { checkCode } from '../../model/check-codes.ts';
import { dateText } from '../../model/figures.ts';
import { modeWords, unitStateText } from '../../model/words.ts';
import type { CellStyle, PaperSheet, PlanCell, RollupUnit, UnitState } from '../../model.ts';
import { listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { MISSING, type Told } from './told.ts';

export function fileSheet(told: Told): PaperSheet {
  const number = (heading: string, of: (unit: RollupUnit) => number) => ({
    heading,
    width: 6,
    cell: (unit: RollupUnit) => (isJudged(unit) ? plain(of(unit), 'number') : plain('—')),
  });
  return listSheet<RollupUnit>({
    name: '文件',
    title: titleOf(told, '报送文件'),
    head: [
      '数据相同，校验码相同；打印件上的校验码可与本表核对。前面份数是同一单位在这一份之前的版本数，不一定都退回过。',
    ],
    columns: [
      { heading: '单位', width: 17, cell: (unit) => plain(unit.state === 'register' ? '—' : told.nameOf(unit)) },
      { heading: '文件', width: 26, cell: ({ file }) => plain(file ?? MISSING) },
      {
        heading: '评估',
        width: 6,
        cell: ({ time, state }) => plain(time && state !== 'register' ? modeWords[time] : '—'),
      },
      { heading: '状态', width: 12, cell: (unit) => plain(unitStateText(unit), stateStyles[unit.state]) },
      { heading: '说明', width: 24, cell: (unit) => plain(noteOf(unit, told)) },
      { heading: '收文', width: 12, cell: (unit) => plain(receivedText(unit)) },
      { heading: '逾期', width: 6, cell: lateCell },
      number('前面份数', ({ returned }) => returned),
      number('强制问题', ({ findings }) => findings.error),
      number('核实问题', ({ findings }) => findings.warning),
      number('其中已说明', ({ explained }) => explained),
      number('提示', ({ findings }) => findings.note),
      { heading: '校验码', width: 10, cell: (unit) => plain(isJudged(unit) ? checkCode(unit.dataHash) : '—') },
    ],
    rows: told.rollup.units,
    empty: '没有文件。',
    foot: [],
    as: 'list',
  });
}

/** A register has nothing to be checked, and no print. */
function isJudged(unit: RollupUnit): unit is RollupUnit & { readonly dataHash: string } {
  return unit.dataHash !== null && unit.state !== 'register';
}

const stateStyles: Readonly<Record<UnitState, CellStyle>> = {
  reported: 'met',
  superseded: 'text',
  duplicate: 'text',
  other_time: 'text',
  register: 'text',
  ledger: 'text',
  unreadable: 'error',
  missing: 'warning',
};

export function noteOf(unit: RollupUnit, told: Told): string {
  const texts = [becauseText(unit), ...changedText(unit, told), ...questionsOf(unit, told)].filter(
    (text) => text !== '',
  );
  // Some are whole sentences.
  return texts.join('；').replaceAll('。；', '。') || '—';
}

function becauseText({ state, because }: RollupUnit): string {
  if (because === null) return '';
  return state === 'superseded' || state === 'duplicate' ? `计入的是：${because}` : because;
}

function changedText({ changed, state }: RollupUnit, { defs }: Told): readonly string[] {
  if (state !== 'reported' || changed.length === 0) return [];
  const names = changed.map((id) => defs.get(id)?.name ?? id);
  return [`与上一版不同的指标：${names.join('、')}`];
}

/** What only a person can say, and nobody has. */
function questionsOf({ file, key }: RollupUnit, { rollup }: Told): readonly string[] {
  const { unexpected } = rollup.reporting;
  return [
    ...rollup.questions.flatMap((question) => {
      if (question.ask === 'version')
        return question.files.includes(file ?? '') ? ['同一单位有几份，以哪一份为准待定'] : [];
      if (question.file !== file) return [];
      return question.ask === 'unit' ? ['属于哪个单位待定'] : [`是中期还是终期待定，暂按${modeWords[question.taken]}`];
    }),
    ...(file !== null && unexpected.includes(key) ? ['不在应报名册内'] : []),
  ];
}

function receivedText({ received, file }: RollupUnit): string {
  if (file === null) return MISSING;
  if (!received) return '没有登记';
  const { first, last } = received;
  return first === last ? dateText(first) : `${dateText(first)}，末次${dateText(last)}`;
}

function lateCell({ late, file }: RollupUnit): PlanCell {
  if (file === null) return plain('—');
  return late === null ? plain('—') : late ? plain('逾期', 'warning') : plain('按期');
}
