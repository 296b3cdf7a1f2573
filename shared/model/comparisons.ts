import type { Comparison } from './contract.ts';

/** Figures against a figure, in integers wherever they are ones. */
export function compares(left: number, op: Comparison, right: number): boolean {
  switch (op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '=':
      return left === right;
  }
}
