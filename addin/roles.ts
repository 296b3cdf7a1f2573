/** What a person mostly does: kept on this machine, by which the pane opens. It allows and forbids nothing. */
import { allJobs, type Job } from './panes/jobs.ts';

const KEY = 'ssld.role';

/** Null where nobody was asked yet; `refused`: nothing may be kept here, so that asking would never end. */
export function keptRole(): Job | 'refused' | null {
  try {
    const kept = localStorage.getItem(KEY);
    // Where reading is allowed, writing may not be.
    localStorage.setItem(KEY, kept ?? '');
    return allJobs.find((job) => job === kept) ?? null;
  } catch {
    return 'refused';
  }
}

export function keepRole(role: Job): void {
  try {
    localStorage.setItem(KEY, role);
  } catch {
    // It holds for as long as the pane is open.
  }
}
