import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { FieldDef } from '../../../shared/model.ts';
import { explainedFigure } from '../../../shared/read/figures.ts';
import { readAmount, readCount, readRatio } from '../../../shared/read/numbers.ts';

const { catalogue } = grounds;

const { writings } = catalogue;
const organisations: FieldDef = { key: 'members', label: '组织数', type: 'count', unit: '家' };
const people: FieldDef = { key: 'people', label: '人数', type: 'count', unit: '人' };
const money: FieldDef = { key: 'amount', label: '金额', type: 'amount', unit: '万元' };

const count = (raw: string | number, field = organisations) => {
  const { number, issue } = readCount(raw, field, writings);
  return [number, issue];
};

describe('计数（规格 2.4）', () => {
  test.each([
    [10, 10],
    ['10', 10],
    ['10家', 10],
    ['１０家', 10],
    ['10　个', 10],
    ['10.0', 10],
  ])('%s 读作 %i，没有疑问', (raw, number) => {
    expect(count(raw)).toEqual([number, null]);
  });

  test('万元的栏里填 8万，是 8 万元，提请核实', () => {
    expect(readAmount('8万', money, writings)).toMatchObject({ number: 8, issue: 'N002' });
    expect(readAmount('8.5万元', money, writings)).toMatchObject({ number: 8.5, issue: null });
  });

  test('千分位分得对才算数', () => {
    expect(count('1,200人', people)).toEqual([1200, null]);
    expect(count('1,20人', people)).toEqual([null, 'N001']);
  });

  test.each([
    ['十家', 10],
    ['二十五家', 25],
    ['5+5', 10],
    ['５＋５', 10],
    ['10家（含备案5家）', 10],
  ])('%s 取 %i，提请核实', (raw, number) => {
    expect(count(raw)).toEqual([number, 'N002']);
  });

  test('1.2万人取12000，提请核实', () => {
    expect(count('1.2万人', people)).toEqual([12_000, 'N002']);
    expect(count('1.1万人', people)).toEqual([11_000, 'N002']);
  });

  test.each([
    ['8642（七普）', 8642],
    ['1400（系统数据）', 1400],
    ['8642（其中流动人口1200）', 8642],
    ['8642（其中：户籍人口7000）', 8642],
  ])('%s 取 %i，提请核实', (raw, number) => {
    const known = explainedFigure(raw, people, writings);
    expect(count(known, people)).toEqual([number, 'N002']);
  });

  test.each(['8642（流动人口）', '1200（户籍）', '8642（2010年）'])('%s 说的可能是别的数，不取', (raw) => {
    expect(count(explainedFigure(raw, people, writings), people)[0]).toBeNull();
  });

  test.each(['约10家', '10余家', '10家以上', '近十家', '10+', '十来家', '10来家'])('%s 不取数', (raw) => {
    expect(count(explainedFigure(raw, organisations, writings))).toEqual([null, 'N003']);
    expect(readCount(raw, organisations, writings).atLeastOne).toBe(true);
  });

  test.each(['无', '暂无'])('%s 按0，提请核实', (raw) => {
    expect(count(raw)).toEqual([0, 'N004']);
  });

  test.each([-1, 9.5, '-1', '9.5', '若干', '十几'])('%s 不是计数', (raw) => {
    const [number, issue] = count(raw);
    expect(number).toBeNull();
    expect(['N001', 'N003']).toContain(issue);
  });

  test('人次写进人数列，取数但提请核实', () => {
    expect(count('412人次', people)).toEqual([412, 'N046']);
    // A share is no count of anything.
    expect(count('12%', people)).toEqual([null, 'N001']);
    expect(count('412人次', { ...people, unit: '人次' })).toEqual([412, null]);
  });
});

describe('金额', () => {
  test('万元列里写了元，折成万元并提请核实', () => {
    expect(readAmount('50000元', money, writings)).toEqual({ number: 5, issue: 'N002', atLeastOne: false });
    expect(readAmount('3.5万元', money, writings).number).toBe(3.5);
  });
});

describe('自报比率（规格 2.4）', () => {
  const ratio = (raw: string | number, format: string | null = null) => {
    const { number, issue } = readRatio(raw, format);
    return [number, issue];
  };

  test.each([
    ['40%', null],
    ['４０％', null],
    ['40％', null],
    [0.4, 'General'],
    [0.4, '0%'],
    [40, 'General'],
    ['0.4', null],
  ])('%s（格式 %s）是 40%%', (raw, format) => {
    expect(ratio(raw, format)).toEqual([0.4, null]);
  });

  test.each(['百分之四十', '12/30'])('%s 是 40%%，提请核实', (raw) => {
    expect(ratio(raw)).toEqual([0.4, 'N013']);
  });

  test('数值40又是百分比格式，显示为4000%，是错的', () => {
    expect(ratio(40, '0%')).toEqual([null, 'N011']);
    expect(ratio('105%')).toEqual([null, 'N011']);
  });

  test('数值1：百分比格式是100%，常规格式说不清', () => {
    expect(ratio(1, '0.00%')).toEqual([1, null]);
    expect(ratio(1, 'General')).toEqual([null, 'N012']);
  });
});
