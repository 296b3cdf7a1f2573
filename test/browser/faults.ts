import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Frame } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** As people see the pane: on an office's screen, as narrow as it goes, enlarged, in their own colours. `style` is of the page. */
export const sights: readonly (readonly [name: string, options: BrowserContextOptions, style: string])[] = [
  ['1366×768', {}, ''],
  ['320 px', {}, 'aside.pane, aside.pane iframe { width: 320px !important; }'],
  ['200 %', { viewport: { width: 683, height: 384 } }, ''],
  ['own colours, without motion', { forcedColors: 'active', reducedMotion: 'reduce' }, ''],
];

/** What a machine can find, what is cut off or squeezed, what moves though it should not. */
export async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) found.push(`${over} px too wide`);
    for (const one of [document.activeElement!, ...document.querySelectorAll('.menu-body, .notice')]) {
      const { top, bottom } = one.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight + 1) found.push(`out of sight: ${one.textContent}`);
    }
    for (const one of document.querySelectorAll<HTMLElement>('button, p, label, h1, h2, span, strong')) {
      const { textContent: text, clientWidth: width, scrollWidth } = one;
      if (width > 1 && scrollWidth > width + 1) found.push(`cut off: ${text}`);
      if (width > 1 && width < 40 && text.length > 5) found.push(`squeezed: ${text}`);
    }
    if (matchMedia('(prefers-reduced-motion)').matches) {
      const moving = document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 100);
      found.push(...moving.map(() => 'moves'));
    }
    // What is half under the tabs is no small target.
    document.querySelector('.pane-body')!.scrollTop = 0;
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
    return [
      ...found,
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ];
  });
}
