import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { deadlineText } from '../../shared/fill/deadlines.ts';
import { unitText } from '../../shared/fill/receipts.ts';
import { inOrder, type Remaining as Left, stepTo, type TableFindings } from '../../shared/fill/remaining.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Explanation, Finding, FormSheet, Place, PolicyAbout } from '../../shared/model.ts';
import type { Entry } from '../host/host.ts';
import { CellLink } from '../panes/CellLink.tsx';
import { Fold } from '../panes/Fold.tsx';
import { GoingContext, withOpened } from '../panes/whereabouts.ts';
import { Distances } from './Distances.tsx';
import type { Seen } from './filling.ts';
import { PolicyChoice } from './PolicyChoice.tsx';
import { Returned } from './Returned.tsx';
import { Rows, rowName } from './Rows.tsx';

type At = { readonly key: string; readonly index: number } | null;

interface RemainingProps {
  readonly seen: Seen;
  readonly busy: boolean;
  /** The workbook was changed since: what it lost may stand elsewhere. */
  readonly isStale: boolean;
  readonly explanations: readonly Explanation[];
  /** The finding that was come to last. */
  readonly at: At;
  readonly policies: readonly PolicyAbout[];
  readonly onAt: (at: At) => void;
  readonly onAdd: (sheets: readonly FormSheet[]) => void;
  readonly onMend: (lost: readonly Entry[]) => void;
  readonly onReveal: (place: Place) => void;
  readonly onPolicy: (id: string) => void;
}

/** ① 还差什么: tables, required cells, what else was found, and how far it is to what the document asks for. */
export function Remaining(props: RemainingProps) {
  const { seen, busy, isStale, at, onAt, onAdd, onMend, onReveal } = props;
  const { evaluation, filled, left, policy } = seen;
  const { whereabouts, onGo } = use(GoingContext);
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on where it begins.
  useEffect(() => heading.current?.focus(), []);
  const findings = useMemo(() => inOrder(left), [left]);
  const [before, next] = [stepTo(findings, at, -1), stepTo(findings, at, 1)];

  function go(step: typeof next) {
    if (!step) return;
    const { finding, index } = step;
    onAt({ key: finding.key, index });
    const group = [...left.blanks, ...left.others].find((one) => one.findings.includes(finding))!;
    const name = rowName(finding);
    onGo({ opened: withOpened(whereabouts, groupName(group, left), name) }, name);
    onReveal(finding.at);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? next : event.key === 'ArrowUp' ? before : null;
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
    if (!step || event.altKey || event.ctrlKey || isTyping) return;
    event.preventDefault();
    go(step);
  }

  const groups = (of: readonly TableFindings[]) =>
    of.map((group) => (
      <Group key={groupName(group, left)} name={groupName(group, left)} group={group}>
        <Rows findings={group.findings} at={at?.key ?? null} onReveal={onReveal} />
      </Group>
    ));
  const count = (of: readonly TableFindings[]) => of.reduce((sum, group) => sum + group.findings.length, 0);
  const choice = <PolicyChoice policies={props.policies} policy={policy.id} busy={busy} onPolicy={props.onPolicy} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it
    <div onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus once it is there, and Office.js moves Tab on only from what is in its list */}
      <h1 className="fill-unit" ref={heading} tabIndex={0}>
        {unitText(evaluation)}
      </h1>
      <p className="fill-line">
        {deadlineText(policy, filled.day)}下面按{modeWords[seen.mode]}评估看。
      </p>
      <Returned seen={seen} explanations={props.explanations} onReveal={onReveal} />
      {seen.isPolicyAsked && (
        <div className="line">
          <p>从标题等文字看不出依据哪份文件，请选定。</p>
          {choice}
        </div>
      )}
      <Mending seen={seen} busy={busy || isStale} onMend={onMend} />
      <NotRead left={left} onReveal={onReveal} />
      <Tables left={left} seen={seen} busy={busy} onAdd={onAdd} />
      <div className="list-head">
        <h2 className="group-title">
          {findings.length > 0
            ? `没有填的格 ${count(left.blanks)} 处，要看的 ${count(left.others)} 处`
            : '填了的都没有问题'}
        </h2>
        {findings.length > 0 && (
          <div className="steps">
            <Button size="small" disabled={!before} title="转到上一处的单元格（↑）" onClick={() => go(before)}>
              上一处
            </Button>
            <Button size="small" disabled={!next} title="转到下一处的单元格（↓）" onClick={() => go(next)}>
              下一处
            </Button>
          </div>
        )}
      </div>
      {groups(left.blanks)}
      {groups(left.others)}
      <Distances seen={seen} onReveal={onReveal} />
      {!seen.isPolicyAsked && <div className="line">{choice}</div>}
    </div>
  );
}

const groupName = (group: TableFindings, { blanks }: Left) =>
  `${blanks.includes(group) ? 'blank' : 'found'}|${group.sheet}|${group.table ?? ''}`;

interface GroupProps {
  readonly name: string;
  readonly group: TableFindings;
  readonly children: ReactNode;
}

function Group({ name, group: { sheet, findings }, children }: GroupProps) {
  return (
    <Fold
      name={name}
      className="group"
      summary={
        <span className="group-title">
          {sheet}：{name.startsWith('blank') ? `没有填 ${findings.length} 格` : tallyText(findings)}
        </span>
      }
    >
      {() => children}
    </Fold>
  );
}

/** `必须改 2 处，改或说明 1 处`. */
function tallyText(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const parts = [
    ['必须改', of('error')],
    ['改或说明', of('warning')],
    ['提示', of('note')],
  ] as const;
  return parts
    .filter(([, many]) => many > 0)
    .map(([words, many]) => `${words} ${many} 处`)
    .join('，');
}

interface MendingProps {
  readonly seen: Seen;
  readonly busy: boolean;
  readonly onMend: (lost: readonly Entry[]) => void;
}

/** What became of the template: headings that are gone, and sheets of another version. */
function Mending({ seen: { lost, basis, template }, busy, onMend }: MendingProps) {
  const others = basis.templates.filter(
    ({ anchor }) => anchor.version !== template.version || anchor.policy !== template.policy,
  );
  const blank = lost.filter(({ was }) => was === null);
  return (
    <>
      {others.length > 0 && (
        <p className="line">
          {others.map(({ sheet }) => `“${sheet}”`).join('、')}是另一版的填报表（现在是第 {template.version}{' '}
          版）：照样认，栏目可能不全。
        </p>
      )}
      {blank.length > 0 && (
        <div className="line">
          <p>
            填报表的表头少了 {blank.length} 个：
            {blank.map(({ place, value }) => `“${place.sheet}”${place.address} 应是“${value}”`).join('；')}。
          </p>
          <div className="ways">
            <Button disabled={busy} onClick={() => onMend(blank)}>
              修复表头
            </Button>
            <span className="quiet">把上面说的字填回这 {blank.length} 格，别的不动</span>
          </div>
        </div>
      )}
      {lost
        .filter(({ was }) => was !== null)
        .map((one) => (
          <div className="line" key={`${one.place.sheet}|${one.place.address}`}>
            <p>
              “{one.place.sheet}”{one.place.address} 现在是“{String(one.was)}”，填报表原来是“{one.value}”。
              自己加的栏目不用管；是改错了的，可以换回来。
            </p>
            <div className="ways">
              <Button disabled={busy} onClick={() => onMend([one])}>
                把“{String(one.was)}”换回“{one.value}”
              </Button>
            </div>
          </div>
        ))}
    </>
  );
}

interface NotReadProps {
  readonly left: Left;
  readonly onReveal: (place: Place) => void;
}

/** On sheets of the template: what stands there counts for nothing, and is no table that is not filled in. */
function NotRead({ left: { unread }, onReveal }: NotReadProps) {
  if (unread.length === 0) return null;
  return (
    <div className="line">
      <p>填报表里有 {unread.length} 处没有读出来，不计数。多半是表头整行删了：从新的填报表把表头抄回来。</p>
      {unread.map((place) => (
        <CellLink key={`${place.sheet}|${place.address}`} place={place} onReveal={onReveal} />
      ))}
    </div>
  );
}

interface TablesProps {
  readonly left: Left;
  readonly seen: Seen;
  readonly busy: boolean;
  readonly onAdd: (sheets: readonly FormSheet[]) => void;
}

/** `已填 8 张，还没有填 3 张，还缺 2 张`. */
function Tables({ left: { tables }, seen: { template }, busy, onAdd }: TablesProps) {
  const { filled, empty, lacking } = tables;
  const ids = new Set(lacking.map(({ id }) => id));
  // A sheet of several tables, one of which is there, would bring that one twice.
  const addable = template.sheets.filter(({ anchor }) => anchor.tables.every((id) => ids.has(id)));
  const halves = template.sheets.filter((one) => !addable.includes(one) && one.anchor.tables.some((id) => ids.has(id)));
  const parts = [
    `已有 ${filled.length + empty.length} 张表`,
    ...(empty.length > 0 ? [`其中 ${empty.length} 张还没有填`] : []),
    ...(lacking.length > 0 ? [`还缺 ${lacking.length} 张`] : []),
  ];
  return (
    <Fold name="tables" className="group" summary={<span className="group-title">{parts.join('，')}</span>}>
      {() => (
        <div className="line">
          {filled.length > 0 && <p>已填：{namesOf(filled)}</p>}
          {empty.length > 0 && <p>还没有填：{namesOf(empty)}</p>}
          {lacking.length > 0 && (
            <>
              <p>还缺：{namesOf(lacking)}</p>
              <p className="quiet">确实没有这项工作的，可以不报这张表。</p>
            </>
          )}
          {addable.length > 0 && (
            <div className="ways">
              <Button disabled={busy} onClick={() => onAdd(addable)}>
                新建缺的表
              </Button>
              <span className="quiet">
                在末尾加 {addable.length} 张空表：{addable.map(({ name }) => name).join('、')}
              </span>
            </div>
          )}
          {halves.map(({ name, anchor }) => (
            <p key={name} className="quiet">
              “{name}”这张填报表上，本册已有
              {namesOf(filled.concat(empty).filter(({ id }) => anchor.tables.includes(id)))}
              ，缺{namesOf(lacking.filter(({ id }) => anchor.tables.includes(id)))}
              。整张再加，已有的就成了两份，所以这里不加：在一个新工作簿里新建填报表（或下载一份），把缺的那几块连表头复制到本册的一张空工作表里填。
            </p>
          ))}
        </div>
      )}
    </Fold>
  );
}

const namesOf = (tables: readonly { readonly name: string }[]) => tables.map(({ name }) => name).join('、');
