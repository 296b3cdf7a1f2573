import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { longestWording } from '../../shared/model/contract.ts';
import type { Correction } from '../../shared/model.ts';
import type { Doubt } from './columns.ts';

const NOT_DATA = '-';

/**
 * “这一列是…”: a choice among the table's fields, and buttons, for arrow keys alone change a choice: for this column, or for
 * every column of such a heading.
 */
export function ColumnForm(props: { readonly doubt: Doubt; readonly onSay: (said: Correction) => void }) {
  const { table, column, heading, fields } = props.doubt;
  const [chosen, setChosen] = useState('');
  const field = chosen === NOT_DATA ? null : chosen;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { sheet, address } = table;
        props.onSay({ kind: 'column', sheet, address, column, field });
      }}
    >
      <p>{heading === '' ? '这一列没有表头，但有内容。' : `不明白“${heading}”是什么。`}</p>
      <div className="ways">
        <select
          aria-label={`${table.sheet} ${column} 列${heading === '' ? '' : `“${heading}”`}是`}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">这一列是…</option>
          {fields.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
          <option value={NOT_DATA}>不是数据</option>
        </select>
        <Button type="submit" disabled={chosen === ''}>
          确定
        </Button>
        {heading !== '' && heading.length <= longestWording && (
          <Button
            disabled={chosen === ''}
            onClick={() => props.onSay({ kind: 'column', table: table.id, heading, field })}
          >
            凡是这个表头都是
          </Button>
        )}
      </div>
    </form>
  );
}
