import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeFile } from '../../shared/files/write.ts';
import { tryFile } from '../../worker/commands/tries.ts';

const folders = ['samples/', 'inputs/made/', 'inputs/files/'].map(
  (each) => new URL(`../fixtures/${each}`, import.meta.url),
);
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xlsx'))
    // The largest are written in test/shared/files.
    .filter((file) => !/^1[46]-/.test(file))
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder))) })),
);

describe('checked, written, saved, opened again and cleared, nothing is lost', () => {
  test.each(files)('$file', ({ file, bytes }) => {
    expect(tryFile(file, bytes)).toMatchObject({ opened: true, lost: [] });
  });
});

test('what is lost is said', () => {
  const { bytes } = files[0]!;
  const forgetful: typeof writeFile = (given, ours) => writeFile(given, { ...ours, kept: {} });
  expect(tryFile('一.xlsx', bytes, forgetful).lost).toEqual(['密钥、更正没有留住。']);
  const idle: typeof writeFile = (given) => ({ bytes: given, sheets: ['差距清单'], skipped: [] });
  expect(tryFile('一.xlsx', bytes, idle).lost.join()).toMatch(/标注没有写上.*差距清单或评估摘要没有认出来/);
  const careless: typeof writeFile = (given, ours) =>
    ours.plan ? writeFile(given, ours) : { bytes: given, sheets: [], skipped: [] };
  expect(tryFile('一.xlsx', bytes, careless).lost.join()).toMatch(/清除以后还有标注.*部件 xl\/workbook.xml 与原来不同/);
});

test('what is no workbook is not opened, and nothing is lost', () => {
  expect(tryFile('甲.xlsx', new TextEncoder().encode('姓名,电话'))).toMatchObject({ opened: false, lost: [] });
});
