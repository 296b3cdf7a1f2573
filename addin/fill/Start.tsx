import { Button } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Template, TemplateKind } from '../../shared/model.ts';

interface StartProps {
  readonly kind: TemplateKind;
  /** Null until it is there. */
  readonly template: Template | null;
  readonly busy: boolean;
  /** There is no service that gives a file. */
  readonly isLocal: boolean;
  /** Id. */
  readonly policy: string;
  readonly onKind: (kind: TemplateKind) => void;
  readonly onAdd: () => void;
  readonly onLook: () => void;
  /** By which document. */
  readonly children: ReactNode;
}

/** The first thing to do: a template, or one's own tables. */
export function Start({ kind, template, busy, isLocal, policy, onKind, onAdd, onLook, children }: StartProps) {
  const name = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a low screen it is scrolled by the keyboard
    <section className="fill-start" aria-label="开始填报" tabIndex={0}>
      <h1 className="fill-unit">填报</h1>
      <section>
        <h2>还没有表</h2>
        <fieldset className="modes">
          <legend>社区是</legend>
          {kinds.map(([one, words]) => (
            <label key={one}>
              <input type="radio" name={name} checked={kind === one} disabled={busy} onChange={() => onKind(one)} />
              {words}
            </label>
          ))}
        </fieldset>
        {children}
        <Button className="wide" appearance="primary" size="large" disabled={busy || !template} onClick={onAdd}>
          新建填报表
        </Button>
        <p className="quiet">
          {template
            ? `在这个工作簿末尾加 ${template.sheets.length} 张空表，不动已有的表。`
            : '正在准备填报表，稍等就可以点。'}
        </p>
        {!isLocal && (
          <p className="quiet">
            用 WPS 或没有装加载项的：
            <a
              href={`/api/template.xlsx?policy=${policy}&kind=${kind}`}
              target="_blank"
              rel="noreferrer"
              download="填报表.xlsx"
            >
              下载同样的填报表（.xlsx）
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>已经有表</h2>
        <Button className="wide" size="large" disabled={busy} onClick={onLook}>
          我已有表
        </Button>
        <p className="quiet">看看这个工作簿里有哪些表、还差什么。自己做的表也认，不用照样子重抄；只看，不改动。</p>
      </section>
      <p className="quiet">都在这台电脑上看和算，什么都不发送。</p>
    </section>
  );
}

const kinds: readonly (readonly [TemplateKind, string])[] = [
  ['urban', '城市社区'],
  ['rural', '农村社区'],
];
