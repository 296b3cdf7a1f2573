import { useState } from 'react';
import { earlyDay, pastDeadlines } from '../../../shared/model/words.ts';
import type { Mode, Rollup, RollupOptions } from '../../../shared/model.ts';
import { rememberOffice } from '../../panes/offices.ts';
import type { Terms } from '../../papers/papers.ts';
import type { FileRow, Gathering, RollupWords } from '../gathering.ts';
import { PaperDateField, TextField } from './Fields.tsx';
import { lacksOf } from './lacks.ts';
import { type OnSave, Saving } from './Saving.tsx';
import { Template } from './Template.tsx';

/** As typed: '' leaves room for it. */
export interface TypedTerms {
  readonly office: string;
  readonly commissioner: string;
  /** Each evaluation has its own. */
  readonly dates: Readonly<Record<Mode, TypedDates>>;
  readonly isPublic: boolean;
}

/** ISO dates. */
interface TypedDates {
  readonly day: string;
  readonly resubmitBy: string;
}

interface DocumentsProps {
  readonly gathering: Gathering;
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly files: readonly FileRow[];
  readonly typed: TypedTerms;
  readonly onType: (typed: TypedTerms) => void;
  readonly onSave: OnSave;
  readonly elsewhere: readonly FileRow[] | null;
}

/** The report of this evaluation and the notices, in Word. */
export function Documents({ gathering, rollup, words, said, files, typed, onType, onSave, elsewhere }: DocumentsProps) {
  const { mode, asOf } = rollup;
  const name = `${mode === 'midterm' ? '中期评估报告' : '终期总结报告'}${typed.isPublic ? '（公开版）' : ''}`;
  const [template, setTemplate] = useState<File | null>(null);
  const lacks = lacksOf(rollup, files);
  const { day, resubmitBy } = typed.dates[mode];
  const rectifyBy = said.rectifyBy ?? words?.rectifyBy ?? '';
  const terms = termsOf(typed, mode, said);
  const doubts = [
    ...[earlyDay(terms.day, asOf) ?? []].flat(),
    ...pastDeadlines({ ...terms, rectifyBy: rectifyBy || null }, mode),
    ...(isOwn(typed) ? ['委托单位就是署名单位：不写受委托。'] : []),
  ];
  const inputs = JSON.stringify([typed, said, mode, files, template && [template.name, template.lastModified]]);
  const put = (part: Partial<TypedTerms>) => onType({ ...typed, ...part });
  const putDate = (part: Partial<TypedDates>) =>
    put({ dates: { ...typed.dates, [mode]: { ...typed.dates[mode], ...part } } });
  const remember = () => {
    if (terms.office) rememberOffice(terms.office);
  };
  return (
    <>
      <p>由这次汇总写成，按公文格式排版，可以直接打开修改、打印。每个数都出自放入的工作簿。</p>
      <div className="fields">
        <TextField label="署名单位" value={typed.office} onType={(office) => put({ office })} />
        <TextField label="委托单位" value={typed.commissioner} onType={(commissioner) => put({ commissioner })} />
        <PaperDateField label="成文日期" value={day} onSay={(day) => putDate({ day })} />
        <PaperDateField
          label={mode === 'midterm' ? '整改期限' : '中期的整改期限'}
          value={rectifyBy}
          onSay={(date) => date !== '' && gathering.say({ rectifyBy: date })}
        />
        <PaperDateField
          label="退回的，重新报送期限"
          value={resubmitBy}
          onSay={(resubmitBy) => putDate({ resubmitBy })}
        />
      </div>
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      <p className="quiet">空着的留出位置，打印后手填；没有委托单位的不写。</p>
      <label className="tick">
        <input type="checkbox" checked={typed.isPublic} onChange={({ target }) => put({ isPublic: target.checked })} />
        <span>公开版：各单位的人数、岗位数不写，也不附问题清单和分数；同一次评估只公布一份</span>
      </label>
      <Template check={gathering.checkTemplate} template={template} onChoose={setTemplate} />
      {lacks.length > 0 && (
        <>
          <p>现在就写，会缺这些：</p>
          <ul className="lacks">
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </>
      )}
      <Saving
        // What is told of one template is not told of the next.
        key={template ? `${template.name} ${template.lastModified}` : ''}
        label={`下载${name}`}
        what={`${name}.docx`}
        isPrimary
        make={() => {
          remember();
          return gathering.report(terms, template);
        }}
        {...{ inputs, onSave, elsewhere }}
      />
      <p>
        {mode === 'midterm'
          ? '各单位的通知：有强制性问题的，退回修改；有要整改的，附问题整改台账（.xlsx），单位填好报回，放入终期的汇总就能核对。'
          : '各单位的通知：有强制性问题的，退回修改。'}
        填了委托单位的，由委托单位落款；没有填的，由署名单位落款。
      </p>
      <Saving
        label="下载各单位通知"
        what="各单位通知.zip"
        make={() => {
          remember();
          return gathering.notices(terms);
        }}
        {...{ inputs, onSave, elsewhere }}
      />
    </>
  );
}

export function termsOf(typed: TypedTerms, mode: Mode, { rectifyBy }: RollupOptions): Terms {
  const { day, resubmitBy } = typed.dates[mode];
  return {
    office: typed.office.trim() || null,
    commissioner: isOwn(typed) ? null : typed.commissioner.trim() || null,
    day: day || null,
    resubmitBy: resubmitBy || null,
    rectifyBy: rectifyBy ?? null,
    isPublic: typed.isPublic,
  };
}

/** Nobody does anything on behalf of itself. */
const isOwn = ({ office, commissioner }: TypedTerms) =>
  commissioner.trim() !== '' && commissioner.trim() === office.trim();
