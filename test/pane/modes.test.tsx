// @vitest-environment jsdom
/** Which evaluation, and as of which day: kept, guessed and said, questioned, and never another one written than is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import { dateDoubt } from '../../addin/panes/dates.ts';
import { readFile } from '../../shared/files/read.ts';
import { guessedMode, spokenMode } from '../../shared/model/modes.ts';
import type { Choices, Mode, WorkbookSnapshot, WritePlan } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { basis, pretendHost, snapshot } from './hosts.ts';
import { evaluate, openPane } from './screens.tsx';

const entitled = (title: string, name = '社会组织名录'): WorkbookSnapshot => ({
  ...snapshot,
  sheets: [{ ...snapshot.sheets[0]!, name, values: [[title, null, null]] }],
});

/** A workbook that keeps choices, and what was written into it. */
function keeping({ titles = snapshot, kept = {} }: { titles?: WorkbookSnapshot; kept?: Partial<Choices> } = {}) {
  let choices: Choices = { ...basis.choices, ...kept };
  const plans: WritePlan[] = [];
  const { host } = pretendHost({
    look: async () => ({ titles, choices, written: [] }),
    read: async () => ({ ...basis, snapshot: titles, choices }),
    saveChoices: vi.fn(async (chosen: Partial<Choices>) => {
      choices = { ...choices, ...chosen };
    }),
    apply: vi.fn(async (_basis, _secret, plan) => {
      plans.push(plan(basis.explanations));
      return { sheets: plans.at(-1)!.sheets.map(({ name }) => name), skipped: [] };
    }),
  });
  return { host, plans };
}

async function open(host: ReturnType<typeof keeping>['host'], checkAtOnce = false) {
  const asked = vi.fn(evaluate);
  const pane = await openPane({ host, evaluate: asked, checkAtOnce });
  const mode = (name: string) => pane.control(name) as HTMLInputElement;
  return {
    ...pane,
    asked,
    options: () => asked.mock.lastCall![0].options,
    chosen: () => (['中期评估', '终期评估'] as const).filter((name) => mode(name).checked),
    date: () => pane.element.querySelector<HTMLInputElement>('input[type=date]')!,
    /** As when the person goes on elsewhere. */
    leave: () =>
      act(async () => {
        pane.element.querySelector('input[type=date]')!.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        await new Promise((settled) => setTimeout(settled));
      }),
  };
}

test('of the samples only the mid-term one begins with 中期, by its titles', () => {
  const folder = join(import.meta.dirname, '../fixtures/samples');
  const guesses = readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => {
      const { mode, why } = guessedMode(readFile(name, new Uint8Array(readFileSync(join(folder, name)))).snapshot, []);
      return [name.slice(0, 5), mode, why.by === 'word' && why.where];
    });
  expect(guesses).toEqual([
    ['HN-01', 'final', false],
    ['HN-02', 'midterm', '标题'],
    ['HN-03', 'final', false],
    ['HN-05', 'final', false],
  ]);
});

const ledger = (title: string) => ({
  name: '花名册.xlsx',
  sheets: [
    { name: '封面', values: [['“三社联动”试点终期评估材料', null]] },
    {
      name: '问题整改台账',
      values: [
        [title, null, null],
        ['序号', '问题', '来源'],
        [1, '台账不全', '中期评估'],
        [2, '缺合同', '中期'],
      ],
    },
  ],
});

test.each(['问题整改台账', '中期评估问题整改台账'])(
  'rows of a ledger (%s) speak of no evaluation: the workbook is of the final one',
  (title) => {
    expect(guessedMode(ledger(title), [])).toEqual({ mode: 'final', why: { by: 'word', word: '终期', where: '标题' } });
    expect(spokenMode(ledger(title))).toBe('final');
  },
);

test.each<[string, Parameters<typeof guessedMode>[0], readonly Mode[], ReturnType<typeof guessedMode>]>([
  ['nothing tells', snapshot, [], { mode: 'final', why: { by: 'usual' } }],
  ['our sheets of the one evaluation tell', snapshot, ['midterm'], { mode: 'midterm', why: { by: 'sheets' } }],
  ['our sheets of both tell nothing', snapshot, ['midterm', 'final'], { mode: 'final', why: { by: 'usual' } }],
  [
    'its own words go before our sheets',
    { ...snapshot, name: '中期自评.xlsx' },
    ['final'],
    { mode: 'midterm', why: { by: 'word', word: '中期', where: '文件名' } },
  ],
  [
    'words of both are asked about',
    { ...entitled('期末报表'), name: '中期自评.xlsx' },
    [],
    { mode: 'final', why: { by: 'doubt', words: ['中期', '期末'] } },
  ],
])('%s', (_, titles, written, guess) => {
  expect(guessedMode(titles, written)).toEqual(guess);
});

test('guessed from a title, it is said which was taken and why, and checked and written by; nothing is kept of it', async () => {
  const { host, plans } = keeping({ titles: entitled('“三社联动”社会组织名录（中期）') });
  const pane = await open(host);
  expect(pane.chosen()).toEqual(['中期评估']);
  expect(pane.text()).toContain('按标题里的“中期”选定，可改。');
  expect(pane.date().value).toBe('2020-11-30');
  await pane.press('检查本工作簿');
  expect(pane.options()).toMatchObject({ mode: 'midterm', asOf: '2020-11-30' });
  expect(pane.text()).toContain('中期评估截至2020年11月30日（按标题里的“中期”选定，可改）');
  expect(pane.text()).not.toContain('表中写有');
  await pane.press('写入工作簿');
  expect(plans[0]!.sheets.map(({ name, mode }) => [name, mode])).toEqual([
    ['中期差距清单', 'midterm'],
    ['中期评估摘要', 'midterm'],
  ]);
  expect(host.saveChoices).not.toHaveBeenCalled();
});

test('chosen here, it is kept, and the ribbon’s 检查 that opens the pane anew starts under it; another choice is checked at once', async () => {
  const { host, plans } = keeping({ titles: entitled('终期名录') });
  const first = await open(host);
  await first.press('中期评估');
  expect(first.text()).toContain('已选定，检查时存入本工作簿。');
  await first.press('检查本工作簿');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ mode: 'midterm', asOf: null });

  const again = await open(host, true);
  expect(again.options()).toMatchObject({ mode: 'midterm', asOf: '2020-11-30' });
  expect(again.text()).toContain('表中写有“终期”');
  await again.press('改按终期评估');
  expect(again.options()).toMatchObject({ mode: 'final', asOf: '2021-05-31' });
  expect(again.text()).toContain('终期评估截至2021年5月31日');
  expect(again.text()).not.toContain('表中写有');
  await again.press('修改');
  await again.press('中期评估');
  expect(again.asked).toHaveBeenCalledTimes(3);
  expect(again.options().mode).toBe('midterm');
  await again.press('写入工作簿');
  expect(plans.map(({ written }) => written.mode)).toEqual(['midterm']);
});

test('a workbook that speaks of both is asked about; confirmed, it is kept', async () => {
  const { host } = keeping({ titles: { ...entitled('终期名录'), name: '中期自评.xlsx' } });
  const pane = await open(host);
  expect(pane.text()).toContain('工作簿里既写有“中期”，又写有“终期”，暂按终期评估，请确认或改选。');
  await pane.press('确认终期');
  expect(pane.text()).not.toContain('又写有');
  await pane.press('检查本工作簿');
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ mode: 'final' });
});

test('a date is kept with its evaluation, and checked by once the person goes on; until then nothing is written', async () => {
  const { host } = keeping();
  const pane = await open(host, true);
  await pane.press('修改');
  await pane.type('2021-04-30');
  expect(pane.asked).toHaveBeenCalledTimes(1);
  expect(pane.button('写入工作簿').disabled).toBe(true);
  await pane.leave();
  expect(pane.options()).toMatchObject({ mode: 'final', asOf: '2021-04-30' });
  expect(host.saveChoices).toHaveBeenCalledExactlyOnceWith({ mode: 'final', asOf: '2021-04-30' });
  expect(pane.text()).toContain('终期评估截至2021年4月30日');
  expect(pane.button('写入工作簿').disabled).toBe(false);
});

test('an odd date is questioned and not checked by unasked; it may be gone on with, is said at the result, and one click takes the usual one', async () => {
  const pane = await open(keeping().host, true);
  await pane.press('修改');
  await pane.type('2030-01-01');
  const doubt =
    '截止日2030年1月1日不在评估依据的起止时间（2020年6月1日至2021年5月31日）内，终期评估通常截至2021年5月31日，请确认。';
  expect(pane.text()).toContain(doubt);
  await pane.leave();
  expect(pane.asked).toHaveBeenCalledTimes(1);
  await pane.press('重新检查');
  expect(pane.options().asOf).toBe('2030-01-01');
  expect(pane.text()).toContain(`终期评估截至2030年1月1日`);
  expect(pane.text()).toContain(doubt);
  await pane.press('改用2021年5月31日');
  expect(pane.options().asOf).toBe('2021-05-31');
  expect(pane.text()).not.toContain('请确认');
});

test('writing that is taken up from a notice is refused under other settings than were checked', async () => {
  const { host } = keeping();
  vi.mocked(host.apply).mockRejectedValueOnce(new HostError('editing'));
  const pane = await open(host, true);
  await pane.press('写入工作簿');
  await pane.press('修改');
  await pane.type('2021-04-30');
  await pane.press('重试');
  expect(host.apply).toHaveBeenCalledTimes(1);
  expect(pane.text()).toContain('评估设置已修改，没有写入');
});

test.each(policyAbouts.map((policy) => [policy.id, policy] as const))(
  '%s: its own dates are not questioned, others are',
  (_, policy) => {
    const { window, midtermAsOf, finalAsOf } = policy;
    const isAsked = (mode: Mode, asOf: string) => dateDoubt(policy, mode, asOf) !== null;
    expect([isAsked('midterm', midtermAsOf), isAsked('final', finalAsOf)]).toEqual([false, false]);
    expect([isAsked('midterm', finalAsOf), isAsked('final', midtermAsOf)]).toEqual([true, true]);
    expect([isAsked('midterm', window.from), isAsked('final', window.from)]).toEqual([true, true]);
    expect(['0002-05-31', '1999-01-01', '2099-12-31', '12020-12-31'].filter((date) => !isAsked('final', date))).toEqual(
      [],
    );
    expect(isAsked('final', '')).toBe(false);
  },
);
