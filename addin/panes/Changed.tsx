import { dateText } from '../../shared/model/figures.ts';
import { verdictWords } from '../../shared/model/words.ts';
import type { Changes } from '../../shared/model.ts';
import { Fold } from './Fold.tsx';
import { VerdictIcon } from './icons.tsx';

/** What is no longer as it was written last, and whether it was read otherwise then. */
export function Changed({ changes: { changed, engine, asOf } }: { readonly changes: Changes }) {
  const why = [
    ...(asOf === null ? [] : [`上次截至${dateText(asOf)}。`]),
    ...(engine === null || engine === 'older' ? [] : [`上次由 ${engine} 版读取，读法已改变。`]),
  ].join('');
  if (engine === 'older') {
    return (
      <p className="changed quiet">
        工作簿里的“差距清单”由较早的程序版本写入，读法与现在不同，结论以本次为准；重新写入即可更新。
      </p>
    );
  }
  if (changed.length === 0) return <p className="changed quiet">各项结论与上次写入的相同。{why}</p>;
  return (
    <Fold
      className="changed line"
      summary={
        <span>
          <strong>与上次写入的结论不同：{changed.length} 项</strong>
          {why && <span className="quiet">{why}</span>}
        </span>
      }
    >
      {() => (
        <ul className="titles">
          {changed.map(({ indicator: { id, name, verdict }, from }) => (
            <li key={id}>
              {name}：{verdictWords[from]} → <VerdictIcon verdict={verdict} /> {verdictWords[verdict]}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
