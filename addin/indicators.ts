import { clausesOf, spelledOut } from '../shared/model/clauses.ts';
import { policies } from '../shared/policies.ts';
import type { Words } from './panes/words.ts';

/** What a policy says of its indicators; the first policy where none is named, as the engine takes it. */
export function indicatorWords(policy: string = policies[0]!.id): Words {
  const indicators = policies.find(({ id }) => id === policy)?.indicators ?? [];
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    indicators.map(({ id, name, formula, open, calibre }) => {
      // What was taken answers what is open, so it comes after.
      const parts = [
        ['计算方法', formula],
        ['文件未明确之处', open],
        ['采用口径', calibre],
      ] as const;
      const sections = parts
        .filter(([, text]) => text !== '')
        .map(([title, text]) => [title, clausesOf(spelledOut(text, names))] as const);
      return [id, { name, sections }];
    }),
  );
}
