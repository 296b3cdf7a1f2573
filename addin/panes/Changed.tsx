import { use, useMemo } from 'react';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords, sinceWords, verdictWords } from '../../shared/model/words.ts';
import { changesSince, sinceOf } from '../../shared/model/written.ts';
import type { Before, Changes, Evaluation, Since } from '../../shared/model.ts';
import { ExplainingContext } from './explaining.ts';
import { Fold } from './Fold.tsx';
import { VerdictIcon } from './icons.tsx';
import type { Marks } from './states.ts';

interface ChangedProps {
  /** What was written last. */
  readonly before: Before;
  readonly evaluation: Evaluation;
}

/** 与上次比: what has come, gone or changed since the last writing, and whether it was read otherwise then. */
export function Changed({ before, evaluation }: ChangedProps) {
  const { explanations } = use(ExplainingContext);
  const changes = useMemo(() => changesSince(before, evaluation), [before, evaluation]);
  const since = useMemo(() => sinceOf(before, evaluation, explanations), [before, evaluation, explanations]);
  if (before === null || (changes === null && since === null)) return null;
  if (before === 'older')
    return (
      <p className="changed quiet">
        工作簿里的“差距清单”由较早的程序版本写入，读法与现在不同，结论以本次为准；重新写入即可更新。
      </p>
    );
  const written = `上次写入（${before.on ? `${dateText(before.on)}，` : ''}${modeWords[before.mode]}）`;
  const changed = changes?.changed ?? [];
  const counts = [...countsOf(since), ...(changed.length > 0 ? [`指标结论变化 ${changed.length}`] : [])];
  const why = whyOf(changes);
  if (changed.length === 0)
    return (
      <p className="changed quiet">
        {counts.length > 0
          ? `与${written}比，问题${counts.join(' · ')}`
          : `${since ? '' : '各项指标的结论'}与${written}相同`}
        。{why}
      </p>
    );
  return (
    <Fold
      className="changed line"
      summary={
        <span>
          <strong>
            与{written}比，{counts.join(' · ')}
          </strong>
          {why && <span className="quiet">{why}</span>}
        </span>
      }
    >
      {() => (
        <ul className="titles">
          {changed.map(({ indicator: { id, name, verdict }, from, worse }) => (
            <li key={id}>
              {name}：{verdictWords[from]} → <VerdictIcon verdict={verdict} /> {verdictWords[verdict]}
              {worse && '（变差）'}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}

/** Of which check the marks in the workbook are, where they are not those of this one. */
export function OldMarks({ marks }: { readonly marks: Marks | null }) {
  if (!marks || marks.isCurrent) return null;
  const { of, isSame, skipped } = marks;
  const whose = `${of.on ? `${dateText(of.on)}` : '上次'}${modeWords[of.mode]}检查的`;
  if (skipped.length > 0)
    return (
      <p className="changed quiet">
        {skipped.map((sheet) => `“${sheet}”`).join('、')}受保护或读不出条件格式，那里的标注仍是以前的。
      </p>
    );
  return (
    <p className="changed quiet">
      工作簿里的标注是{whose}，与这次的不同；{isSame ? '点“更新标注”即可更新。' : '写入后换成这次的。'}
    </p>
  );
}

/** Without what has none; empty where findings were not kept. */
function countsOf(since: Since | null): string[] {
  if (!since) return [];
  const { fresh, cleared, explained, regressed } = since;
  const counts = { fresh: fresh.size, cleared, explained: explained.size, regressed: regressed.size };
  return (['fresh', 'cleared', 'explained', 'regressed'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [`${sinceWords[kind]} ${counts[kind]}`] : [],
  );
}

function whyOf(changes: Changes | null): string {
  if (!changes) return '';
  const { engine, asOf } = changes;
  return [
    ...(asOf === null ? [] : [`上次截至${dateText(asOf)}。`]),
    ...(engine === null || engine === 'older' ? [] : [`上次由 ${engine} 版读取，读法已改变。`]),
  ].join('');
}
