/** What 填报 does with the workbook: looks at it, on this machine alone, and puts in what a button says. */
import { useEffect, useRef, useState } from 'react';
import { nextDeadline } from '../../shared/fill/deadlines.ts';
import { type Remaining, remainingOf } from '../../shared/fill/remaining.ts';
import { keyedToday } from '../../shared/model/explanation-keys.ts';
import { withExplained } from '../../shared/model/explanations.ts';
import { spokenMode, spokenPolicy } from '../../shared/model/modes.ts';
import type {
  Evaluation,
  Explanation,
  FormSheet,
  Mode,
  Place,
  PlanSheet,
  PolicyAbout,
  Template,
  TemplateKind,
} from '../../shared/model.ts';
import type { Engine } from '../evaluations.ts';
import { useUnkept } from '../explaining.ts';
import type { Filled } from '../filled.ts';
import type { Entry, FillHost, Host, ReadResult } from '../host/host.ts';
import { asideNotice, failureNotice } from '../messages.ts';
import type { Notice } from '../panes/states.ts';
import { randomSecret } from '../secrets.ts';
import { today } from '../today.ts';
import { addedNotice, mendedNotice, receiptNotice, unexplainedNotice, unfilledNotice } from './notices.ts';

export interface FillProps {
  readonly host: Host;
  readonly fillHost: FillHost;
  readonly engine: Engine;
  /** The first is taken where nothing tells another. */
  readonly policies: readonly PolicyAbout[];
  readonly localOnly: boolean | 'file';
}

/** What was seen when the workbook was looked at last. */
export interface Seen {
  readonly basis: ReadResult;
  readonly filled: Filled;
  readonly policy: PolicyAbout;
  /** True where nothing tells of which policy it is, so that it is asked. */
  readonly isPolicyAsked: boolean;
  /** Of which it is handed in next, or says itself that it is. */
  readonly mode: Mode;
  readonly evaluation: Evaluation;
  readonly template: Template;
  readonly left: Remaining;
  /** Headings of the template that are gone, and what stood there. */
  readonly lost: readonly Entry[];
}

export interface Doing {
  readonly step: 'reading' | 'computing' | 'filling';
  readonly share: number | null;
}

interface Setting extends FillProps {
  /** As it was chosen here; null for what the workbook tells. */
  readonly policy: string | null;
}

export function useFilling({ host, fillHost, engine, policies, policy: chosen }: Setting) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isStale, setStale] = useState(false);
  const [explanations, setExplanations] = useState<readonly Explanation[]>([]);
  const secret = useRef<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const isChanged = useRef(false);
  const unkept = useUnkept(host);

  /** `told` is what there is to say beside it; `policy` is what was just chosen. */
  async function look(told: Notice | null = null, policy: string | null = chosen): Promise<void> {
    const stop = new AbortController();
    running.current = stop;
    isChanged.current = false;
    setNotice(told);
    setDoing({ step: 'reading', share: null });
    try {
      // What the workbook will not take now stays said.
      await unkept.keep().catch(() => {});
      const basis = await host.read((share) => setDoing({ step: 'reading', share }), stop.signal);
      secret.current = basis.secret ?? secret.current ?? randomSecret();
      setDoing({ step: 'computing', share: null });
      const now = await seenIn(basis, secret.current, { engine, policies, chosen: policy }, stop.signal);
      if (stop.signal.aborted) return;
      setExplanations(keyedToday(unkept.withUnkept(basis.explanations[now.mode]), now.evaluation));
      setSeen(now);
      // Changes that came while it was read count: nobody knows which of them were seen.
      setStale(isChanged.current);
    } catch (error) {
      if (!stop.signal.aborted) setNotice(failureNotice(error, 'check'));
    } finally {
      if (running.current === stop) {
        running.current = null;
        setDoing(null);
      }
    }
  }

  function cancel() {
    running.current?.abort();
    running.current = null;
    setDoing(null);
  }

  /** What is written is looked at. */
  async function fill(work: () => Promise<Notice>): Promise<void> {
    setNotice(null);
    setDoing({ step: 'filling', share: null });
    try {
      await look(await work());
    } catch (error) {
      setDoing(null);
      setNotice(unfilledNotice(error));
    }
  }

  return {
    seen,
    doing,
    notice,
    isStale,
    explanations,
    look,
    cancel,
    tell: setNotice,
    changed() {
      isChanged.current = true;
      setStale(true);
    },
    add: (sheets: readonly FormSheet[]) => fill(async () => addedNotice(await fillHost.addSheets(sheets))),
    mend: (lost: readonly Entry[]) =>
      fill(async () => {
        await fillHost.put(lost);
        return mendedNotice(lost.length);
      }),
    /** Nothing is looked at again: the slip is ours, and no data. */
    async print(receipt: PlanSheet) {
      setNotice(null);
      setDoing({ step: 'filling', share: null });
      const told = await fillHost.putSheet(receipt).then(receiptNotice, unfilledNotice);
      setDoing(null);
      setNotice(told);
    },
    explain(changed: readonly Explanation[]) {
      const under = secret.current;
      if (under === null) return;
      setExplanations(withExplained(explanations, changed));
      unkept.add(changed, under, explanations);
      unkept.keep().catch((error) => setNotice(unexplainedNotice(error)));
    },
    reveal(place: Place) {
      host.reveal(place).catch((error) => setNotice(asideNotice(error)));
    },
  };
}

interface By {
  readonly engine: Engine;
  readonly policies: readonly PolicyAbout[];
  readonly chosen: string | null;
}

async function seenIn(basis: ReadResult, secret: string, by: By, signal: AbortSignal): Promise<Seen> {
  const { snapshot, corrections, templates, choices } = basis;
  const { policy, isAsked } = policyOf(basis, by);
  const filled = await by.engine.fill({ snapshot, secret, corrections, policy: policy.id, today: today() }, signal);
  const mode = choices.mode ?? spokenMode(snapshot) ?? nextDeadline(policy, filled.day)?.mode ?? 'final';
  const evaluation = filled.at[mode];
  const [template, lost] = await Promise.all([
    by.engine.template(policy.id, kindOf(basis, evaluation)),
    by.engine.lostHeadings(
      templates.flatMap(({ sheet, anchor }) => {
        const found = snapshot.sheets.find(({ name }) => name === sheet);
        return found ? [{ snapshot: found, anchor }] : [];
      }),
    ),
  ]);
  const left = remainingOf({ evaluation, snapshot, made: templates, template, names: filled.tables });
  return { basis, filled, policy, isPolicyAsked: isAsked, mode, evaluation, template, left, lost };
}

/** As it was chosen here, as the template says, as the workbook keeps it, or by its words. */
function policyOf({ templates, choices, snapshot }: ReadResult, { policies, chosen }: By) {
  const known = (id: string | null | undefined) => policies.find((one) => one.id === id);
  const said = known(chosen) ?? known(templates[0]?.anchor.policy) ?? known(choices.policy);
  if (said) return { policy: said, isAsked: false };
  const guess = spokenPolicy(snapshot, policies);
  return { policy: known(guess.policy) ?? policies[0]!, isAsked: guess.why.by === 'doubt' };
}

function kindOf({ templates }: ReadResult, { unit: { urbanRural } }: Evaluation): TemplateKind {
  return templates[0]?.anchor.kind ?? (urbanRural === 'rural' ? 'rural' : 'urban');
}

/** A template as soon as it is there; null until then, and where it does not come. */
export function useTemplate({ template }: Engine, policy: string, kind: TemplateKind): Template | null {
  const [made, setMade] = useState<Template | null>(null);
  useEffect(() => {
    let isOver = false;
    template(policy, kind).then(
      (one) => isOver || setMade(one),
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [template, policy, kind]);
  return made?.policy === policy && made.kind === kind ? made : null;
}
