import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
// From its own file: the packs themselves would come along.
import { policyAbouts } from '../shared/policies/abouts.ts';
import { createEngine } from './evaluations.ts';
import { Page } from './pages/Page.tsx';
import { loadRollup } from './rollups.tsx';
import { findSample } from './samples.ts';
import { theme } from './theme.ts';

createRoot(document.getElementById('root')!).render(
  <FluentProvider theme={theme}>
    <Page
      createEngine={createEngine}
      policies={policyAbouts}
      localOnly={import.meta.env.SINGLE_FILE ? 'file' : import.meta.env.LOCAL_ONLY}
      loadRollup={loadRollup}
      findSample={findSample}
    />
  </FluentProvider>,
);
