import type { FrameLocator } from 'playwright-core';

/** What a pane that is opened for the first time on a machine asks, answered as a reviewer does. */
export const asReviewer = (pane: FrameLocator) => pane.getByRole('button', { name: '我审核' }).press('Enter');

/** The same as one who fills in does. */
export const asFiller = (pane: FrameLocator) => pane.getByRole('button', { name: '我填报' }).press('Enter');

/** Whether it is still asked. */
export const isAsked = (pane: FrameLocator) => pane.getByRole('button', { name: '我填报' }).isVisible();
