import { Button } from '@fluentui/react-components';
import type { Rollup } from '../../../shared/model.ts';
import type { Gathered } from '../gathering.ts';

interface PartlyProps {
  readonly gathered: Gathered;
  readonly rollup: Rollup | null;
  readonly onResume: () => void;
}

/** That the figures below are not those of all files; nothing where they are. */
export function Partly({ gathered: { files, progress }, rollup, onResume }: PartlyProps) {
  const counted = rollup?.units.filter(({ dataHash }) => dataHash !== null).length ?? 0;
  const stopped = files.filter(({ step }) => step === 'stopped').length;
  if (progress) return rollup && <p className="rollup-line">正在检查，以下只含已检查的 {counted} 个</p>;
  if (stopped === 0) return null;
  return (
    <div className="ways">
      <strong>已停止，只含 {counted} 个文件</strong>
      <Button onClick={onResume}>继续检查这 {stopped} 个</Button>
    </div>
  );
}
