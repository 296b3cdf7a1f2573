/** The validation of a range: one for all its cells, or none that can be named. */
import { cellCount, intersectAreas } from '../areas.ts';
import type { Area, DataValidation } from '../workbook.ts';
import { without } from './clearing.ts';
import { badArgument, notImplemented } from './failures.ts';
import { mayFormat } from './guards.ts';
import { type HostObject, type Place, property } from './objects.ts';

export function dataValidation(place: Place): HostObject {
  const { sheet } = place;
  const total = countCells(place.areas);
  const covered = ({ areas }: DataValidation): number =>
    countCells(areas.flatMap((area) => place.areas.flatMap((own) => intersectAreas(area, own) ?? [])));
  const touching = (): readonly DataValidation[] => sheet.dataValidations().filter((each) => covered(each) > 0);
  const whole = (): DataValidation | null => touching().find((each) => covered(each) === total) ?? null;
  // Documented: `None` without a rule, `Inconsistent` where cells differ or only some have one.
  const type = (): string => whole()?.type ?? (touching().length > 0 ? 'Inconsistent' : 'None');
  const change = (part: Partial<DataValidation>): void => {
    mayFormat(sheet);
    const before = whole() ?? { type: 'None', rule: {}, ignoreBlanks: true, prompt: null, alert: null };
    sheet.setDataValidations([
      ...without(sheet.dataValidations(), place.areas),
      { ...before, ...part, areas: place.areas },
    ]);
  };
  return {
    type: 'DataValidation',
    properties: {
      Type: property(type),
      Rule: property(
        () => whole()?.rule ?? {},
        (rule: DataValidation['rule']) => {
          // Refused where cells differ: office-js #2594.
          if (type() === 'Inconsistent') throw badArgument();
          change({ rule, type: typeOf(rule) });
        },
      ),
      IgnoreBlanks: property(
        () => whole()?.ignoreBlanks ?? true,
        (ignoreBlanks) => change({ ignoreBlanks }),
      ),
      Prompt: property<{ title: string; message: string; showPrompt: boolean }>(
        () => {
          const { title = '', message = '', show = false } = whole()?.prompt ?? {};
          return { title, message, showPrompt: show };
        },
        ({ title, message, showPrompt }) => {
          checkLengths(title, message, longest.prompt);
          change({ prompt: { title, message, show: showPrompt } });
        },
      ),
      ErrorAlert: property<{ title: string; message: string; style: 'Stop'; showAlert: boolean }>(
        () => {
          const { title = '', message = '', style = 'Stop', show = true } = whole()?.alert ?? {};
          return { title, message, style: style as 'Stop', showAlert: show };
        },
        ({ title, message, style, showAlert }) => {
          checkLengths(title, message, longest.alert);
          change({ alert: { title, message, style, show: showAlert } });
        },
      ),
    },
    methods: {
      Clear: () => {
        mayFormat(sheet);
        sheet.setDataValidations(without(sheet.dataValidations(), place.areas));
      },
    },
  };
}

/** Characters that Excel takes. */
const longest = { title: 32, prompt: 255, alert: 225, list: 255 };

function checkLengths(title: string, message: string, most: number): void {
  if (title.length > longest.title || message.length > most) throw badArgument();
}

function typeOf(rule: DataValidation['rule']): string {
  const [kind = 'none', limits] = Object.entries(rule)[0] ?? [];
  const { source, formula1, formula2 } = (limits ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > longest.list) throw badArgument();
  // Excel makes a date of `2020-11-30`; in a file it would be a subtraction.
  if ([formula1, formula2].some((limit) => typeof limit === 'string' && !limit.startsWith('=')))
    throw notImplemented(`limits of ${kind} that are neither numbers nor formulas`);
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

function countCells(areas: readonly Area[]): number {
  return areas.reduce((sum, area) => sum + cellCount(area), 0);
}
