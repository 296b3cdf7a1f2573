/** 汇总 stood in for: what it is handed is there to be seen and pressed, and nothing is read or judged. */
import { vi } from 'vitest';
import { Fold } from '../../addin/panes/Fold.tsx';
import type { Gathered, Gathering, Source } from '../../addin/rollup/gathering.ts';
import type { LoadRollup, RollupPlaceProps } from '../../addin/rollups.tsx';
import { policyAbouts } from '../../shared/policies.ts';
import { unchanged } from './cities.ts';

export const opened = { sheet: '社会组织名录', address: 'B3' };

/** `added` are paths, in the order in which they were added. */
export function pretendRollup() {
  const added: string[] = [];
  const gathered: Gathered = {
    policy: policyAbouts[0]!,
    files: [],
    progress: null,
    rollup: null,
    said: {},
    words: null,
    problem: null,
  };
  const gathering: Gathering = {
    current: () => gathered,
    subscribe: () => () => {},
    add: (sources: readonly Source[]) => added.push(...sources.map(({ path }) => path)),
    drop: vi.fn(),
    cancel: vi.fn(),
    resume: vi.fn(),
    say: vi.fn(),
    choose: vi.fn(),
    detail: async () => null,
    check: async () => ({ files: [], differs: [] }),
    fileOf: async () => null,
    report: async () => ({ name: '', bytes: new Uint8Array() }),
    checkTemplate: async () => {},
    notices: async () => ({ name: '', bytes: new Uint8Array() }),
    checkReport: async () => unchanged,
    book: async () => new Uint8Array(),
    scoreSheet: async () => new Uint8Array(),
    takeScores: async () => [],
    clear: async () => {},
  };
  const loadRollup = vi.fn<LoadRollup>(async () => ({ RollupPlace, gathering }));
  return { loadRollup, added };
}

function RollupPlace({ onOpenFile, onSelect, ownDataHash }: RollupPlaceProps) {
  return (
    <section>
      <p>汇总的内容</p>
      <p>本工作簿：{ownDataHash ?? '没有检查'}</p>
      <Fold name="file|甲.xlsx" summary="甲.xlsx">
        {() => <p>甲社区，中期</p>}
      </Fold>
      {onSelect && (
        <button type="button" onClick={() => onSelect(opened)}>
          B3
        </button>
      )}
      {onOpenFile && (
        <button type="button" onClick={() => onOpenFile(new File(['x'], '丙社区.xlsx'))}>
          打开丙社区
        </button>
      )}
    </section>
  );
}
