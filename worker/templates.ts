/** The template as a file, for people without the add-in. */
import { type Grounds, policyOf } from '../shared/evaluate.ts';
import { newFile } from '../shared/files/new.ts';
import type { TemplateKind } from '../shared/model.ts';
import { templateOf } from '../shared/template/template.ts';
import { Problem } from './problems.ts';

export interface TemplateFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is asked for, made when it first is; `policy` is known to these grounds, or absent for the first. Throws Problem 400. */
export function createTemplates(by: Grounds): (policy: string | undefined, kinds: readonly string[]) => TemplateFile {
  const made = new Map<string, TemplateFile>();
  return (id, kinds) => {
    const kind = kindIn(kinds);
    const policy = policyOf({ policy: id }, by);
    const key = `${policy.id} ${kind}`;
    const file = made.get(key) ?? fileOf(templateOf(policy, kind));
    made.set(key, file);
    return file;
  };
}

function kindIn(asked: readonly string[]): TemplateKind {
  const kind = asked.length === 1 ? (['urban', 'rural'] as const).find((one) => one === asked[0]) : undefined;
  if (kind) return kind;
  throw new Problem(400, '请写明是哪种社区的填报表：kind=urban 城市社区，kind=rural 农村社区。', [
    { path: 'kind', message: '应为 urban 或 rural，写一个' },
  ]);
}

function fileOf({ name, sheets }: ReturnType<typeof templateOf>): TemplateFile {
  return {
    bytes: newFile(sheets) as Uint8Array<ArrayBuffer>,
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="template.xlsx"; filename*=UTF-8''${extended(`${name}.xlsx`)}`,
      // A day: whoever fills in the one of yesterday is told, and loses nothing by it.
      'cache-control': 'public, max-age=86400',
    },
  };
}

/** RFC 5987: of what `encodeURIComponent` leaves, these may not stand there. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
