/** 问题: what was found across workbooks first, then each unit's open indicators and findings. */
import { severityWords } from '../../model/words.ts';
import type { CellStyle, FilePlace, PaperSheet, PlanCell, RollupFinding } from '../../model.ts';
import { together } from '../alike.ts';
import { type Line, linesOf } from '../lines.ts';
import { textOf } from '../parts.ts';
import { listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { emptyText, type Told, unseenText } from './told.ts';

export function problemSheet(told: Told): PaperSheet {
  const { rollup } = told;
  const nameOf = fileNames(told);
  return listSheet<Problem>({
    name: '问题',
    title: titleOf(told, '各单位问题'),
    head: ['跨册问题在前，各单位的指标差距和数据问题在后；缺的数据见“未报送与缺数据”。', ...unseenText(told)],
    columns: [
      { heading: '序号', width: 6, cell: (_, at) => plain(at + 1, 'number') },
      { heading: '单位', width: 20, cell: ({ unit }) => plain(unit) },
      { heading: '类别', width: 10, cell: ({ category }) => category },
      { heading: '工作表', width: 12, cell: ({ sheet }) => plain(sheet) },
      { heading: '单元格', width: 9, cell: ({ address }) => plain(address) },
      { heading: '问题', width: 50, cell: ({ problem }) => plain(problem) },
      { heading: '处理建议和依据', width: 40, cell: ({ advice }) => plain(advice) },
    ],
    rows: [...rollup.findings.map((finding) => acrossProblem(finding, nameOf)), ...ownProblems(told)],
    empty: emptyText(told, '没有发现问题。'),
    // Several rules lack the same.
    foot: [...new Set(rollup.notChecked.map(({ reason }) => `跨册没有核对的：${reason}`))],
    as: 'list',
  });
}

interface Problem {
  readonly unit: string;
  readonly category: PlanCell;
  readonly sheet: string;
  readonly address: string;
  readonly problem: string;
  readonly advice: string;
}

/** Both workbooks are told, for neither is known to be the one that is wrong. */
function acrossProblem({ severity, message, fix, places }: RollupFinding, name: (place: FilePlace) => string): Problem {
  const each = places.map((place) => `${name(place)}“${place.sheet}”${place.address}`);
  const [first] = places;
  return {
    unit: [...new Set(places.map(name))].join('、'),
    category: plain(`跨册${severityWords[severity]}`, severity),
    sheet: first?.sheet ?? '—',
    address: first?.address ?? '—',
    problem: places.length > 0 ? `${message}涉及：${each.join('；')}。` : message,
    advice: fix,
  };
}

/** A unit's name, else the file's. */
function fileNames({ rollup, nameOf }: Told): (place: FilePlace) => string {
  const names = new Map(rollup.units.map((unit) => [unit.file, unit.key === '' ? unit.file : nameOf(unit)]));
  return ({ file }) => names.get(file) ?? file;
}

function ownProblems({ counting, nameOf }: Told): readonly Problem[] {
  return counting.flatMap(({ unit, evaluation }) => {
    if (!evaluation) return [];
    const open = linesOf(evaluation).filter(({ state }) => state !== 'missing');
    return together(open, new Map()).map((line) => ownProblem(line, nameOf(unit)));
  });
}

function ownProblem({ category, state, places, problem, advice, clause }: Line, unit: string): Problem {
  const [first] = places;
  return {
    unit,
    category: plain(category, stateStyles[state] ?? 'text'),
    sheet: first?.sheet ?? '—',
    address: first ? `${first.address}${places.length > 1 ? '…' : ''}` : '—',
    problem: textOf(problem),
    advice: `${textOf(advice)}${clause.length > 0 ? `依据：${textOf(clause)}` : ''}`,
  };
}

const stateStyles: Partial<Readonly<Record<Line['state'], CellStyle>>> = {
  unmet: 'gap',
  behind: 'gap',
  to_verify: 'gap',
  error: 'error',
  warning: 'warning',
  note: 'note',
};
