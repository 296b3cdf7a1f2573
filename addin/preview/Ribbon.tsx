import type { Sample } from './samples.ts';

interface Props {
  readonly samples: readonly Sample[];
  /** File of the sample that is open. */
  readonly chosen: string;
  readonly onSample: (file: string) => void;
  readonly onFile: (file: File) => void;
  readonly onSave: () => void;
  readonly onFill: () => void;
  readonly onCheck: () => void;
  readonly onRollup: () => void;
  readonly onClear: () => void;
}

/** Files on the left; on the right the add-in's group, as the manifest puts it on the ribbon of Excel. */
export function Ribbon({ samples, chosen, onSample, onFile, onSave, onFill, onCheck, onRollup, onClear }: Props) {
  const known = samples.some(({ file }) => file === chosen);
  return (
    <div className="ribbon">
      <div className="group">
        <div>
          <select aria-label="样例" value={known ? chosen : ''} onChange={({ target }) => onSample(target.value)}>
            {!known && <option value="">选择样例…</option>}
            {samples.map(({ file, title }) => (
              <option key={file} value={file}>
                {title}
              </option>
            ))}
          </select>
          <label>
            打开 .xlsx…
            <input
              type="file"
              accept=".xlsx,.xlsm"
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file) onFile(file);
                // The same file may be chosen again.
                target.value = '';
              }}
            />
          </label>
          <button type="button" onClick={onSave}>
            保存为 .xlsx
          </button>
        </div>
        <small>文件（也可以把文件拖进来）</small>
      </div>
      <div className="group">
        <div>
          <button type="button" className="large" onClick={onFill}>
            <img src="/icons/fill-32.png" width="32" height="32" alt="" />
            填报
          </button>
          <button type="button" className="large" onClick={onCheck}>
            <img src="/icons/check-32.png" width="32" height="32" alt="" />
            检查
          </button>
          <button type="button" className="large" onClick={onRollup}>
            <img src="/icons/rollup-32.png" width="32" height="32" alt="" />
            汇总
          </button>
          <button type="button" className="large" onClick={onClear}>
            <img src="/icons/clear-32.png" width="32" height="32" alt="" />
            清除标注
          </button>
        </div>
        <small>三社联动</small>
      </div>
    </div>
  );
}
