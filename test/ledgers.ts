import type { Cell, WorkbookSnapshot } from '../shared/model.ts';

const places = ['社区广场', '党群服务中心', '文化活动室', '居家养老服务站', '社区图书室', '小区东门'];
const themes = ['健康义诊', '反诈宣传', '课后辅导', '环境清理', '节日慰问', '助老理发', '法律咨询', '书法教学'];
const hosts = ['社区居委会', '蓝天志愿服务队', '银龄互助会', '社工站'];

/** A ledger of voluntary activities of so many rows and 8 columns, as a year of a very busy community would give. */
export function ledger(rows: number): WorkbookSnapshot {
  const lines: Cell[][] = [
    ['志愿服务活动台账', null, null, null, null, null, null, null],
    ['序号', '日期', '活动名称', '地点', '主办单位', '参与志愿者人数', '其中注册志愿者人数', '服务人次'],
  ];
  for (let row = 0; row < rows; row++) {
    const volunteers = 3 + (row % 17);
    lines.push([
      row + 1,
      // 2020-06-01 to 2021-05-31 as Excel counts days.
      43_983 + Math.floor((row * 365) / rows),
      `${themes[row % themes.length]}第${row + 1}场`,
      places[row % places.length]!,
      hosts[row % hosts.length]!,
      volunteers,
      volunteers - (row % 3),
      volunteers * 4,
    ]);
  }
  const numberFormat = lines.map((line, row) =>
    line.map((_, column) => (column === 1 && row > 1 ? 'yyyy/m/d' : 'General')),
  );
  const name = '志愿服务活动台账';
  const address = `A1:H${rows + 2}`;
  const sheet = { name, visibility: 'Visible', address, values: lines, numberFormat, merges: ['A1:H1'] } as const;
  return { schema: 'workbook-snapshot/1', sheets: [sheet] };
}

/** Ledgers of twenty rows, so many sheets of them, in which most cells are doubtful: 32 findings a sheet. */
export function faultyLedgers(count: number): WorkbookSnapshot {
  const [sheet] = ledger(20).sheets;
  const sheets = Array.from({ length: count }, (_, at) => ({
    ...sheet!,
    name: `活动台账${at + 1}`,
    values: sheet!.values.map((line, row) => (row < 2 ? line : faulty(line, row, at))),
  }));
  return { schema: 'workbook-snapshot/1', sheets };
}

function faulty(line: readonly Cell[], row: number, sheet: number): readonly Cell[] {
  const [number, , theme, place, host, volunteers] = line;
  return [
    number!,
    `${((row * 3) % 28) + 1}日`,
    `${theme}${sheet}`,
    place!,
    host!,
    row % 3 === 0 ? volunteers! : `约${volunteers}人`,
    row % 2 === 0 ? '十几人' : 3,
    row % 2 === 0 ? `大约${row}` : '若干',
  ];
}
