import { type ReactNode, useMemo, useState } from 'react';
import { isOfKind } from '../../shared/model/kinds.ts';
import type { Mark, Place, PlanSheet, PolicyAbout } from '../../shared/model.ts';
import { marksOf } from '../../shared/report/marks.ts';
import type { Evaluate } from '../evaluations.ts';
import { filePhrases, PhrasesContext } from '../panes/phrases.ts';
import { Session } from '../Session.tsx';
import { createFileHost } from './file-host.ts';
import type { OpenFile } from './files.ts';
import { Sheets } from './Sheets.tsx';
import { planView, valuesView, viewsOf } from './views.ts';

interface OpenedProps {
  readonly file: OpenFile;
  readonly evaluate: Evaluate;
  readonly policies: readonly PolicyAbout[];
  readonly localOnly: boolean | 'file';
  readonly onUnsaved: (unsaved: boolean) => void;
  /** What stands above. */
  readonly children: ReactNode;
}

/** The pane, and beside it the workbook that it speaks of; in a narrow window the sheet is there when it is asked for. */
export function Opened({ file, evaluate, policies, localOnly, onUnsaved, children }: OpenedProps) {
  const { snapshot, own } = file.reading;
  const [place, setPlace] = useState<Place>({ sheet: firstOf(snapshot.sheets), address: 'A1' });
  const [asked, setAsked] = useState(false);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [written, setWritten] = useState<readonly PlanSheet[] | null>(null);

  const host = useMemo(() => {
    const onReveal = (place: Place) => {
      // A new object: the same cell is scrolled to again.
      setPlace({ ...place });
      setAsked(true);
    };
    return createFileHost(file, { onReveal, onWritten: setWritten, onUnsaved });
  }, [file, onUnsaved]);

  const judge = useMemo<Evaluate>(
    () =>
      async (...question) => {
        const answer = await evaluate(...question);
        setMarks(marksOf(answer.evaluation));
        return answer;
      },
    [evaluate],
  );

  const views = useMemo(
    () => [
      ...viewsOf(snapshot),
      ...own.sheets
        .filter((sheet) => !written?.some((one) => isOfKind(one, sheet)))
        .map(({ name, values }) => valuesView(name, values)),
      ...(written ?? []).map(planView),
    ],
    [snapshot, own, written],
  );

  const phrases = useMemo(() => {
    const isMarked = own.marks > 0 || own.sheets.length > 0;
    return filePhrases(isMarked, file.losses);
  }, [own, file]);

  return (
    <PhrasesContext value={phrases}>
      <div className={asked ? 'page asked' : 'page'}>
        {children}
        {views.length > 0 && (
          <Sheets
            views={views}
            marks={marks}
            place={place}
            onSelect={(place) => {
              setPlace(place);
              host.select(place);
            }}
            onClose={() => setAsked(false)}
          />
        )}
        <Session
          host={host}
          evaluate={judge}
          policies={policies}
          localOnly={localOnly}
          checkAtOnce={false}
          memory={null}
        />
      </div>
    </PhrasesContext>
  );
}

const firstOf = (sheets: OpenFile['reading']['snapshot']['sheets']) =>
  (sheets.find(({ visibility }) => visibility === 'Visible') ?? sheets[0])?.name ?? '';
