import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { urbanRuralWords } from '../../shared/model/words.ts';
import type { TemplateKind } from '../../shared/model.ts';

interface StartProps {
  readonly local: boolean | 'file';
  /** What is being opened, or why it was not. */
  readonly status: ReactNode;
  /** Name of the policy that templates are made by. */
  readonly policy: string;
  readonly onRollup: () => void;
  /** Makes a template here; null where the service has it. */
  readonly onTemplate: ((kind: TemplateKind) => void) | null;
  /** Null where there are no files to try. */
  readonly onSample: (() => void) | null;
  /** What opens a file. */
  readonly children: ReactNode;
}

/** What the page is for, and what to do first. */
export function Start({ local, status, policy, onRollup, onTemplate, onSample, children }: StartProps) {
  return (
    <main className="start">
      <h1>三社联动检查</h1>
      <p>不用装 Excel，用 WPS 的也可以。</p>
      <ul>
        <li>
          <strong>还没有表：填报。</strong>下载填报表（空表），用 Excel 或 WPS 填好，再在这里打开检查。
          <span className="templates">
            {kinds.map((kind) => (
              <Template key={kind} kind={kind} onTemplate={onTemplate} />
            ))}
            <span className="quiet">按“{policy}”</span>
          </span>
        </li>
        <li>
          <strong>一个工作簿：检查。</strong>各项指标是否达标、还差多少，哪些单元格有问题、怎么改。
        </li>
        <li>
          <strong>几个到几百个工作簿：汇总。</strong>谁没有报送，各项指标合计多少、各单位如何，哪些跨册对不上。
        </li>
      </ul>
      <div className="drop">
        {children}
        <p>或者把文件（.xlsx）拖到这里；许多文件、整个文件夹、一个 .zip 也可以</p>
        <div className="ways">
          <Button onClick={onRollup}>汇总（接着上次的）</Button>
          {onSample && <Button onClick={onSample}>试用示例：十个单位</Button>}
        </div>
      </div>
      {status}
      <ul className="quiet notes">
        <li>
          {local
            ? '文件只在这台电脑上打开和计算，什么都不发送。'
            : '文件只在这台电脑上打开，不上传。检查时发给服务器的只有表格的固定用语、数、日期和本单位的县区、街道、社区；姓名等其余文字换成代号，或不发送，也可以选“只在本机计算”。'}
        </li>
        <li>汇总不论怎样都只在这台电脑上计算，什么都不发送；进度留在这台电脑的浏览器里，可以一键清除。</li>
        <li>您打开的文件不会被改动。检查完可以下载一份标注好的工作簿，里面带“差距清单”和“评估摘要”两张表。</li>
        <li>.xls、.et 等旧格式的文件，请先用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”。</li>
        {local !== 'file' && (
          <li>
            不能上网的电脑：下载{' '}
            <a href="/三社联动检查.html" download="三社联动检查.html">
              单个文件版
            </a>
            （三社联动检查.html），拷到那台电脑上双击打开，功能相同，只在本机计算。
          </li>
        )}
      </ul>
    </main>
  );
}

const kinds: readonly TemplateKind[] = ['urban', 'rural'];

interface TemplateProps {
  readonly kind: TemplateKind;
  readonly onTemplate: StartProps['onTemplate'];
}

function Template({ kind, onTemplate }: TemplateProps) {
  const words = `${urbanRuralWords[kind]}填报表（空表）`;
  if (!onTemplate) return <a href={`/api/template.xlsx?kind=${kind}`}>{words}</a>;
  return (
    <Button size="small" onClick={() => onTemplate(kind)}>
      {words}
    </Button>
  );
}
