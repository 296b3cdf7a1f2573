/** The host port for a file that was opened in the page. The file itself is never changed; what is written is given as a download. */

import { FileProblem } from '../../shared/files/problems.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import { withExplained } from '../../shared/model/explanations.ts';
import { correctionsIn, keptExplanations } from '../../shared/model/kept.ts';
import { byMode, evaluatedIn } from '../../shared/model/kinds.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import { explanationsAmong } from '../../shared/model/said.ts';
import type { Choices, Correction, Place, PlanSheet, WritePlan } from '../../shared/model.ts';
import { signedPlan } from '../../shared/report/signs.ts';
import { download } from '../downloads.ts';
import { changesOf, keptChoices } from '../host/choices.ts';
import { confirmedToKeep, explanationsToKeep, keptConfirmed } from '../host/explaining.ts';
import { type Host, HostError, type ReadResult } from '../host/host.ts';
import { markedIn, writtenIn, writtenToKeep } from '../host/written.ts';
import { noDownloadHere } from '../panes/phrases.ts';
import { givenName, markedName, type OpenFile, xlsx } from './files.ts';
import type { Saved } from './files.worker.ts';

export interface Watching {
  /** A cell is to be shown. */
  readonly onReveal: (place: Place) => void;
  /** The sheets of ours that were written last. */
  readonly onWritten: (sheets: readonly PlanSheet[]) => void;
  /** Something was said or chosen that only a download keeps; false after one. */
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** `select` tells the pane that a cell was clicked. */
export function createFileHost(file: OpenFile, watching: Watching): Host & { readonly select: (place: Place) => void } {
  const { snapshot, own, templates, notices } = file.reading;
  // In a zip of one file that file has another name.
  const name = snapshot.name ?? givenName(file.name);
  let kept: Kept = own.kept;
  let ours: readonly string[] = own.sheets.map(({ name }) => name);
  const selecting = new Set<(place: Place) => void>();
  /** As the file has them, and as they were given since. */
  let explanations = explanationsAmong(own.sheets, keptExplanations(kept));

  function keep(changes: Kept) {
    kept = { ...kept, ...changes };
    watching.onUnsaved(true);
  }

  /** `all`: it is of no use where a part of it had to stay as it was. */
  async function give(as: string, plan: WritePlan | null, next: Kept, all: (written: Saved) => boolean) {
    const written = await file.save({ plan, kept: defined(next) }).catch((error) => {
      throw new HostError('unsaved', error instanceof FileProblem ? `原因：它${error.message}` : '', error);
    });
    if (!all(written)) throw new HostError('protected');
    if (!download(as, written.bytes as Uint8Array<ArrayBuffer>, xlsx)) throw new HostError('unsaved', noDownloadHere);
    kept = next;
    watching.onUnsaved(false);
    return { ...written, saved: as };
  }

  /** A file does not say what our sheets were made of: they go together with the marks. */
  async function clear() {
    const { saved } = await give(name, null, without(kept, madeOfUs), ({ skipped }) => skipped.length === 0);
    return { marks: own.marks, sheets: own.sheets.map(({ name }) => name), saved };
  }

  return {
    async look() {
      return { titles: snapshot, choices: keptChoices(kept), written: evaluatedIn(own.sheets) };
    },
    async read(): Promise<ReadResult> {
      if (snapshot.sheets.every(({ values }) => values.flat().every((cell) => cell === null)))
        throw new HostError('empty');
      const secret = kept[settingKeys.secret];
      return {
        snapshot,
        secret: typeof secret === 'string' ? secret : null,
        corrections: correctionsIn(kept[settingKeys.corrections]),
        choices: keptChoices(kept),
        explanations,
        confirmed: keptConfirmed(kept),
        before: writtenIn(kept[settingKeys.written], own.sheets),
        own: own.sheets.map(({ name }) => name),
        templates,
        marked: markedIn(kept),
        notices,
        stamp: null,
      };
    },
    async apply(_basis, secret, makePlan) {
      const plan = signedPlan(makePlan(explanations), snapshot);
      // From now on explanations stand in their lines.
      const before = without(kept, [settingKeys.pending, settingKeys.explanations]);
      // With the sheets of the other evaluation that were opened; those of an earlier download are not in this one.
      const opened = writtenIn(own.kept[settingKeys.written], []);
      const next = {
        ...before,
        [settingKeys.secret]: secret,
        [settingKeys.written]: writtenToKeep({ ...opened, [plan.written.mode]: plan.written }),
        [settingKeys.marked]: plan.marked,
      };
      const { sheets, skipped, saved } = await give(
        markedName(name),
        plan,
        next,
        ({ sheets }) => sheets.length === plan.sheets.length,
      );
      ours = [...own.sheets.map(({ name }) => name), ...sheets];
      watching.onWritten(plan.sheets.map((sheet) => ({ ...sheet, name: nameIn(sheets, sheet.name) })));
      return { sheets, skipped, saved };
    },
    renewMarks: null,
    fill: null,
    clearMarks: clear,
    removeSheets: clear,
    async saveCorrections(corrections: readonly Correction[]) {
      keep({ [settingKeys.corrections]: corrections.length > 0 ? corrections : undefined });
    },
    async saveChoices(chosen: Partial<Choices>) {
      keep(changesOf(chosen));
    },
    async saveExplanations(changed, secret) {
      const before = explanations;
      explanations = byMode((mode) => withExplained(before[mode], changed));
      keep(explanationsToKeep(withExplained(keptExplanations(kept), changed), secret));
    },
    async saveConfirmed(confirmed) {
      keep(confirmedToKeep(confirmed));
    },
    async reveal(place: Place) {
      const known = [...snapshot.sheets.map(({ name }) => name), ...ours].includes(place.sheet);
      if (!known || !parseAddress(place.address)) throw new HostError('gone', place.sheet);
      watching.onReveal(place);
      // As Excel does.
      for (const onSelect of selecting) onSelect(place);
    },
    async watch(onSelect) {
      selecting.add(onSelect);
      return async () => {
        selecting.delete(onSelect);
      };
    },
    select: (place) => {
      for (const onSelect of selecting) onSelect(place);
    },
  };
}

/** What a sheet was called in the file: another one may have had its name. */
const nameIn = (sheets: readonly string[], wanted: string) =>
  sheets.find((name) => name === wanted) ?? sheets.find((name) => name.startsWith(wanted)) ?? wanted;

/** By settings key; undefined where nothing is kept any more. */
type Kept = Readonly<Record<string, unknown>>;

/** What goes with our sheets and marks. */
const madeOfUs = (['secret', 'explanations', 'confirmed', 'pending', 'written', 'marked'] as const).map(
  (key) => settingKeys[key],
);

const without = (kept: Kept, keys: readonly string[]): Kept =>
  Object.fromEntries(Object.entries(kept).filter(([key]) => !keys.includes(key)));

const defined = (kept: Kept): Kept => Object.fromEntries(Object.entries(kept).filter(([, one]) => one !== undefined));
