import { policies } from '../shared/policies.ts';
import type { Words } from './panes/words.ts';

/** What a policy says of its indicators; the first policy where none is named, as the engine takes it. */
export function indicatorWords(policy: string = policies[0]!.id): Words {
  const indicators = policies.find(({ id }) => id === policy)?.indicators ?? [];
  const names = new Map(indicators.map(({ id, name }) => [id, `“${name}”`]));
  // The catalogue refers by codes, which stand nowhere on the screen.
  const spelled = (text: string) => text.replace(/\b[A-Z]\d\d\b/g, (code) => names.get(code) ?? code);
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
        .map(([title, text]) => [title, clausesOf(spelled(text))] as const);
      return [id, { name, sections }];
    }),
  );
}

/**
 * The catalogue letters what is open, a)每社区；b)每街道, and answers by the same letters, a)按每社区；b、c)另列参考: each is a
 * line of its own.
 */
export function clausesOf(text: string): readonly string[] {
  return text.split(/(?<=[；。])(?=(?:.{1,2}：)?[a-h](?:、[a-h])*\))/);
}
