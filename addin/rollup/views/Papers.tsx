import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Rollup, RollupOptions } from '../../../shared/model.ts';
import { useOpener } from '../../panes/focus.ts';
import type { CodeAnswer, FileRow, Gathering, RollupWords } from '../gathering.ts';
import { pastedBaseline, withBaseline } from './baseline.ts';
import { Documents, type TypedTerms, termsOf } from './Documents.tsx';
import { FileButton } from './Files.tsx';
import { Judging } from './Judging.tsx';
import { Rechecking } from './Rechecking.tsx';
import { type OnSave, Saving } from './Saving.tsx';

interface PapersProps {
  readonly gathering: Gathering;
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly files: readonly FileRow[];
  /** 署名单位 and the like, as typed. */
  readonly typed: TypedTerms;
  readonly onType: (typed: TypedTerms) => void;
  readonly onSave: OnSave;
  /** It stands beside a workbook in Excel, which may let nothing be saved. */
  readonly isBeside: boolean;
}

/** What is taken away, and what is put in by hand. */
export function Papers({ gathering, rollup, words, said, files, typed, onType, onSave, isBeside }: PapersProps) {
  const onSay = gathering.say;
  const elsewhere = isBeside ? files : null;
  const spare = new Set(rollup.units.flatMap(({ state, file }) => (state === 'duplicate' ? (file ?? []) : [])));
  const recalled = files.filter(({ step, path }) => step === 'kept' && !spare.has(path)).length;
  return (
    <>
      {recalled > 0 && (
        <p>
          <strong>{recalled} 个文件只留有上次的结果</strong>
          ，没有留下原文，也没有和别的工作簿比过：报告和通知现在写不了，汇总.xlsx
          里跨册问题不全，引用的原文写成代号。请先到“① 文件”再放入这些文件。
        </p>
      )}
      <Part title="汇总.xlsx">
        <p>{sheetsText(rollup)}，A4 横排，可以直接打印。</p>
        <Saving
          label="下载汇总.xlsx"
          what="汇总.xlsx"
          isPrimary
          make={async () => ({ name: '汇总.xlsx', bytes: await gathering.book() })}
          {...{ onSave, elsewhere }}
        />
      </Part>
      <Part title="报告（Word）">
        <Documents {...{ gathering, rollup, words, said, files, typed, onType, onSave, elsewhere }} />
      </Part>
      <Part title="核对报告">
        <Rechecking check={(file) => gathering.checkReport(file, termsOf(typed, rollup.mode, said))} />
      </Part>
      <Part title="人评分">
        <p>
          督导、满意度等要人评的项目，{rollup.mode === 'midterm' ? '中期只出进度评分，不出等级' : '评了才出等级'}
          。可以在这里填，也可以下载“人评分表.xlsx”分头填，再取用。
        </p>
        <Saving
          label="下载人评分表"
          what="人评分表.xlsx"
          make={async () => ({ name: '人评分表.xlsx', bytes: await gathering.scoreSheet() })}
          {...{ onSave, elsewhere }}
        />
        <TakingScores gathering={gathering} />
        <Judging {...{ rollup, words, said, onSay }} />
      </Part>
      <Part title="基线">
        <BaselineForm {...{ rollup, words, said, onSay }} />
      </Part>
      <Part title="校验码">
        <CodeForm gathering={gathering} rollup={rollup} />
      </Part>
      <Part title="本机保存的进度">
        <Clearing onClear={() => gathering.clear()} />
      </Part>
    </>
  );
}

/** Sheets that the book has for this roll-up; those of problems and files it always has. */
const sheetsText = ({ ranking, comparison }: Rollup): string =>
  [
    '总览',
    '指标矩阵',
    ...(ranking.length > 0 ? ['排名'] : []),
    '问题',
    '未报送与缺数据',
    ...(comparison.length > 0 ? ['对比'] : []),
    '文件',
    '来源',
  ].join('、');

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="group paper">
      <h2 className="group-title">{title}</h2>
      {children}
    </section>
  );
}

function TakingScores({ gathering }: Pick<PapersProps, 'gathering'>) {
  const [told, setTold] = useState<readonly string[]>([]);
  async function take([file]: readonly File[]) {
    if (!file) return;
    try {
      const before = gathering.current().said.judged ?? [];
      const problems = await gathering.takeScores(file);
      const known = new Set(before.map((one) => JSON.stringify(one)));
      const taken = (gathering.current().said.judged ?? []).filter((one) => !known.has(JSON.stringify(one))).length;
      const what = taken > 0 ? `已取用 ${taken} 项` : '没有新的评分可取用';
      setTold([`“${file.name}”：${what}。`, ...(problems.length > 0 ? ['没有取用的：', ...problems] : [])]);
    } catch {
      setTold([`“${file.name}”读不出来。请选填好的“人评分表.xlsx”。`]);
    }
  }
  return (
    <div className="ways">
      <FileButton onFiles={take}>取用填好的人评分表</FileButton>
      <div role="status">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

type SayingProps = Pick<PapersProps, 'rollup' | 'words' | 'said'> & {
  readonly onSay: (said: RollupOptions) => void;
};

function BaselineForm({ rollup, words, said, onSay }: SayingProps) {
  const [text, setText] = useState('');
  const [told, setTold] = useState<readonly string[]>([]);
  const held = said.baseline ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { baseline, problems } = pastedBaseline(text, rollup, words);
        if (baseline.length > 0) onSay({ baseline: withBaseline(held, baseline) });
        setTold([baseline.length > 0 ? `已取用 ${baseline.length} 行。` : '没有取用。', ...problems]);
        if (problems.length === 0) setText('');
      }}
    >
      <p>试点以前的数，用来与中期、终期对比，不参与判定。从表格复制四列：单位、指标、分子、分母（个数的分母空着）。</p>
      <label className="field wide">
        粘贴在这里
        <textarea
          rows={4}
          value={text}
          placeholder={'锦湖社区\t社区工作者持证比例\t2\t10'}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className="ways">
        <Button type="submit" disabled={text.trim() === ''}>
          取用
        </Button>
        {held.length > 0 && (
          <>
            <span>已有 {held.length} 个基线数</span>
            <Button appearance="subtle" onClick={() => onSay({ baseline: [] })}>
              去掉基线
            </Button>
          </>
        )}
      </div>
      <div role="status">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}

/** Characters of a code. */
const length = 8;

function CodeForm({ gathering, rollup }: Pick<PapersProps, 'gathering' | 'rollup'>) {
  const [text, setText] = useState('');
  const [told, setTold] = useState<readonly string[]>([]);
  async function check() {
    const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    if (code.length !== length)
      return setTold([`校验码是 ${length} 个字母和数字，这里是 ${code.length} 个，请照纸上的再填。`]);
    setTold(['正在核对…']);
    setTold(codeWords(code, await gathering.check(code), rollup));
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check().catch(() => setTold(['没能核对，请重试。']));
      }}
    >
      <p>纸质表上印有校验码。填在这里，看与放入的哪个文件是同样的数据。</p>
      <div className="ways">
        <label className="field">
          校验码
          <input
            value={text}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <Button type="submit" disabled={text.trim() === ''}>
          核对
        </Button>
      </div>
      <div role="status">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}

function codeWords(code: string, { files, differs }: CodeAnswer, { indicators }: Rollup): readonly string[] {
  if (files.length === 0) return [`不一致：放入的文件里没有校验码是 ${code} 的。`];
  const name = (id: string) => indicators.find((one) => one.id === id)?.name ?? id;
  return [
    `一致：${files.map((file) => `“${file}”`).join('、')}`,
    ...differs.map(({ file, counts, indicators }) => {
      const what =
        indicators.length > 0 ? `${indicators.map(name).join('、')} 不同` : '各项指标的数和判定相同，其他内容不同';
      return `但“${file}”不是作准的一份：与作准的“${counts}”比，${what}。`;
    }),
  ];
}

/** Asked once, for it cannot be had back. */
function Clearing({ onClear }: { readonly onClear: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState('');
  const [opener, goBack] = useOpener();
  const leave = () => {
    setAsking(false);
    goBack();
  };
  async function clear() {
    leave();
    try {
      await onClear();
      setTold('已清除。');
    } catch {
      setTold('没能清除。请关闭其他打开着汇总的窗口后重试。');
    }
  }
  return (
    <>
      <p>检查结果和您说明的内容（包括评分人）存在这台电脑上，下次打开接着做；不存工作簿里的姓名等文字，也不存文件。</p>
      {asking ? (
        <div
          className="asking"
          role="alertdialog"
          aria-label="清除本机保存的进度"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            leave();
          }}
        >
          <p>
            只清除这里记下的结果和您说明的内容<strong>（单位、日期、人评分、基线）</strong>
            ，您电脑里的文件不动。清除后要再放入文件重做。确定吗？
          </p>
          <div className="ways">
            <Button onClick={clear}>确定清除</Button>
            <Button appearance="primary" autoFocus onClick={leave}>
              不清除
            </Button>
          </div>
        </div>
      ) : (
        <Button ref={opener} onClick={() => setAsking(true)}>
          清除本机保存的进度
        </Button>
      )}
      <p role="status">{told}</p>
    </>
  );
}
