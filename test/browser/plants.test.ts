/** 十个种下个人信息的工作簿在真的浏览器里打开、检查：请求里没有一处种下的，窗格里仍是原来的名称。 */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { WorkbookSnapshot } from '../../shared/model.ts';
import { type Explained, explainedIn, leaksIn, nothing } from '../generator/plants/found.ts';
import { type Plant, plantsOf } from '../generator/plants/people.ts';
import { planted } from '../generator/plants.ts';
import { patient } from '../patience.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';
import { openBrowser } from './browser.ts';
import { fileOf } from './planted.ts';
import { asReviewer } from './roles.ts';

interface Case {
  readonly snapshot: WorkbookSnapshot;
  readonly plants: readonly Plant[];
  readonly explained: Explained;
  /** What the pane must say in the words of the workbook. */
  readonly shown: readonly string[];
}

/** 组织名、表头、表名里都有人名，同名的组织要查得出来。 */
const named: Case = {
  snapshot: {
    ...workbookOf(
      sheetOf('社会组织名录王秀英', [
        ['组织名称', '管理方式', '类别', '成员人数（李建国填）', '负责人', '联系电话'],
        ['赵敏合唱队', '备案', '文化体育', 12, '钱桂芳', 13955401234],
        ['赵敏合唱队', '备案', '文化体育', 12, '孙玉珍', '139 5540 1235'],
      ]),
    ),
    name: '周秀兰报.xlsx',
  },
  plants: plantsOf(['王秀英', '李建国', '赵敏', '钱桂芳', '孙玉珍', '周秀兰', '13955401234', '13955401235']),
  explained: nothing,
  shown: ['社会组织名录王秀英', '赵敏合唱队'],
};

const cases: readonly Case[] = [
  named,
  ...Array.from({ length: 9 }, (_, at): Case => {
    const { base, snapshot, plants } = planted(900 + at);
    const inFile = plants.filter(({ path }) => path.startsWith('.sheets') || path === '.name');
    return { snapshot, plants: inFile, explained: explainedIn(base), shown: [] };
  }),
];

let browser: Browser;
let page: Page;
let pane: FrameLocator;
const sent: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page.on('request', (request) => {
    const body = request.postData();
    if (body) sent.push(body);
  });
  await page.goto(`${inject('origin')}/preview/`);
  pane = page.frameLocator('iframe');
  await asReviewer(pane);
});
afterAll(() => browser.close());

test('请求里一个也没有，窗格里是原来的名称', async () => {
  const leaks: string[] = [];
  for (const [at, { snapshot, plants, explained, shown }] of cases.entries()) {
    const name = snapshot.name ?? `工作簿${at}.xlsx`;
    const buffer = Buffer.from(await fileOf(snapshot));
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
    await page.waitForFunction((wanted) => globalThis.preview?.workbook.name === wanted, name);
    // The pane of the workbook before goes with its results.
    await expect.poll(() => pane.getByRole('tab').count(), patient).toBe(0);
    await pane.getByRole('button', { name: '检查本工作簿' }).click();
    await expect.poll(() => sent.length, { message: name, ...patient }).toBe(at + 1);
    const said = () => pane.locator('body').innerText();
    await expect.poll(said, { message: name, ...patient }).toMatch(/问题\d/);
    await pane.getByRole('tab', { name: /^问题/ }).click();
    const body = JSON.parse(sent[at]!);
    expect(body.workbook.schema).toBe('workbook-snapshot/1');
    for (const { plant, sent, path } of leaksIn(body, plants, explained)) leaks.push(`${plant.text} → ${sent} ${path}`);
    const text = await pane.getByRole('tabpanel').innerText();
    for (const word of shown) expect(text).toContain(word);
    expect(text.match(/〔[a-z]+-[0-9a-f]{12}〕|\{(?:sheet|heading):[^}]*\}/g)).toBeNull();
  }
  expect(leaks).toEqual([]);
});
