/** Code blocks of README's 如何增加, put where their first lines say: `// file › name › name`, as a person would. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Snippet {
  readonly file: string;
  /** Names that lead to the array or object whose last entry it becomes; 末尾 for the end of the file, none for a new file. */
  readonly at: readonly string[];
  readonly code: string;
}

export function snippetsOf(readme: string): readonly Snippet[] {
  const section = readme.split('\n## ').find((part) => part.startsWith('如何增加\n')) ?? '';
  return [...section.matchAll(/```ts\n\/\/ (.+)\n([\s\S]*?)```/g)].map(([, place, code]) => {
    const [file, ...at] = place!.split(' › ');
    return { file: file!, at, code: code! };
  });
}

export function apply({ file, at, code }: Snippet, root: string): void {
  const path = join(root, file);
  if (existsSync(path) !== at.length > 0)
    throw new Error(`${file} is ${at.length > 0 ? 'not there' : 'there already'}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, at.length > 0 ? added(readFileSync(path, 'utf8'), at, code) : code);
}

function added(text: string, at: readonly string[], code: string): string {
  if (at.join() === '末尾') return `${text}\n${code}`;
  const [, imports, entry] = /^((?:import .*\n)*)\n*([\s\S]*)$/.exec(code)!;
  return imports!
    .split('\n')
    .filter(Boolean)
    .reduce(imported, entered(text, at, entry!));
}

function entered(text: string, at: readonly string[], entry: string): string {
  const end = closing(
    text,
    at.reduce((from, name, depth) => after(text, from, name, depth), 0),
  );
  const before = text.slice(0, end).trimEnd();
  return `${before}${/[,[{]$/.test(before) ? '' : ','}\n${entry}${text.slice(end)}`;
}

/** Behind `const name … =` at the top, behind `name:` further in. */
function after(text: string, from: number, name: string, depth: number): number {
  const found = (depth === 0 ? RegExp(`const ${name}\\b[^=]*=`) : RegExp(`\\s'?${name}'?:`)).exec(text.slice(from));
  if (!found) throw new Error(`there is no ${name}`);
  return from + found.index + found[0].length;
}

/** Where the first bracket from there on is closed; what strings and comments hold does not count. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (const { 0: token, index } of text
    .slice(from)
    .matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|`[^`]*`|[[\](){}]/g)) {
    if (/^[[{(]$/.test(token)) depth += 1;
    if (/^[\]})]$/.test(token) && --depth === 0) return from + index;
  }
  throw new Error('a bracket is not closed');
}

/** With what a line imports, beside the names that are imported from there already. */
function imported(text: string, line: string): string {
  const [, names, module] = /^import (?:type )?\{ (.*) \} from '(.*)';$/.exec(line)!;
  const there = RegExp(`(import (?:type )?\\{)([^}]*?),?\\s*(\\} from '${module!.replaceAll('.', '\\.')}';)`).exec(
    text,
  );
  if (!there) return text.replace(/^import [^;]*;\n/m, `$&${line}\n`);
  const all = new Set([...there[2]!.split(','), ...names!.split(',')].map((name) => name.trim()));
  return text.replace(there[0], `${there[1]} ${[...all].join(', ')} ${there[3]}`);
}
