import { expect, test } from 'vitest';
import { checkCode } from '../../shared/model/check-codes.ts';

test('前四十位，每五位一个字，从高位起', () => {
  expect(checkCode(`sha256:${'0'.repeat(64)}`)).toBe('22222222');
  expect(checkCode(`sha256:${'f'.repeat(64)}`)).toBe('ZZZZZZZZ');
  // 00001 00010 00011 00100 00101 00110 00111 01000
  expect(checkCode('sha256:0886429 8e8'.replace(' ', '').padEnd(71, 'a'))).toBe('3456789A');
});

test('四十位以后的不影响；没有容易认错的 0、1、I、O', () => {
  expect(checkCode(`sha256:0123456789${'a'.repeat(54)}`)).toBe(checkCode(`sha256:0123456789${'b'.repeat(54)}`));
  const every = Array.from({ length: 4096 }, (_, n) => checkCode(`sha256:${n.toString(16).padStart(10, '0')}`)).join(
    '',
  );
  expect(new Set(every).size).toBe(32);
  expect(every).not.toMatch(/[01IO]/);
});
