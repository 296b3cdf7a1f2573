import { Button } from '@fluentui/react-components';
import { modeWords } from '../../../shared/model/words.ts';
import type { Mode, Rollup, RollupOptions, RollupQuestion } from '../../../shared/model.ts';
import { More } from '../../panes/More.tsx';
import type { RollupWords } from '../gathering.ts';
import { receivedText } from './received.ts';
import { saidOfFile, saidToCount } from './said.ts';
import { UnitForm } from './UnitForm.tsx';
import { pathNames, unitName } from './units.ts';

interface AskedProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly onSay: (said: RollupOptions) => void;
}

/** What only a person can say of the files, before all else. */
export function Asked(props: AskedProps) {
  const { questions } = props.rollup;
  if (questions.length === 0) return null;
  return (
    <section className="questions group" aria-label="请您说明">
      <h2 className="group-title">
        请您说明
        <span className="count">{questions.length}</span>
      </h2>
      <More items={questions}>
        {(question) => (
          <article key={keyOf(question)} className="line">
            <Question question={question} {...props} />
          </article>
        )}
      </More>
    </section>
  );
}

const keyOf = (question: RollupQuestion) =>
  question.ask === 'version' ? `${question.key} ${question.time}` : `${question.ask} ${question.file}`;

function Question({ question, rollup, words, said, onSay }: AskedProps & { readonly question: RollupQuestion }) {
  if (question.ask === 'unit') {
    const { file } = question;
    return (
      <>
        <p>
          <strong>“{file}”是哪个单位的？</strong>从表中和文件名都看不出来，说明以前不计入。
        </p>
        <UnitForm path={file} {...{ rollup, words }} onSay={(unit) => onSay(saidOfFile(said, file, { unit }))} />
      </>
    );
  }
  if (question.ask === 'time') {
    const { file, taken } = question;
    return (
      <>
        <p>
          <strong>“{file}”是哪一次评估的？</strong>表中和文件名都没有写，暂按{modeWords[taken]}。
        </p>
        <fieldset className="ways" aria-label={`“${file}”是哪一次评估的`}>
          {modes.map((time) => (
            <Button key={time} onClick={() => onSay(saidOfFile(said, file, { time }))}>
              {modeWords[time]}评估
            </Button>
          ))}
        </fieldset>
      </>
    );
  }
  const { key, time, files } = question;
  const unit = rollup.units.find((one) => one.key === key);
  return (
    <>
      <p>
        <strong>
          {unit ? unitName(unit.unit, words) : key}的{modeWords[time]}评估有 {files.length} 份，哪一份作准？
        </strong>
        看不出先后，暂用“{pathNames(files[0]!)[0]}”。
      </p>
      <fieldset className="ways versions" aria-label="哪一份作准">
        {files.map((file) => (
          <Button key={file} onClick={() => onSay(saidToCount(said, key, time, file))}>
            {file}
            {receivedOf(rollup, file)}
          </Button>
        ))}
      </fieldset>
    </>
  );
}

function receivedOf({ units }: Rollup, file: string): string {
  const received = units.find((one) => one.file === file)?.received;
  return received ? `（收到：${receivedText(received, null)}）` : '';
}

const modes: readonly Mode[] = ['midterm', 'final'];
