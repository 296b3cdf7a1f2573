import { dateText, gapText, targetText, valueText } from '../../shared/model/figures.ts';
import { gapWords } from '../../shared/model/gaps.ts';
import { lacking, type MissingGroup, missingByReason } from '../../shared/model/missing.ts';
import { innerQuotes } from '../../shared/model/quotes.ts';
import { scopeWords } from '../../shared/model/words.ts';
import type { Evaluation, Evidence, Indicator, Place, Verdict } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnLink } from './ColumnLink.tsx';
import { columnOfIndicator, type Doubt } from './columns.ts';
import { ExplainGap } from './Explain.tsx';
import { Fold } from './Fold.tsx';
import { VerdictIcon } from './icons.tsx';
import { More } from './More.tsx';
import { lookOf, type Standing, standingOf, standingWords } from './standings.ts';
import type { IndicatorWords, Words } from './words.ts';

interface IndicatorsProps {
  readonly evaluation: Evaluation;
  readonly words: Words;
  /** Of which they may lack what they do. */
  readonly columns: readonly Doubt[];
  readonly onReveal: (place: Place) => void;
}

/** What is to be done first, then what is known, and folded away what asks for nothing. */
export function Indicators(props: IndicatorsProps) {
  const { evaluation } = props;
  return groups.map(([title, standings, folded]) => {
    const group = standings.flatMap((standing) =>
      evaluation.indicators.filter((indicator) => standingOf(indicator, evaluation) === standing),
    );
    if (group.length === 0) return null;
    const heading = (
      <>
        {title}
        <span className="count">{group.length}</span>
      </>
    );
    const rows = () =>
      standings.includes('missing')
        ? missingByReason(group).map((lack) => <Lack key={lack.reason} lack={lack} {...props} />)
        : group.map((indicator) => <Row key={indicatorName(indicator)} indicator={indicator} {...props} />);
    if (folded && group.length > 3) {
      return (
        <Fold
          key={title}
          name={`indicators|${title}`}
          className="group"
          summary={<span className="group-title">{heading}</span>}
        >
          {rows}
        </Fold>
      );
    }
    return (
      <section key={title} className="group">
        <h2 className="group-title">{heading}</h2>
        {rows()}
      </section>
    );
  });
}

/** One table that was not handed in can keep twenty-five indicators waiting: it is said once. */
function Lack({ lack, ...props }: { readonly lack: MissingGroup } & IndicatorsProps) {
  const { reason, indicators } = lack;
  const rows = () =>
    indicators.map((indicator) => <Row key={indicatorName(indicator)} indicator={indicator} {...props} />);
  if (indicators.length === 1) return rows();
  return (
    <Fold
      name={`lack|${reason}`}
      className="finding-group"
      summary={
        <>
          <VerdictIcon verdict="missing" />
          <span>
            {reason}
            <span className="quiet">因此缺数据的指标有 {indicators.length} 项</span>
          </span>
        </>
      }
    >
      {rows}
    </Fold>
  );
}

const groups: readonly (readonly [title: string, standings: readonly Standing[], folded: boolean])[] = [
  ['需要处理', ['unmet', 'behind', 'to_verify'], false],
  ['缺数据', ['missing'], true],
  ['进行中', ['on_track'], false],
  ['已达标', ['met'], false],
  ['未到期，没有数据', ['later'], true],
  ['参考、不适用', ['reference', 'not_applicable'], true],
];

/** Folds that it lies in, from the outermost, and its own: all have to be open for it to be seen. */
export function wayTo(indicator: Indicator, evaluation: Evaluation): readonly string[] {
  const standing = standingOf(indicator, evaluation);
  const [title = ''] = groups.find(([, standings]) => standings.includes(standing)) ?? [];
  const lack =
    standing === 'missing' &&
    missingByReason(lacking(evaluation, 'now')).find((one) => one.indicators.includes(indicator));
  return [`indicators|${title}`, ...(lack ? [`lack|${lack.reason}`] : []), indicatorName(indicator)];
}

const indicatorName = ({ id, scope, entity, basis }: Indicator) => ['indicator', id, scope, entity, basis].join('|');

type RowProps = { readonly indicator: Indicator } & IndicatorsProps;

function Row(props: RowProps) {
  return <IndicatorRow name={indicatorName(props.indicator)} {...props} />;
}

/** `name` is that of its fold; without one it forgets whether it was open. */
export function IndicatorRow({ indicator, name: fold = '', ...props }: RowProps & { readonly name?: string }) {
  const { name, basis, verdict, reasons } = indicator;
  const standing = standingOf(indicator, props.evaluation);
  const look = lookOf(standing);
  const gap = gapWords(indicator);
  const goal = targetText(indicator);
  return (
    <Fold
      name={fold}
      className="indicator"
      summary={
        <>
          <VerdictIcon verdict={look} />
          <span className="indicator-name">
            {name}
            {basis && <span className="quiet">（{basis}）</span>}
          </span>
          <span className={`chip fill-${look}`}>{standingWords[standing]}</span>
          {verdict !== 'missing' && (
            <span className="indicator-figures">
              {valueText(indicator)}
              {goal && <span className="quiet">目标 {goal}</span>}
            </span>
          )}
          {gap && <strong className={`indicator-gap tone-${verdict}`}>{gap}</strong>}
          {!gap && explained.includes(look) && reasons[0] && <span className="indicator-gap">{reasons[0]}</span>}
        </>
      }
    >
      {() => <Details indicator={indicator} {...props} />}
    </Fold>
  );
}

/** Verdicts that mean little without their reason, or without what is missing. */
const explained: readonly Verdict[] = ['unmet', 'behind', 'to_verify', 'missing', 'not_applicable'];

function Details({ indicator, words, columns, onReveal }: RowProps) {
  const { id, basis, scope, entity, numerator, denominator, lower, upper, target, citation, evidence, reasons } =
    indicator;
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['范围', entity ? `${scopeWords[scope]}（${entity}）` : scopeWords[scope]],
    ['分子', denominator === null ? null : numerator],
    ['分母', denominator],
    ['可能范围', lower === upper ? null : `${lower}～${upper}`],
    ['差距', gapText(indicator) || null],
    ['期限', target ? dateText(target.due) : null],
  ];
  const undecided = evidence.filter(({ role }) => role === 'undecided');
  const decided = evidence.filter(({ role }) => role !== 'undecided');
  return (
    <div className="indicator-body">
      <ColumnLink doubt={columnOfIndicator(indicator, columns)} />
      {undecided.length > 0 && (
        <>
          <h3>待核实的单元格</h3>
          <div className="finding-places">
            <More items={undecided}>
              {(place) => <CellLink key={`${place.sheet}|${place.address}`} place={place} onReveal={onReveal} />}
            </More>
          </div>
        </>
      )}
      <dl>
        {facts.map(([term, fact]) =>
          fact === null ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ),
        )}
      </dl>
      {reasons.length > 0 && (
        <>
          <h3>说明</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <ExplainGap indicator={indicator} />
      <h3>依据</h3>
      <blockquote>
        “{innerQuotes(citation.quote)}”
        <footer>
          {citation.source} {citation.section}
        </footer>
      </blockquote>
      {words[id] && <Calibre words={words[id]} basis={basis} />}
      {decided.length > 0 && (
        <>
          <h3>取数位置</h3>
          <ul className="evidence">
            {decided.map((place) => (
              <li key={`${place.role}|${place.sheet}|${place.address}`}>
                <span className="quiet">{roleWords[place.role]}</span> <CellLink place={place} onReveal={onReveal} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Said once: what is counted another way for reference names the indicator that says it. */
function Calibre({ words, basis }: { readonly words: IndicatorWords; readonly basis: string | undefined }) {
  const { name, sections } = words;
  if (basis) {
    return (
      <p className="quiet">
        按“{basis}”另算，供参考；计算方法和口径见“{name}”。
      </p>
    );
  }
  return (
    <Fold className="method" summary="计算方法和口径">
      {() =>
        sections.map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))
      }
    </Fold>
  );
}

const roleWords: Readonly<Record<Evidence['role'], string>> = {
  numerator: '分子',
  denominator: '分母',
  undecided: '待核实',
  source: '来源',
};
