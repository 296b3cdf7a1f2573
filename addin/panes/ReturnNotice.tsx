import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Evaluation } from '../../shared/model.ts';
import { Fold } from './Fold.tsx';
import { rememberedOffice, rememberOffice } from './offices.ts';
import type { NoticeForm, Notices } from './papers.ts';

interface ReturnNoticeProps {
  readonly evaluation: Evaluation;
  readonly notices: Notices;
}

const labels: Readonly<Record<NoticeForm, string>> = {
  docx: '下载（Word）',
  xlsx: '下载（Excel）',
  sheet: '放进本工作簿',
};

/** The notice with which this workbook is sent back. */
export function ReturnNotice(props: ReturnNoticeProps) {
  return <Fold summary="退回修改通知">{() => <Form {...props} />}</Fold>;
}

function Form({ evaluation, notices: { give, forms } }: ReturnNoticeProps) {
  const [office, setOffice] = useState(rememberedOffice);
  const [day, setDay] = useState('');
  const [resubmitBy, setResubmitBy] = useState('');
  const [told, setTold] = useState<readonly string[]>([]);
  async function save(form: NoticeForm) {
    setTold(['正在写通知…']);
    if (office.trim()) rememberOffice(office.trim());
    setTold(
      await give(evaluation, { office: office.trim() || null, day: day || null, resubmitBy: resubmitBy || null }, form),
    );
  }
  return (
    <form
      className="explain-form"
      aria-label="退回修改通知"
      // What was told is of before the change.
      onChange={() => setTold([])}
      onSubmit={(event) => {
        event.preventDefault();
        void save(forms[0]!);
      }}
    >
      <label>
        署名单位
        <input value={office} maxLength={60} onChange={({ target }) => setOffice(target.value)} />
      </label>
      <label>
        成文日期
        <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
      <label>
        重新报送期限
        <input type="date" value={resubmitBy} onChange={({ target }) => setResubmitBy(target.value)} />
      </label>
      <p className="quiet">空着的留出位置，打印后手填。列出必须修改的单元格和改法。</p>
      <div className="ways">
        {forms.map((form, at) => (
          <Button key={form} size="small" {...(at === 0 ? { type: 'submit' } : { onClick: () => void save(form) })}>
            {labels[form]}
          </Button>
        ))}
      </div>
      <div role="status">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}
