/** Which county, street and community a workbook belongs to, and whether it is urban or rural (decision read-2). */
import { roleFields } from '../model/catalogue.ts';
import { isNumberToken, TOKEN } from '../model/tokens.ts';
import type {
  Catalogue,
  DataRecord,
  Register,
  Role,
  Table,
  UnitReading,
  UrbanRural,
  WorkbookReading,
} from '../model.ts';
import { clean } from './text.ts';

// A character of a name, or what stands for several.
const NAMED = `(?:[\\u4e00-\\u9fff×]|${TOKEN.source})`;
const STREET = new RegExp(`(${NAMED}{1,12}?(?:街道|镇|乡))`);
const ENDINGS = ['社区', '村'];
const NAME = new RegExp(`${NAMED}{1,15}$`);
/** So many characters, with tokens among them, may be a name before its ending. */
const LONGEST_NAME = 320;

/** From the form first, then from 填报单位, then from a file name of the usual pattern. */
export function readUnit(
  { tables, lines }: WorkbookReading,
  fileName: string | undefined,
  catalogue: Catalogue,
  register: Register,
): UnitReading {
  const ofRole = (role: Role) =>
    tables.filter(({ id }) => catalogue.tables.some((def) => def.id === id && def.role === role));
  const forms = ofRole('facts').flatMap(({ records }) => records);
  const reporter = lines.filter(({ kind }) => kind === 'reporter').map(({ value }) => value ?? '');
  const parts = [...reporter, ...(fileName ?? '').split(/[_\\/.]/)].map(clean);
  const said = forms.map((each) => textOf(each, roleFields.facts.community));
  const rivals = differing(
    said.filter((name) => name !== null),
    catalogue,
  );
  // Which of several forms comes first says nothing.
  const [form] = rivals.length > 0 ? [] : forms;
  const county =
    countyOf([...new Set(forms.map((each) => textOf(each, 'unit'))), ...parts], register) ??
    countyIn([...reporter, ...parts], register);
  const names = parts.map((part) => withoutCounty(part, county?.words ?? [], register));
  const isNamed = textOf(form, 'community') !== null || rivals.length > 0;
  const ofLines = isNamed ? [] : communitiesIn(names.slice(0, reporter.length), catalogue);
  const reported = isNamed || ofLines.length > 0 ? ofLines : communitiesIn(names, catalogue).slice(0, 1);
  const others = [...rivals, ...differing(reported, catalogue)];
  const community =
    others.length > 0 ? null : (textOf(form, 'community') ?? reported[0] ?? onlyCommunity(ofRole('each')));
  const { urbanRural, from } = urbanRuralOf(form, community);
  return {
    county: county?.id ?? null,
    countyName: county?.name ?? textOf(form, 'unit'),
    street: textOf(form, 'street') ?? first(names, STREET),
    community,
    urbanRural,
    urbanRuralFrom: from,
    rivals: others,
  };
}

/** The names, where they are not all of one community: 甲社区 and 甲社区居委会 are. */
function differing(names: readonly string[], { writings }: Catalogue): readonly string[] {
  const bases = new Map<string, string>();
  for (const name of names) {
    const bare = name.replace(/ /g, '').replace(/\([^()]*\)/g, '');
    let base = bare.replace(STREET, '') || bare;
    for (let ending = endingOf(base); ending; ending = endingOf(base)) base = base.slice(0, -ending.length);
    if (!bases.has(base)) bases.set(base, name);
  }
  function endingOf(base: string): string | undefined {
    return writings.places.endings.find((each) => base.endsWith(each) && base.length > each.length);
  }
  return bases.size > 1 ? [...bases.values()] : [];
}

/** Communities that lines 填报单位 name, and the file where none does. */
function communitiesIn(texts: readonly string[], catalogue: Catalogue): readonly string[] {
  const found = texts.flatMap((text) => communityIn(text.replace(STREET, '')) ?? []);
  // 农村 says of what kind one is, in the names of files and forms.
  const kinds = kindsOf(catalogue);
  return found.filter((name) => !kinds.includes(name));
}

function kindsOf({ tables, codes }: Catalogue): readonly string[] {
  const fields = tables.flatMap(({ role, fields }) => (role === 'facts' ? fields : []));
  const list = fields.find(({ key }) => key === roleFields.facts.urbanRural)?.list;
  return codes[list ?? '']?.entries.flatMap(({ label, synonyms = [] }) => [label, ...synonyms]) ?? [];
}

/** The last name in the text that ends as communities do; null where nothing stands before the ending. */
function communityIn(text: string): string | null {
  const ending = ENDINGS.reduce((last, each) => (text.lastIndexOf(each) > text.lastIndexOf(last) ? each : last));
  const end = text.lastIndexOf(ending);
  const name = end > 0 ? NAME.exec(text.slice(Math.max(0, end - LONGEST_NAME), end)) : null;
  return name ? name[0] + ending : null;
}

function textOf(record: DataRecord | undefined, field: string): string | null {
  const datum = record?.data[field];
  return datum?.state === 'value' && typeof datum.raw === 'string' && !isNumberToken(datum.raw) ? datum.text : null;
}

/** The unit of the register that a cell names; null for none. */
export function countyNamed(text: string, register: Register): Pick<County, 'id' | 'name'> | null {
  return countyOf([text], register) ?? countyIn([text], register);
}

interface County {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

function countyOf(texts: readonly (string | null)[], register: Register): County | null {
  for (const text of texts) {
    if (!text) continue;
    const bare = text.replace(/ /g, '');
    for (const { id, name, synonyms } of register.units) {
      if (bare === name || bare === id || synonyms.includes(bare)) return { id, name, words: [...synonyms, name] };
    }
  }
  return null;
}

/** A text that begins with a county's name: 田家庵区××街道××社区. */
function countyIn(texts: readonly string[], register: Register): County | null {
  for (const text of texts) {
    const bare = withoutHigher(text, register);
    for (const { id, name, synonyms } of register.units) {
      if ([name, ...synonyms].some((word) => word.length > 2 && bare.startsWith(word)))
        return { id, name, words: [...synonyms, name] };
    }
  }
  return null;
}

/** Without the province and the city before it. */
function withoutHigher(text: string, { within }: Register): string {
  return within.reduce(
    (rest, name) => (rest.startsWith(name) ? rest.slice(name.length) : rest),
    text.replace(/ /g, ''),
  );
}

function withoutCounty(text: string, words: readonly string[], register: Register): string {
  const bare = withoutHigher(text, register);
  const longest = [...words].sort((a, b) => b.length - a.length).find((word) => bare.startsWith(word));
  return longest ? bare.slice(longest.length) : bare;
}

function first(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match) return match[1]!;
  }
  return null;
}

/** The one community that a table with a line for each community has. */
function onlyCommunity(tables: readonly Table[]): string | null {
  const names = new Set(tables.flatMap(({ records }) => records.map((record) => textOf(record, 'community'))));
  return names.size === 1 ? [...names][0]! : null;
}

const RURAL_NAME = /(?:村民委员会|村委会|村)$/;

/** Code before tick before name; a community that is called 社区 may be either. */
function urbanRuralOf(
  form: DataRecord | undefined,
  community: string | null,
): { urbanRural: UrbanRural; from: UnitReading['urbanRuralFrom'] } {
  const code = form?.data.urc?.codes[0];
  if (code) return { urbanRural: code.startsWith('2') ? 'rural' : 'urban', from: 'code' };
  const tick = form?.data.urban_rural?.codes[0];
  if (tick === 'urban' || tick === 'rural') return { urbanRural: tick, from: 'tick' };
  if (community && RURAL_NAME.test(community)) return { urbanRural: 'rural', from: 'name' };
  return { urbanRural: 'unknown', from: null };
}
