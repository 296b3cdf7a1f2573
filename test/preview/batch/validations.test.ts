/** What a cell takes, and what is told beside it: set through Office.js, and as the saved file says it. */
import { expect, test } from 'vitest';
import { unzip } from '../../../addin/preview/xlsx/parts.ts';
import { saveWorkbook } from '../../../addin/preview/xlsx/save.ts';
import { open } from './opened.ts';

test('rules, prompts and alerts are saved; a rule that is set again takes the place of the other', async () => {
  const { run, workbook } = await open();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('空');
    sheet.getRange('A2:A9').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
    const list = sheet.getRange('A2:A9').dataValidation;
    list.rule = { list: { inCellDropDown: true, source: '是,否' } };
    list.prompt = { title: '"持证"', message: '选一项。', showPrompt: true };
    list.errorAlert = { title: '持证', message: '只有是和否。', style: 'Warning', showAlert: true };
    const dates = sheet.getRanges('B2:B9,D2').dataValidation;
    dates.rule = { date: { formula1: '=DATE(2020,6,1)', formula2: '=DATE(2021,5,31)', operator: 'Between' } };
    dates.errorAlert = { title: '', message: '', style: 'Stop', showAlert: false };
    sheet.getRange('C2').dataValidation.prompt = { title: '备注', message: '可以不填', showPrompt: true };
    await context.sync();
  });
  const saved = new TextDecoder().decode(unzip(await saveWorkbook(workbook)).get('xl/worksheets/sheet3.xml'));
  expect(saved.match(/<dataValidation .*?<\/dataValidation>|<dataValidation [^>]*\/>/g)).toEqual([
    '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="持证" error="只有是和否。" promptTitle="&quot;持证&quot;" prompt="选一项。" sqref="A2:A9"><formula1>"是,否"</formula1></dataValidation>',
    '<dataValidation type="date" allowBlank="1" sqref="B2:B9 D2"><formula1>DATE(2020,6,1)</formula1><formula2>DATE(2021,5,31)</formula2></dataValidation>',
    '<dataValidation allowBlank="1" showInputMessage="1" promptTitle="备注" prompt="可以不填" sqref="C2"/>',
  ]);
});

type Validation = Excel.DataValidation;

test.each<[string, (validation: Validation) => void, string]>([
  [
    'more than 255 characters of a list',
    (validation) => {
      validation.rule = { list: { inCellDropDown: true, source: '甲,'.repeat(128) } };
    },
    'InvalidArgument',
  ],
  [
    'a title of 33 characters',
    (validation) => {
      validation.prompt = { title: '长'.repeat(33), message: '', showPrompt: true };
    },
    'InvalidArgument',
  ],
  [
    'a prompt of 256 characters',
    (validation) => {
      validation.prompt = { title: '', message: '长'.repeat(256), showPrompt: true };
    },
    'InvalidArgument',
  ],
  [
    'an alert of 226 characters',
    (validation) => {
      validation.errorAlert = { title: '', message: '长'.repeat(226), style: 'Stop', showAlert: true };
    },
    'InvalidArgument',
  ],
  [
    'a date as a text, which Excel takes and the preview does not know',
    (validation) => {
      validation.rule = { date: { formula1: '2020-06-01', operator: 'GreaterThan' } };
    },
    'HostNotImplemented',
  ],
])('is refused: %s', async (_, change, code) => {
  const { run, sheet } = await open();
  const changing = run(async (context) => {
    change(context.workbook.worksheets.getItem('空').getRange('A1').dataValidation);
    await context.sync();
  });
  await expect(changing).rejects.toMatchObject({ code });
  expect(sheet('空').dataValidations()).toEqual([]);
});

test('#2594: no rule for cells of which only some have one', async () => {
  const { run } = await open();
  const changing = run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('空');
    worksheet.getRange('A1').dataValidation.prompt = { title: '甲', message: '乙', showPrompt: true };
    worksheet.getRange('A1:A2').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
    await context.sync();
  });
  await expect(changing).rejects.toMatchObject({ code: 'InvalidArgument' });
});
