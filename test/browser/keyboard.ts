/** What a person does in the pane without a mouse. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { patient } from '../patience.ts';

export type Hands = ReturnType<typeof handsIn>;

/** In the pane of the page that is open. */
export function handsIn(page: Page) {
  const pane = page.frameLocator('iframe');
  const frame = (): Frame => page.frames().find((one) => one.url().includes('taskpane'))!;

  /** As F6 does in Excel: to the first of what has the focus in the pane. */
  async function enter(): Promise<void> {
    // The grid beside it takes the focus once more when it is first drawn.
    const held = () =>
      frame().evaluate(async () => {
        for (let frames = 0; frames < 20; frames += 1) {
          await new Promise((drawn) => requestAnimationFrame(drawn));
          if (!document.hasFocus() || document.activeElement === document.body) return false;
        }
        return true;
      });
    await expect
      .poll(async () => {
        await pane.locator('button, select, input').first().focus();
        return held();
      }, patient)
      .toBe(true);
  }

  /** What has the focus, by its words; `BODY` where nothing has, from where Tab would leave the pane. */
  const focused = () =>
    frame().evaluate(() => {
      const { activeElement: held } = document;
      if (!held || held === document.body) return 'BODY';
      const { labels } = held as HTMLInputElement;
      return held.ariaLabel ?? labels?.[0]?.textContent ?? held.textContent ?? '';
    });

  /** And waits for what it set going. Something in the pane has the focus then, which is answered. */
  async function press(key: string): Promise<string> {
    await page.keyboard.press(key);
    await frame().waitForFunction(() => document.querySelector('.pane-body')?.ariaBusy !== 'true', null, patient);
    const now = await focused();
    expect(now, `after ${key}`).not.toBe('BODY');
    return now;
  }

  async function tabTo(words: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    let now = await focused();
    for (let times = 0; times < 90; times += 1) {
      if (typeof words === 'string' ? now.startsWith(words) : words.test(now)) return;
      now = await press(key);
    }
    throw new Error(`${key} does not come to ${words}, but to “${now}”`);
  }

  const backTo = (words: string | RegExp) => tabTo(words, 'Shift+Tab');
  const words = () => frame().evaluate(() => document.body.innerText);
  return { pane, frame, enter, focused, press, tabTo, backTo, words };
}
