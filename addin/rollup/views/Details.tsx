import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { modeWords, unitStateText, urbanRuralWords } from '../../../shared/model/words.ts';
import type { Compared, Place, Rollup, RollupUnit } from '../../../shared/model.ts';
import { CellLink } from '../../panes/CellLink.tsx';
import { CloseIcon } from '../../panes/icons.tsx';
import { More } from '../../panes/More.tsx';
import type { Detail, Gathering, RollupWords } from '../gathering.ts';
import { comparedFigureText } from './figures.ts';
import type { Shown } from './Matrix.tsx';
import { receivedText } from './received.ts';
import { TargetWords } from './Targets.tsx';
import {
  demandIn,
  gradeText,
  lookOf,
  pathNames,
  type Standing,
  scoreTitle,
  standingOf,
  standingText,
  standingWords,
  unitName,
  unitsShown,
} from './units.ts';

interface DetailsProps {
  readonly shown: Shown;
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly gathering: Gathering;
  readonly onReveal: (file: string, place: Place) => void;
  /** Opens the file in 检查; null where that cannot be. */
  readonly onOpen: ((file: string) => void) | null;
  readonly onClose: () => void;
}

/** Figures, reasons and places of what was chosen. It takes the focus; Esc closes it. */
export function Details({ shown, onClose, ...props }: DetailsProps) {
  const { rollup, words } = props;
  const now = (unit: RollupUnit) => unitsShown(rollup).find(({ key }) => key === unit.key) ?? unit;
  const name = (id: string) => rollup.indicators.find((one) => one.id === id)?.name ?? id;
  switch (shown.kind) {
    case 'pooled':
      return (
        <Panel title={name(shown.indicator)} about="全部单位" onClose={onClose}>
          <PooledDetail id={shown.indicator} rollup={rollup} words={words} />
        </Panel>
      );
    case 'unit':
      return (
        <Panel title={unitName(shown.unit.unit, words)} about={unitStateText(now(shown.unit))} onClose={onClose}>
          <UnitDetail unit={now(shown.unit)} {...props} />
        </Panel>
      );
    case 'cell':
      return (
        <Panel title={name(shown.indicator)} about={unitName(shown.unit.unit, words)} onClose={onClose}>
          <CellDetail unit={now(shown.unit)} indicator={shown.indicator} {...props} />
        </Panel>
      );
  }
}

interface PanelProps {
  readonly title: string;
  readonly about: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Panel({ title, about, onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each that is chosen
  useEffect(() => heading.current?.focus(), [title, about]);
  return (
    <section className="details" aria-label="详情">
      <header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus, and Office.js moves Tab on only from what is in its list */}
        <h2 ref={heading} tabIndex={0}>
          {title}
          <span className="quiet">{about}</span>
        </h2>
        <Button appearance="subtle" icon={<CloseIcon />} aria-label="关闭详情" onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard */}
      <section className="details-body" tabIndex={0} aria-label={title}>
        {children}
      </section>
    </section>
  );
}

function PooledDetail({ id, rollup, words }: Pick<DetailsProps, 'rollup' | 'words'> & { readonly id: string }) {
  const indicator = rollup.indicators.find((one) => one.id === id);
  const target = words?.indicators.find((one) => one.id === id)?.target ?? '';
  if (!indicator) return null;
  return (
    <>
      {target && <p>目标 {target}</p>}
      <TargetWords {...{ indicator, target }} units={unitsShown(rollup)} demand={demandIn(rollup, words, id)} />
      {indicator.pooled && (
        <p className="quiet">合并计算是分子之和除以分母之和，只算判定得了的单位；未报送的、缺数据的不在其中。</p>
      )}
    </>
  );
}

type UnitDetailProps = Omit<DetailsProps, 'shown' | 'onClose' | 'gathering'> & { readonly unit: RollupUnit };

function UnitDetail({ unit, rollup, words, onOpen, onReveal }: UnitDetailProps) {
  const { file, time, received, late, returned, score, findings, explained, changed, unjudged, urbanRural } = unit;
  if (file === null) return <p>还没有报送，不参与各项合并计算，也没有名次。</p>;
  const grade = gradeText(unit, rollup.mode);
  const items = words?.judged.filter(({ id }) => unjudged.includes(id)).map(({ name }) => name) ?? [];
  const names = changed.map((id) => rollup.indicators.find((one) => one.id === id)?.name ?? id);
  const across = rollup.findings.filter(({ places }) => places.some((place) => place.file === file));
  return (
    <>
      <Facts
        facts={[
          ['文件', file],
          ['评估', time && `${modeWords[time]}评估，${urbanRuralWords[urbanRural]}`],
          ['收到', received && receivedText(received, late)],
          ['前面', returned > 0 ? `${returned} 份` : null],
          [scoreTitle(rollup.mode), score === null ? null : `${score.toFixed(2)}${grade ? `，${grade}` : ''}`],
          ['待人评', items.length > 0 ? items.join('、') : null],
          ['问题', `强制 ${findings.error}，核实 ${findings.warning}（已说明 ${explained}），提示 ${findings.note}`],
          ['与上一份比', names.length > 0 ? `${names.join('、')} 不同` : null],
        ]}
      />
      {across.map(({ message, places }) => (
        <div key={message} className="line">
          <p>{message}</p>
          {places
            .filter((place) => place.file === file)
            .map((place) => (
              <CellLink key={`${place.sheet}|${place.address}`} place={place} onReveal={() => onReveal(file, place)} />
            ))}
        </div>
      ))}
      {onOpen && (
        <div className="ways">
          <Button onClick={() => onOpen(file)}>在检查中打开</Button>
        </div>
      )}
    </>
  );
}

type CellDetailProps = UnitDetailProps & { readonly indicator: string; readonly gathering: Gathering };

function CellDetail({ unit, indicator, rollup, words, gathering, onReveal, onOpen }: CellDetailProps) {
  const { file, dataHash } = unit;
  const [told, setTold] = useState<{ readonly of: string; readonly detail: Detail | null } | null>(null);
  const of = [file, indicator, dataHash].join('|');
  useEffect(() => {
    let isGone = false;
    gathering.detail(file ?? '', indicator).then(
      (detail) => isGone || setTold({ of, detail }),
      () => isGone || setTold({ of, detail: null }),
    );
    return () => {
      isGone = true;
    };
  }, [gathering, file, indicator, of]);

  const standing = standingOf(unit, indicator, demandIn(rollup, words, indicator));
  const chip = (
    <p>
      <span className={`chip fill-${lookOf(standing)}`}>{standingText(standing)}</span>
    </p>
  );
  if (told?.of !== of) return chip;
  const { detail } = told;
  const compared = rollup.comparison.find(({ key, id }) => key === unit.key && id === indicator);
  if (!detail || file === null)
    return (
      <>
        {chip}
        <p>这个单位的工作簿里没有这一项的数。</p>
      </>
    );
  return (
    <>
      {chip}
      <Facts
        facts={[
          ['数', detail.figure],
          ['目标', detail.target || null],
          ['差距', detail.gap],
          ['对比', compared && isAsked(standing) ? comparedText(compared) : null],
          ['文件', pathNames(file)[0]],
        ]}
      />
      {detail.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <h3>取数位置</h3>
      {detail.evidence.length === 0 && <p className="quiet">工作簿里没有这一项的数。</p>}
      <ul className="evidence">
        <More items={detail.evidence}>
          {(place) => (
            <li key={`${place.role}|${place.sheet}|${place.address}`}>
              <span className="quiet">{roleWords[place.role] ?? place.role}</span>{' '}
              <CellLink place={place} onReveal={() => onReveal(file, place)} />
            </li>
          )}
        </More>
      </ul>
      <h3>依据</h3>
      <blockquote>{detail.clause}</blockquote>
      {onOpen && (
        <div className="ways">
          <Button onClick={() => onOpen(file)}>在检查中打开</Button>
        </div>
      )}
    </>
  );
}

const roleWords: Readonly<Record<string, string>> = {
  numerator: '分子',
  denominator: '分母',
  undecided: '待核实',
  source: '来源',
};

const isAsked = (standing: Standing) => standing !== 'not_applicable' && standing !== 'absent';

/** `基线 2/10，中期 3/10，终期 4/10`. */
function comparedText({ baseline, midterm, final }: Compared): string {
  return (
    [
      ['基线', baseline],
      ['中期', midterm],
      ['终期', final],
    ] as const
  )
    .flatMap(([word, figure]) => (figure ? [`${word} ${figureText(figure)}`] : []))
    .join('，');
}

/** Without a figure what its verdict says: 缺数据, 不适用. */
const figureText = (figure: Parameters<typeof comparedFigureText>[0]): string =>
  comparedFigureText(figure) ?? standingWords[figure.verdict ?? 'missing'];

function Facts({ facts }: { readonly facts: readonly (readonly [term: string, fact: string | null])[] }) {
  return (
    <dl className="facts">
      {facts.map(([term, fact]) =>
        fact === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
