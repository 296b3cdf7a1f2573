/** In a workbook that was not masked yet nothing is a token, whatever a person has typed. */
import { TOKEN } from '../model/tokens.ts';
import type { Cell, WorkbookSnapshot } from '../model.ts';
import { mapped } from './mapped.ts';

const TOKENS = new RegExp(TOKEN.source, 'gi');
const HEX = /^[0-9a-f]{12}$/;

/** The snapshot without anything in it that would pass for a token; itself where nothing would. */
export function withoutTyped(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  if (snapshot.masked) return snapshot;
  const sheets = mapped(snapshot.sheets, (sheet) => {
    const values = mapped(sheet.values, (row) => mapped(row, withoutToken));
    return values === sheet.values ? sheet : { ...sheet, values };
  });
  const { name } = snapshot;
  const spelled = name === undefined ? name : (withoutToken(name) as string);
  return sheets === snapshot.sheets && spelled === name ? snapshot : { ...snapshot, name: spelled, sheets };
}

function withoutToken(cell: Cell): Cell {
  if (typeof cell === 'string')
    return cell.includes('〔') ? cell.replace(TOKENS, (typed) => `(${typed.slice(1, -1)})`) : cell;
  if (typeof cell !== 'object' || cell === null || !('masked' in cell)) return cell;
  return cell.masked === null || HEX.test(cell.masked) ? cell : { masked: null, kind: cell.kind };
}
