/** The host port for a file that was opened in the page. The file itself is never changed; what is written is given as a download. */

import { FileProblem } from '../../shared/files/problems.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Choices, Correction, Place, PlanSheet, WritePlan } from '../../shared/model.ts';
import { download } from '../downloads.ts';
import { changesOf, keptChoices } from '../host/choices.ts';
import { correctionsIn } from '../host/corrections.ts';
import { confirmedToKeep, explanationsToKeep, keptConfirmed } from '../host/explaining.ts';
import { type Host, HostError, type ReadResult } from '../host/host.ts';
import { explanationsIn } from '../host/sheets.ts';
import { writtenIn } from '../host/written.ts';
import { noDownloadHere } from '../panes/phrases.ts';
import { givenName, markedName, type OpenFile } from './files.ts';
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
  const { snapshot, own, notices } = file.reading;
  // In a zip of one file that file has another name.
  const name = snapshot.name ?? givenName(file.name);
  let kept: Kept = own.kept;
  let ours: readonly string[] = own.sheets.map(({ name }) => name);
  const selecting = new Set<(place: Place) => void>();
  const gaps = own.sheets.find(({ role }) => role === 'gaps');

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
    if (!download(as, written.bytes as Uint8Array<ArrayBuffer>, mediaType))
      throw new HostError('unsaved', noDownloadHere);
    kept = next;
    watching.onUnsaved(false);
    return { ...written, saved: as };
  }

  /** A file does not say what our sheets were made of: they go together with the marks. */
  async function clear() {
    const { [settingKeys.secret]: _, [settingKeys.pending]: __, [settingKeys.written]: ___, ...said } = kept;
    const { saved } = await give(name, null, said, ({ skipped }) => skipped.length === 0);
    return { marks: own.marks, sheets: own.sheets.map(({ name }) => name), saved };
  }

  return {
    async look() {
      return { titles: snapshot, choices: keptChoices(kept) };
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
        explanations: explanationsIn(gaps?.values ?? []),
        confirmed: keptConfirmed(kept),
        before: writtenIn(kept[settingKeys.written], gaps !== undefined),
        notices,
        stamp: null,
      };
    },
    async apply(_basis, secret, makePlan) {
      const plan = makePlan(explanationsIn(gaps?.values ?? []));
      const { [settingKeys.pending]: _, ...before } = kept;
      const next = { ...before, [settingKeys.secret]: secret, [settingKeys.written]: plan.written };
      const { sheets, skipped, saved } = await give(
        markedName(name),
        plan,
        next,
        ({ sheets }) => sheets.length === plan.sheets.length,
      );
      ours = sheets;
      watching.onWritten(plan.sheets.map((sheet) => ({ ...sheet, name: nameIn(sheets, sheet.name) })));
      return { sheets, skipped, saved };
    },
    clearMarks: clear,
    removeSheets: clear,
    async saveCorrections(corrections: readonly Correction[]) {
      keep({ [settingKeys.corrections]: corrections.length > 0 ? corrections : undefined });
    },
    async saveChoices(chosen: Partial<Choices>) {
      keep(changesOf(chosen));
    },
    async saveExplanations(explanations, secret) {
      keep(explanationsToKeep(explanations, secret));
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

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const defined = (kept: Kept): Kept => Object.fromEntries(Object.entries(kept).filter(([, one]) => one !== undefined));
