import type { Evaluation, Evidence, Place } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { type CountedRows, countedRows, saidOfRow } from './counted.ts';
import { Fold } from './Fold.tsx';
import { kindWords } from './ListForm.tsx';
import { More } from './More.tsx';
import type { ReadTable } from './names.ts';

interface CountedProps {
  readonly table: ReadTable;
  readonly evaluation: Evaluation;
  readonly onReveal: (place: Place) => void;
}

/** Which rows of a list count, for each indicator that takes any; which do not, and why. */
export function Counted(props: CountedProps) {
  const { table, evaluation } = props;
  const all = countedRows(table, evaluation.indicators);
  if (table.kind !== 'full' && all.length === 0) return <p>整张表{kindWords[table.kind]}。</p>;
  if (all.length === 0) return <p>没有指标逐行计算这张表。</p>;
  return all.map((one) => <Rows key={one.indicator.id} of={one} {...props} />);
}

function Rows({ of, table, evaluation, onReveal }: { readonly of: CountedRows } & CountedProps) {
  const { indicator, counted, undecided, others, isCertain } = of;
  const isRatio = counted.some(({ role }) => role === 'denominator');
  return (
    <Fold
      className="counted"
      name={`counted|${table.sheet}|${table.address}|${indicator.id}`}
      summary={
        <span>
          {indicator.name}
          <span className="quiet">
            {undecided.length > 0 && `待核实 ${undecided.length} 处，`}
            {isCertain ? '不计入' : '不计入或还不能确定'} {others.length} 行
          </span>
        </span>
      }
    >
      {() => (
        <>
          {isRatio && <Cells title="分母" cells={counted} of="denominator" onReveal={onReveal} />}
          <Cells title={isRatio ? '分子' : '计入'} cells={counted} of="numerator" onReveal={onReveal} />
          <Cells title="待核实" cells={undecided} of="undecided" onReveal={onReveal} />
          <More items={others}>
            {({ row, isSum }) => {
              const said = saidOfRow(table, row, evaluation);
              return (
                <p key={row}>
                  <CellLink
                    short
                    place={{ sheet: table.sheet, address: `${firstColumn(table)}${row}` }}
                    onReveal={onReveal}
                  />{' '}
                  {isSum
                    ? '合计行。'
                    : said.length > 0
                      ? said[0]!.message
                      : '不符合这一项的计入条件，条件见“指标”里的计算方法。'}
                </p>
              );
            }}
          </More>
        </>
      )}
    </Fold>
  );
}

const firstColumn = ({ address }: ReadTable) => /^[A-Z]+/.exec(address)?.[0] ?? 'A';

interface CellsProps {
  readonly title: string;
  readonly cells: readonly Evidence[];
  readonly of: Evidence['role'];
  readonly onReveal: (place: Place) => void;
}

function Cells({ title, cells, of, onReveal }: CellsProps) {
  const some = cells.filter((one) => one.role === of);
  if (some.length === 0) return null;
  return (
    <div className="finding-places">
      <span className="quiet">{title}</span>
      <More items={some}>{(place) => <CellLink key={place.address} short place={place} onReveal={onReveal} />}</More>
    </div>
  );
}
