import { Button } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { OtherWork } from './JobTabs.tsx';
import { Menu } from './Menu.tsx';
import { missing } from './missing.tsx';

const Help = lazy(() => import('../help/Help.tsx').then(({ Help }) => ({ default: Help }), missing));

interface JobHeadProps {
  /** Id of the policy that 帮助 speaks of. */
  readonly policy: string;
  readonly children: ReactNode;
}

/** A row on top, with ⋯ in the corner. */
export function JobHead({ policy, children }: JobHeadProps) {
  const [isHelped, setHelped] = useState(false);
  return (
    <div className="pane-head job-head">
      {children}
      <Menu>
        {(close) => (
          <>
            <Button
              onClick={() => {
                close();
                setHelped(true);
              }}
            >
              帮助
            </Button>
            <OtherWork onDone={close} />
          </>
        )}
      </Menu>
      {isHelped && (
        <Suspense>
          <Help policy={policy} onClose={() => setHelped(false)} />
        </Suspense>
      )}
    </div>
  );
}
