/** Papers as they are wished for: from the roll-up, or one evaluation, to the bytes of a file. */
import { fileNameOf, openNames } from '../../shared/files/names.ts';
import { newFile } from '../../shared/files/new.ts';
import { entryOf, zipOf } from '../../shared/files/zip.ts';
import { sheetTitle } from '../../shared/model/kinds.ts';
import { pastDeadlines } from '../../shared/model/words.ts';
import type { Evaluation, Policy, Rollup } from '../../shared/model.ts';
import { policies } from '../../shared/policies.ts';
import { type DocumentData, documentData } from '../../shared/report/documents/data.ts';
import { type Document, documentWords } from '../../shared/report/documents/documents.ts';
import { issueListsOf } from '../../shared/report/documents/issues.ts';
import { type Notice, noticesOf, returnNotice } from '../../shared/report/documents/notices.ts';
import { agreed, Disagreement, reportOf } from '../../shared/report/documents/reports.ts';
import { noticeSheet } from '../../shared/report/documents/sheets.ts';
import { checkReport } from '../../shared/report/docx/check.ts';
import { PaperProblem } from '../../shared/report/docx/problems.ts';
import { docxOf } from '../../shared/report/docx/render.ts';
import { filled, templateProblems } from '../../shared/report/docx/template.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { unpackedFrom } from '../rollup/packing.ts';
import type { Answer, Ground, Paper, Terms, Wish } from './papers.ts';

export async function answerTo(wish: Wish): Promise<Answer> {
  try {
    switch (wish.about) {
      case 'check':
        return { checked: await checkedOf(wish) };
      case 'template':
        return templateAnswer(templateProblems(await bytesOf(wish.file)));
      default:
        return await writtenOf(wish);
    }
  } catch (error) {
    return { problems: [problemOf(error, wish)] };
  }
}

function problemOf(error: unknown, wish: Wish): string {
  if (error instanceof PaperProblem) return `${wish.about === 'report' ? '本单位模板' : '这个文件'}${error.message}`;
  return `${error instanceof Disagreement ? `${error.message}。` : ''}没有做成，是软件的问题：请把这句话告诉管理员。`;
}

/** By less than it was made from, what is right would be called wrong. */
async function checkedOf({ file, ground, terms }: Extract<Wish, { readonly about: 'check' }>) {
  const recalled = ground ? recalledIn(ground) : [];
  const whole = recalled.length > 0 ? null : ground;
  const checked = checkReport(await bytesOf(file), whole && ((isPublic) => dataOf(whole, { ...terms, isPublic })));
  return recalled.length > 0 ? { ...checked, notes: [...unheld(recalled), ...checked.notes] } : checked;
}

const recalledIn = (ground: Ground) => ('own' in ground ? [] : ground.recalled);

const unheld = (recalled: readonly string[]) => [
  `汇总现在不全，没有拿来对照：${onlyResults(recalled)}。`,
  `${putAgain(recalled)}，再核对一次。`,
];

const unwritten = (recalled: readonly string[]) => [
  `没有写：${onlyResults(recalled)}，写出来会少问题、少通知。`,
  `${putAgain(recalled)}，再下载一次。`,
];

const onlyResults = ({ length }: readonly string[]) =>
  `有${length}个文件只留有上次的结果，没有留下原文，也没有和别的工作簿比过`;

const putAgain = (paths: readonly string[]) =>
  `请到“① 文件”再放入${paths
    .slice(0, mostNamed)
    .map((path) => `“${path}”`)
    .join('、')}${paths.length > mostNamed ? '等' : ''}；换了文件夹放入的，把原来那一行移除`;

const mostNamed = 20;

const templateAnswer = (problems: readonly string[]): Answer =>
  problems.length > 0 ? { problems } : { isUsable: true };

async function writtenOf(wish: Exclude<Wish, { readonly about: 'check' | 'template' }>): Promise<Answer> {
  const recalled = recalledIn(wish.ground);
  if (recalled.length > 0) return { problems: unwritten(recalled) };
  // Notices go to the unit itself: nothing of them is made public.
  const data = dataOf(wish.ground, { ...wish.terms, isPublic: wish.terms.isPublic && wish.about === 'report' });
  // Of one workbook only what is sent back is asked for.
  const { rectifyBy } = wish.about === 'notice' ? { rectifyBy: null } : data.options;
  const past = pastDeadlines({ ...wish.terms, rectifyBy }, data.rollup.mode);
  if (past.length > 0) return { problems: ['没有写：', ...past] };
  switch (wish.about) {
    case 'report': {
      const report = reportOf(data);
      return wish.template ? byTemplate(await bytesOf(wish.template), report, data) : { paper: written(report, data) };
    }
    case 'notices':
      return noticesIn(data);
    case 'notice': {
      const [list] = issueListsOf(data);
      const [notice] = (list && returnNotice(list, data)) ?? [];
      if (!notice) return { problems: [list ? unneeded : nobodys] };
      return noticeAs(wish.form, notice.document, data);
    }
  }
}

const unneeded = '没有强制性问题，不用退回修改。';
const nobodys = '没有认出填报单位，写不成通知。请先在“读表”里看封面的县区、街道、社区。';

function written(document: Document, data: DocumentData): Paper {
  return { name: fileNameOf(document.name, '.docx'), bytes: docxOf(agreed(document, data)) };
}

function byTemplate(template: Uint8Array, document: Document, data: DocumentData): Answer {
  const made = filled(template, agreed(document, data));
  return 'file' in made ? { paper: { name: fileNameOf(document.name, '.docx'), bytes: made.file } } : made;
}

function noticeAs(form: 'docx' | 'xlsx' | 'sheet', document: Document, data: DocumentData): Answer {
  if (form === 'docx') return { paper: written(document, data) };
  const { mode } = data.rollup;
  const kind = { role: 'notice', mode } as const;
  const sheet = { ...kind, ...noticeSheet(agreed(document, data), sheetTitle(kind)) };
  return form === 'sheet'
    ? { sheet }
    : { paper: { name: fileNameOf(document.name, '.xlsx'), bytes: newFile([sheet]) } };
}

/** A folder for each unit: what goes to it can be sent as it is. */
function noticesIn(data: DocumentData): Answer {
  const notices = noticesOf(data);
  if (notices.length === 0) return { problems: ['没有要发通知的单位：没有强制性问题，也没有要整改的。'] };
  const apart = openNames();
  const folders = new Map(
    data.counting
      .filter(({ unit }) => notices.some(({ key }) => key === unit.key))
      .map(({ unit }) => [unit.key, apart(fileNameOf(data.nameOf(unit)))]),
  );
  const entries = notices.flatMap((notice) => {
    const folder = folders.get(notice.key)!;
    return filesOf(notice, folder, data).map((one) => entryOf(`${folder}/${one.name}`, one.bytes));
  });
  return { paper: { name: '各单位通知.zip', bytes: zipOf(entries) } };
}

/** Called by what they are and whose, as the folder is. */
function filesOf({ document, ledger }: Notice, folder: string, data: DocumentData): readonly Paper[] {
  const { bytes } = written(document, data);
  return [
    { name: `${documentWords[document.kind]}_${folder}.docx`, bytes },
    ...(ledger ? [{ name: `${ledger.name}_${folder}.xlsx`, bytes: newFile([ledger]) }] : []),
  ];
}

function dataOf(ground: Ground, { resubmitBy, rectifyBy, ...terms }: Terms): DocumentData {
  const { rollup, policy, evaluations } = 'own' in ground ? alone(ground) : together(ground);
  const options = {
    ...terms,
    rectifyBy: rectifyBy ?? policy.rectifyBy,
    ...(resubmitBy !== null && { resubmitBy }),
  };
  return documentData(rollup, policy, evaluations, options);
}

interface Told {
  readonly rollup: Rollup;
  readonly policy: Policy;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

function together(ground: Exclude<Ground, { readonly own: unknown }>): Told {
  return {
    rollup: JSON.parse(ground.rollup) as Rollup,
    policy: known(ground.policy),
    evaluations: new Map(ground.evaluations.map(([path, packed]) => [path, unpackedFrom(packed) as Evaluation])),
  };
}

/** A roll-up of this one workbook. */
function alone({ own, file }: Extract<Ground, { readonly own: unknown }>): Told {
  const policy = known(own.policy.id);
  const { mode, asOf } = own;
  const rollup = rollUp([{ file, evaluation: own, joins: null, spoken: mode }], policy, { mode, asOf });
  return { rollup, policy, evaluations: new Map([[file, own]]) };
}

const known = (id: string): Policy => policies.find((policy) => policy.id === id)!;

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
