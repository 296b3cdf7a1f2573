import type { ReactNode } from 'react';

interface StartProps {
  readonly local: boolean | 'file';
  /** What is being opened, or why it was not. */
  readonly status: ReactNode;
  /** What opens a file. */
  readonly children: ReactNode;
}

/** What the page is for, and the one thing to do. */
export function Start({ local, status, children }: StartProps) {
  return (
    <main className="start">
      <h1>三社联动检查</h1>
      <p>检查社区报送的工作簿：各项指标是否达标、还差多少，哪些单元格有问题、怎么改。不用装 Excel，用 WPS 的也可以。</p>
      <div className="drop">
        {children}
        <p>或者把文件（.xlsx）拖到这里</p>
      </div>
      {status}
      <ul className="quiet">
        <li>
          {local
            ? '文件只在这台电脑上打开和计算，什么都不发送。'
            : '文件只在这台电脑上打开，不上传。检查时发给服务器的只有表格的固定用语、数、日期和本单位的县区、街道、社区；姓名等其余文字换成代号，或不发送，也可以选“只在本机计算”。'}
        </li>
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
