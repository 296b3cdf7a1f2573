import { Button } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Place, PolicyAbout } from '../shared/model.ts';
import type { Host } from './host/host.ts';
import { asideNotice } from './messages.ts';
import { CloseIcon } from './panes/icons.tsx';
import { JobHead } from './panes/JobHead.tsx';
import { JobTabs } from './panes/JobTabs.tsx';
import { Bar } from './panes/Notices.tsx';
import type { Notice } from './panes/states.ts';
import { type FindSample, type LoadRollup, RollupBody, useRollups, useSample } from './rollups.tsx';

interface RollupProps {
  readonly host: Host;
  readonly policies: readonly PolicyAbout[];
  readonly loadRollup: LoadRollup;
  readonly findSample: FindSample;
  /** Of the workbook beside it, as it was checked last; null where it was not. */
  readonly ownDataHash: string | null;
}

/** 汇总 in the task pane, beside a workbook of which it shows cells. */
export function Rollup({ loadRollup, findSample, host, policies, ownDataHash }: RollupProps) {
  const coming = useRollups(loadRollup, policies);
  const onSample = useSample(findSample, coming);
  const [notice, setNotice] = useState<Notice | null>(null);
  const fetch = useEffectEvent(coming.fetch);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => void fetch().catch(() => {}), []);
  // What led here is out of sight, and this came after it.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body)
      pane.current!.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);

  function select(place: Place) {
    setNotice(null);
    host.reveal(place).catch((error) => setNotice(asideNotice(error)));
  }

  return (
    <main className="pane" ref={pane}>
      <JobHead policy={coming.rollups?.gathering.current().policy.id ?? policies[0]!.id}>
        <JobTabs />
      </JobHead>
      {notice && (
        <div className="pane-top">
          <Bar
            tone={notice.tone}
            title={notice.title}
            close={
              <Button
                appearance="transparent"
                icon={<CloseIcon />}
                aria-label="关闭提示"
                onClick={() => setNotice(null)}
              />
            }
          >
            {notice.lines.map((line) => (
              <span key={line} className="notice-line">
                {line}
              </span>
            ))}
          </Bar>
        </div>
      )}
      <RollupBody coming={coming} onOpenFile={null} onSelect={select} ownDataHash={ownDataHash} onSample={onSample} />
    </main>
  );
}
