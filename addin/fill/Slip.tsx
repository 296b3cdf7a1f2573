import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Receipt } from '../../shared/fill/receipts.ts';
import type { PlanSheet } from '../../shared/model.ts';

interface SlipProps {
  readonly receipt: Receipt;
  readonly busy: boolean;
  readonly onPrint: (receipt: PlanSheet) => void;
}

/** A pane cannot be printed: the slip is put into the workbook as a sheet, or copied into a page or message. */
export function Slip({ receipt: { title, lines, sheet }, busy, onPrint }: SlipProps) {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const text = [title, ...lines].join('\n');
  return (
    <section className="group">
      <h2 className="group-title">报送单</h2>
      <div className="ways">
        <Button appearance="primary" disabled={busy} onClick={() => onPrint(sheet)}>
          加一张“{sheet.name}”
        </Button>
        <span className="quiet">
          在工作簿里加一张表，A4 一页，打印、签字、盖章用；已有的换成新的，别的表不动。它不算数据，也不改校验码。
        </span>
      </div>
      <textarea className="slip" readOnly rows={lines.length + 3} value={text} aria-label="报送单" />
      <div className="ways">
        <Button
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          复制报送单
        </Button>
        <span className="quiet" aria-live="polite">
          {isCopied === null
            ? ''
            : isCopied
              ? '已复制，粘贴到文档里打印、签字。'
              : '没能复制，请在上面选中文字，按 Ctrl+C。'}
        </span>
      </div>
    </section>
  );
}
