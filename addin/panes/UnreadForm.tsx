import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { addressOf, parseAddress } from '../../shared/model/addresses.ts';
import type { Correction } from '../../shared/model.ts';
import type { UnreadArea } from './doubts.ts';
import type { TableName } from './names.ts';

interface UnreadFormProps {
  readonly area: UnreadArea;
  /** Nothing else on the sheet was read. */
  readonly whole: boolean;
  readonly choices: readonly TableName[];
  readonly onSay: (said: Correction) => void;
}

/** “表头在第 _ 行”, “接着上一张表”, or “不是数据”. */
export function UnreadForm({ area: { sheet, address, after }, whole, choices, onSay }: UnreadFormProps) {
  const [asking, setAsking] = useState(false);
  const [rows, setRows] = useState('');
  const [table, setTable] = useState('');
  const area = parseAddress(address);
  const what = whole ? '这张表' : '这一片';
  if (!area) return null;
  if (!asking) {
    return (
      <div className="ways">
        <Button onClick={() => setAsking(true)}>说明表头在哪一行</Button>
        {after && (
          <Button onClick={() => onSay({ kind: 'continues', sheet, address, of: after })}>
            接着{after.sheet === sheet ? '上面' : `“${after.sheet}”`}的表
          </Button>
        )}
        <Button onClick={() => onSay({ kind: 'table', sheet, address, table: null })}>{what}不是数据</Button>
      </div>
    );
  }
  const typed = rowsIn(rows, area.top + 1, area.bottom + 1);
  return (
    <form
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsking(false);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!typed) return;
        setAsking(false);
        const below = addressOf({ ...area, top: typed[0]! - 1 });
        onSay(
          table === '' ? { kind: 'headerRows', sheet, rows: typed } : { kind: 'table', sheet, address: below, table },
        );
      }}
    >
      <p className="ways">
        <label>
          表头在第{' '}
          <input
            className="rows"
            value={rows}
            // biome-ignore lint/a11y/noAutofocus: it was just asked for
            autoFocus
            aria-invalid={rows !== '' && !typed}
            onChange={(event) => setRows(event.target.value)}
          />{' '}
          行
        </label>
        <span className="quiet">
          第 {area.top + 1} 至 {area.bottom + 1} 行之间；表头占两行的，填如“3-4”
        </span>
      </p>
      <div className="ways">
        <select aria-label={`${what}是`} value={table} onChange={(event) => setTable(event.target.value)}>
          <option value="">{what}是…（由程序判断）</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button type="submit" disabled={!typed}>
          确定
        </Button>
        <Button appearance="subtle" onClick={() => setAsking(false)}>
          取消
        </Button>
      </div>
    </form>
  );
}

const MOST_ROWS = 3;

/** `3` or `3-4`, full-width digits too; null for anything else, and for rows that are not of the area. */
function rowsIn(text: string, first: number, last: number): readonly number[] | null {
  const match = /^\s*(\d+)\s*(?:[-~至到、,]\s*(\d+)\s*)?$/.exec(text.normalize('NFKC').replace(/[—–]/g, '-'));
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? from);
  if (from < first || to > last || to < from || to - from >= MOST_ROWS) return null;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
