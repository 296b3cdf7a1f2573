/** The host port for Excel. It batches and syncs; what the cells mean is the engine's business. */
import { saveChoices } from './choices.ts';
import { saveCorrections } from './corrections.ts';
import { saveConfirmed } from './explaining.ts';
import { type Host, HostError } from './host.ts';
import { knownSheets } from './known.ts';
import { lookAtWorkbook } from './looking.ts';
import { hostError } from './syncs.ts';
import { reveal, watch } from './watching.ts';

/** Least set: areas of several ranges and events of all sheets at once. */
const least = '1.9';
/** From here on merged areas can be read. */
const withMerges = '1.13';

/** Not needed to open the pane. Fetched before they are needed: by then the service may be out of reach. */
export const fetchReading = () => import('./reading.ts');
export const fetchWriting = () => import('./writing.ts');

/** Call after `Office.onReady`. Every member rejects with HostError `unsupported` in an Excel without ExcelApi 1.9. */
export function createExcelHost(): Host {
  const known = knownSheets();
  const inTurn = turns();
  return {
    look: gated(lookAtWorkbook),
    read: inTurn(async (progress, signal) => {
      const { readWorkbook } = await fetchReading();
      const result = await readWorkbook(supports(withMerges), progress, signal);
      known.learn(result.stamp);
      return result;
    }),
    apply: inTurn(async (...given) => (await fetchWriting()).applyPlan(...given)),
    renewMarks: inTurn(async (...given) => (await fetchWriting()).renewMarks(...given)),
    fill: {
      addSheets: inTurn(async (...given) => (await fetchWriting()).addSheets(...given)),
      putSheet: inTurn(async (...given) => (await fetchWriting()).putSheet(...given)),
      look: gated(async (place) => (await fetchWriting()).standingAt(place, supports(withMerges))),
      put: inTurn(async (...given) => (await fetchWriting()).put(...given)),
    },
    clearMarks: inTurn(async (...given) => (await fetchWriting()).clearMarks(...given)),
    removeSheets: inTurn(async (...given) => (await fetchWriting()).removeSheets(...given)),
    saveCorrections: inTurn(saveCorrections),
    saveChoices: inTurn(saveChoices),
    saveExplanations: inTurn(async (...given) => (await fetchWriting()).saveExplanations(...given)),
    saveConfirmed: inTurn(saveConfirmed),
    reveal: gated(reveal),
    watch: gated((onSelect, onChange) => watch(known, onSelect, onChange)),
  };
}

/** One after the other: what is kept is read, changed and put back, and two explanations are soon given. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Arguments extends unknown[], Result>(run: (...given: Arguments) => Promise<Result>) =>
    gated((...given: Arguments) => {
      const turn = last.then(() => run(...given));
      last = turn.catch(() => {});
      return turn;
    });
}

function gated<Arguments extends unknown[], Result>(run: (...given: Arguments) => Promise<Result>) {
  return async (...given: Arguments): Promise<Result> => {
    if (!supports(least)) throw new HostError('unsupported', `ExcelApi ${least}`);
    try {
      return await run(...given);
    } catch (error) {
      throw hostError(error);
    }
  };
}

function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
