import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
// From its own file: the packs themselves would come along.
import { policyAbouts } from '../shared/policies/abouts.ts';
import { createEngine } from './evaluations.ts';
import { createExcelHost, fetchReading, fetchWriting } from './host/excel.ts';
import { Jobs } from './Jobs.tsx';
import { allJobs } from './panes/jobs.ts';
import { jobMemory, sessionMemory } from './returns.ts';
import { loadRollup } from './rollups.tsx';
import { findSample } from './samples.ts';
import { theme } from './theme.ts';

/** Where a button of the ribbon goes, see manifest.xml; those installed before 0.6 say `run`. */
const goneTo = (search: URLSearchParams) =>
  allJobs.find((job) => [search.get('go'), search.get('run')].includes(job)) ?? null;

const root = document.getElementById('root')!;

// Without office.js, opening.js says so.
if (typeof Office !== 'undefined') {
  Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) {
      root.textContent =
        '本页面是 Excel 的任务窗格，请在 Excel 中打开：先打开报送的工作簿，再点“开始”选项卡上的“检查”。';
      return;
    }
    // At once, and not only when React comes to it: opening.js goes by what is there.
    root.textContent = '';
    createRoot(root).render(
      <FluentProvider theme={theme}>
        <Jobs
          host={createExcelHost()}
          engine={createEngine()}
          policies={policyAbouts}
          localOnly={import.meta.env.LOCAL_ONLY}
          go={goneTo(new URLSearchParams(location.search))}
          memory={sessionMemory()}
          gone={jobMemory()}
          loadRollup={loadRollup}
          findSample={findSample}
        />
      </FluentProvider>,
    );
    Promise.all([fetchReading(), fetchWriting()]).catch(() => {});
  });
}
