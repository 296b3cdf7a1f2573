import { expect, test } from 'vitest';
import type { ConditionalFormat } from '../../../addin/preview/workbook.ts';
import { open } from './opened.ts';

const theirs: ConditionalFormat = {
  id: 'theirs',
  areas: [{ top: 1, left: 1, bottom: 2, right: 1 }],
  type: 'CellValue',
  formula: '=50',
  formula2: null,
  operator: 'GreaterThan',
  stopIfTrue: true,
  style: { fill: '#C6EFCE' },
};

function mark(context: Excel.RequestContext, address: string): Excel.ConditionalFormat {
  const areas = context.workbook.worksheets.getItem('甲').getRanges(address);
  const format = areas.conditionalFormats.add('Custom');
  format.custom.rule.formula = '=_mark';
  format.custom.format.fill.color = '#FFC7CE';
  format.custom.format.font.color = '#9C0006';
  format.custom.format.font.bold = true;
  format.custom.format.borders.getItem('EdgeTop').style = 'Continuous';
  format.stopIfTrue = false;
  return format;
}

test('a new rule over several areas comes on top of those that are there', async () => {
  const { run, sheet } = await open();
  sheet('甲').setConditionalFormats([theirs]);
  await run(async (context) => {
    mark(context, 'A1,B2:B3').load('id,priority,type');
    await context.sync();
  });
  const [ours, other] = sheet('甲').conditionalFormats();
  expect(ours).toMatchObject({
    type: 'Custom',
    formula: '=_mark',
    areas: [
      { top: 0, left: 0, bottom: 0, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 1 },
    ],
    style: {
      fill: '#FFC7CE',
      color: '#9C0006',
      bold: true,
      top: { style: 'Continuous', weight: 'Thin', color: '#000000' },
    },
  });
  expect(other).toEqual(theirs);
});

test('all rules of a sheet are found, told apart by type and formula, and deleted one by one', async () => {
  const { run, sheet } = await open();
  sheet('甲').setConditionalFormats([theirs]);
  await run(async (context) => {
    mark(context, 'A1,B2:B3');
    mark(context, 'A3');
    await context.sync();
    const formats = context.workbook.worksheets.getItem('甲').getRange().conditionalFormats;
    formats.load('items/id,items/type,items/priority,items/customOrNullObject/rule/formula');
    const count = formats.getCount();
    await context.sync();
    expect(count.value).toBe(3);
    expect(formats.items.map(({ type, priority }) => [type, priority])).toEqual([
      ['Custom', 0],
      ['Custom', 1],
      ['CellValue', 2],
    ]);
    const ours = formats.items.filter(({ customOrNullObject: custom }) => !custom.isNullObject);
    expect(ours.map((format) => format.customOrNullObject.rule.formula)).toEqual(['=_mark', '=_mark']);
    const areas = ours.map((format) => format.getRanges());
    for (const each of areas) each.load('address');
    const single = ours[1]!.getRangeOrNullObject();
    single.load('address');
    await context.sync();
    expect(areas.map(({ address }) => address)).toEqual(['甲!A3', '甲!A1,甲!B2:B3']);
    expect(single.isNullObject).toBe(true);
    for (const format of ours) format.delete();
    await context.sync();
  });
  expect(sheet('甲').conditionalFormats()).toEqual([theirs]);
});

test('a range knows the rules that touch it, and clearing takes only its cells', async () => {
  const { run, sheet } = await open();
  sheet('甲').setConditionalFormats([theirs]);
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    const count = worksheet.getRange('B2').conditionalFormats.getCount();
    const beside = worksheet.getRange('A2').conditionalFormats.getCount();
    await context.sync();
    expect([count.value, beside.value]).toEqual([1, 0]);
    worksheet.getRange('B2').conditionalFormats.clearAll();
    await context.sync();
  });
  expect(sheet('甲').conditionalFormats()).toEqual([{ ...theirs, areas: [{ top: 2, left: 1, bottom: 2, right: 1 }] }]);
});

test('priorities are moved', async () => {
  const { run, sheet } = await open();
  sheet('甲').setConditionalFormats([theirs, { ...theirs, id: 'second' }, { ...theirs, id: 'third' }]);
  await run(async (context) => {
    const formats = context.workbook.worksheets.getItem('甲').getRange().conditionalFormats;
    formats.getItem('third').priority = 0;
    formats.getItem('theirs').priority = 99;
    await context.sync();
  });
  expect(
    sheet('甲')
      .conditionalFormats()
      .map(({ id }) => id),
  ).toEqual(['third', 'second', 'theirs']);
});

test('validation of a range: its rule, none, or not the same for all', async () => {
  const { run, sheet } = await open();
  const rule = { list: { inCellDropDown: true, source: '是,否' } };
  sheet('甲').setDataValidations([
    {
      areas: [{ top: 1, left: 0, bottom: 2, right: 0 }],
      type: 'List',
      rule,
      ignoreBlanks: true,
      prompt: { title: '填写', message: '是或否', show: true },
      alert: null,
    },
  ]);
  await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem('甲');
    const [own, none, mixed] = ['A2:A3', 'B1:B3', 'A1:A3'].map((address) => worksheet.getRange(address).dataValidation);
    for (const each of [own, none, mixed]) each!.load('type,rule,prompt');
    await context.sync();
    expect([own!.type, none!.type, mixed!.type]).toEqual(['List', 'None', 'Inconsistent']);
    expect(own!.rule).toEqual(rule);
    expect(own!.prompt).toEqual({ title: '填写', message: '是或否', showPrompt: true });
  });
});
