/** The host port for a file that was opened in the page. The file itself is never changed; what is written is given as a download. */
import { parseAddress } from '../../shared/model/addresses.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Choices, Correction, Place, PlanSheet, WritePlan } from '../../shared/model.ts';
import { download } from '../downloads.ts';
import { correctionsIn } from '../host/corrections.ts';
import { type Host, HostError, type ReadResult } from '../host/host.ts';
import { explanationsIn } from '../host/sheets.ts';
import { writtenIn } from '../host/written.ts';
import { givenName, markedName, type OpenFile } from './files.ts';

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
  let kept: Kept = own.kept;
  let ours: readonly string[] = own.sheets.map(({ name }) => name);
  const selecting = new Set<(place: Place) => void>();
  const gaps = own.sheets.find(({ role }) => role === 'gaps');

  function keep(changes: Kept) {
    kept = { ...kept, ...changes };
    watching.onUnsaved(true);
  }

  async function give(name: string, plan: WritePlan | null, next: Kept) {
    const written = await file.save({ plan, kept: defined(next) }).catch((error) => {
      throw new HostError('unsaved', error instanceof Error ? `原因：${error.message}` : '', error);
    });
    if (!download(name, written.bytes as Uint8Array<ArrayBuffer>, mediaType))
      throw new HostError('unsaved', '这个浏览器不让网页存文件，请换用新版的 Edge 或 Chrome。');
    kept = next;
    watching.onUnsaved(false);
    return { ...written, saved: name };
  }

  /** A file does not say what our sheets were made of: they go together with the marks. */
  async function clear() {
    const { [settingKeys.secret]: _, [settingKeys.pending]: __, [settingKeys.written]: ___, ...said } = kept;
    const { saved } = await give(givenName(file.name), null, said);
    return { marks: own.marks, sheets: own.sheets.map(({ name }) => name), saved };
  }

  return {
    async look() {
      return { titles: snapshot, choices: choicesIn(kept) };
    },
    async read(): Promise<ReadResult> {
      if (snapshot.sheets.every(({ values }) => values.flat().every((cell) => cell === null)))
        throw new HostError('empty');
      const secret = kept[settingKeys.secret];
      return {
        snapshot,
        secret: typeof secret === 'string' ? secret : null,
        corrections: correctionsIn(kept[settingKeys.corrections]),
        choices: choicesIn(kept),
        before: writtenIn(kept[settingKeys.written], gaps !== undefined),
        notices,
        stamp: null,
      };
    },
    async apply(_basis, secret, makePlan) {
      const plan = makePlan(explanationsIn(gaps?.values ?? []));
      const { [settingKeys.pending]: _, ...before } = kept;
      const next = { ...before, [settingKeys.secret]: secret, [settingKeys.written]: plan.written };
      const { sheets, skipped, saved } = await give(markedName(file.name), plan, next);
      ours = sheets;
      watching.onWritten(plan.sheets.map((sheet, index) => ({ ...sheet, name: sheets[index] ?? sheet.name })));
      return { sheets, skipped, saved };
    },
    clearMarks: clear,
    removeSheets: clear,
    async saveCorrections(corrections: readonly Correction[]) {
      keep({ [settingKeys.corrections]: corrections.length > 0 ? corrections : undefined });
    },
    async saveChoices(chosen: Partial<Choices>) {
      const changes = (['policy', 'score', 'local'] as const).filter((kind) => chosen[kind] !== undefined);
      keep(Object.fromEntries(changes.map((kind) => [settingKeys[kind], unusual(kind, chosen)])));
    },
    async reveal(place: Place) {
      const known = [...snapshot.sheets.map(({ name }) => name), ...ours].includes(place.sheet);
      if (!known || !parseAddress(place.address)) throw new HostError('gone', place.sheet);
      watching.onReveal(place);
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

/** By settings key; undefined where nothing is kept any more. */
type Kept = Readonly<Record<string, unknown>>;

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const defined = (kept: Kept): Kept => Object.fromEntries(Object.entries(kept).filter(([, one]) => one !== undefined));

/** What is so without asking: it leaves nothing behind. */
const usual: Choices = { policy: null, score: true, local: false };

const unusual = (kind: keyof Choices, chosen: Partial<Choices>) =>
  chosen[kind] === usual[kind] ? undefined : chosen[kind];

/** As `host/choices.ts` takes them from Excel. */
function choicesIn(kept: Kept): Choices {
  const { [settingKeys.policy]: policy, [settingKeys.score]: score, [settingKeys.local]: local } = kept;
  return {
    policy: typeof policy === 'string' ? policy : usual.policy,
    score: typeof score === 'boolean' ? score : usual.score,
    local: local !== undefined && local !== false,
  };
}
