/** Files of papers as people get them. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Ground, Terms } from '../../addin/papers/papers.ts';
import { answerTo } from '../../addin/papers/writing.ts';
import { packed } from '../../addin/rollup/packing.ts';
import type { Evaluation, Submitted } from '../../shared/model.ts';
import { huainan2020 } from '../../shared/policies/huainan-2020/policy.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { sampleCity } from '../shared/papers/papers.ts';
import { figure, type Workbook, workbook } from '../shared/rollup/cities.ts';

const terms: Terms = {
  office: '淮南市民政局',
  commissioner: null,
  day: '2020-12-28',
  resubmitBy: null,
  rectifyBy: null,
  isPublic: false,
};

function groundOf(submitted: readonly Submitted[]): Ground {
  const evaluations = submitted.flatMap((one): [string, Evaluation][] =>
    'evaluation' in one ? [[one.file, one.evaluation]] : [],
  );
  return {
    policy: huainan2020.id,
    rollup: JSON.stringify(rollUp(submitted, huainan2020, { mode: 'midterm' })),
    evaluations: evaluations.map(([path, evaluation]) => [path, packed(evaluation)]),
    recalled: [],
  };
}

async function noticesOf(submitted: readonly Submitted[], more: Partial<Terms> = {}) {
  const answer = await answerTo({ about: 'notices', ground: groundOf(submitted), terms: { ...terms, ...more } });
  if (!('paper' in answer)) throw new Error(JSON.stringify(answer));
  return unzipSync(answer.paper.bytes);
}

const wrongOf = (submitted: readonly Submitted[]) =>
  submitted.find(
    (one) => 'evaluation' in one && one.evaluation.findings.some(({ severity }) => severity === 'error'),
  ) as Workbook;

const unmet = (unit: Partial<Workbook['evaluation']['unit']>, file = `${unit.county} ${unit.community}.xlsx`) =>
  workbook(file, { mode: 'midterm', unit, indicators: [figure('G01', 'unmet', 3)] });

describe('公开版', () => {
  test.each([
    [false, '中期评估报告'],
    [true, '中期评估报告（公开版）'],
  ])('公开（%s）的文件名和文件里的标题都叫“%s”，放进一个文件夹不会认错', async (isPublic, name) => {
    const ground = groundOf((await sampleCity()).submitted);
    const answer = await answerTo({ about: 'report', ground, terms: { ...terms, isPublic }, template: null });
    if (!('paper' in answer)) throw new Error(JSON.stringify(answer));
    expect(answer.paper.name).toBe(`${name}.docx`);
    const core = strFromU8(unzipSync(answer.paper.bytes)['docProps/core.xml']!);
    expect(/<dc:title>(.*)<\/dc:title>/.exec(core)?.[1]).toBe(name);
  });
});

describe('期限', () => {
  const late = { day: '2021-03-20', resubmitBy: '2021-01-15' };

  test('早于成文日期的，报告和通知都不写，说哪一个；同一天的写', async () => {
    const ground = groundOf((await sampleCity()).submitted);
    const answerOf = (more: Partial<Terms>) => answerTo({ about: 'notices', ground, terms: { ...terms, ...more } });
    expect(await answerOf(late)).toEqual({
      problems: [
        '没有写：',
        '重新报送期限2021年1月15日早于成文日期2021年3月20日，请改正。',
        '整改期限2021年2月28日早于成文日期2021年3月20日，请改正。',
      ],
    });
    expect(await answerTo({ about: 'report', ground, terms: { ...terms, ...late }, template: null })).toHaveProperty(
      'problems',
    );
    const due = { day: '2021-03-20', resubmitBy: '2021-03-20', rectifyBy: '2021-03-20' };
    expect(await answerOf(due)).toHaveProperty('paper');
  });

  test('检查里的退回修改通知，只看它自己的期限', async () => {
    const { submitted } = await sampleCity();
    const ground = { own: wrongOf(submitted).evaluation, file: '本工作簿.xlsx' };
    const answerOf = (resubmitBy: string) =>
      answerTo({ about: 'notice', ground, terms: { ...terms, ...late, resubmitBy }, form: 'docx' });
    expect(await answerOf('2021-03-19')).toEqual({
      problems: ['没有写：', '重新报送期限2021年3月19日早于成文日期2021年3月20日，请改正。'],
    });
    expect(await answerOf('2021-03-31')).toHaveProperty('paper');
  });

  test('另定了整改期限的，通知写另定的', async () => {
    const [notice] = Object.values(await noticesOf([unmet({ community: '锦湖社区' })], { rectifyBy: '2021-04-30' }));
    const text = strFromU8(unzipSync(notice!)['word/document.xml']!).replace(/<[^>]+>/g, '');
    expect(text).toContain('于2021年4月30日前整改到位');
    expect(text).not.toContain('2021年2月28日');
  });
});

describe('各单位通知.zip', () => {
  test('选了公开版，通知和没有选时一个字节也不差：通知发给单位自己，不公开', async () => {
    const { submitted } = await sampleCity();
    const [inside, ticked] = [await noticesOf(submitted), await noticesOf(submitted, { isPublic: true })];
    expect(Object.keys(ticked)).toEqual(Object.keys(inside));
    expect(Object.keys(ticked).filter((name) => name.includes('整改通知_')).length).toBeGreaterThan(5);
    for (const [name, bytes] of Object.entries(ticked)) {
      const [now, then] = [unzipSync(bytes), unzipSync(inside[name]!)];
      expect(Object.keys(now), name).toEqual(Object.keys(then));
      for (const [part, text] of Object.entries(now))
        expect(Buffer.from(text).equals(Buffer.from(then[part]!)), `${name} ${part}`).toBe(true);
    }
  });

  test('选了公开版，单位也照给机关的那份叫', async () => {
    const names = Object.keys(await noticesOf([unmet({ community: '龙湖花园社区' })], { isPublic: true }));
    expect(names).toEqual([
      '田家庵区望淮街道龙湖花园社区/整改通知_田家庵区望淮街道龙湖花园社区.docx',
      '田家庵区望淮街道龙湖花园社区/问题整改台账_田家庵区望淮街道龙湖花园社区.xlsx',
    ]);
  });

  test('单位名称怎样填，都只有一层文件夹，各系统都存得下，也没有两个同名', async () => {
    const typed = [
      '../../逃出',
      '..\\..\\逃出',
      '锦湖/望淮社区',
      '锦湖:社区*?<>|"',
      'CON',
      '尾点社区. ',
      '长'.repeat(300),
      'a\u0007\u000b\u202e社区',
      '锦湖社区（李某某13800138000）',
    ];
    const cities = typed.map((community, at) => unmet({ community, street: at % 2 ? null : '街\n道/' }, `${at}.xlsx`));
    const names = Object.keys(await noticesOf(cities));
    expect(names).toHaveLength(2 * typed.length);
    for (const name of names) {
      const parts = name.split('/');
      expect(parts).toHaveLength(2);
      for (const part of parts) {
        expect(part, name).not.toMatch(/[\p{C}\\:*?"<>|]|^[.\s]|[.\s]$|李某某|\d{5}/u);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
      }
      // Each file says whose it is, as its folder does.
      expect(parts[1]).toContain(`_${parts[0]}.`);
    }
    const folders = names.map((name) => name.split('/')[0]!.toLowerCase());
    expect(new Set(folders).size).toBe(typed.length);
  });

  test('两个单位叫一个名字的，各有各的文件夹', async () => {
    const twins = [
      unmet({ county: 'HN-03', community: '锦湖社区 甲' }),
      unmet({ county: 'HN-03', community: '锦湖社区 乙' }),
    ];
    const names = Object.keys(await noticesOf(twins));
    expect(names).toHaveLength(4);
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(
      new Set(['田家庵区望淮街道锦湖社区', '田家庵区望淮街道锦湖社区（2）']),
    );
  });
});

test('检查里的一份通知，名字也存得下', async () => {
  const { submitted } = await sampleCity();
  const wrong = wrongOf(submitted);
  const unit = { ...wrong.evaluation.unit, community: '锦湖/社区（李某某13800138000）' };
  const ground = { own: { ...wrong.evaluation, unit }, file: '本工作簿.xlsx' };
  for (const form of ['docx', 'xlsx'] as const) {
    const answer = await answerTo({ about: 'notice', ground, terms, form });
    const name = 'paper' in answer ? answer.paper.name : answer;
    expect(name).toMatch(new RegExp(`^退回修改通知_[\\u4e00-\\u9fff]+锦湖社区\\.${form}$`));
  }
});
