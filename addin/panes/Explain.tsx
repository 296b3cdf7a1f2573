import { Button } from '@fluentui/react-components';
import { use, useState } from 'react';
import { gapKey } from '../../shared/model/explanation-keys.ts';
import { explanationsByKey, type Lack, lackOf, spoken } from '../../shared/model/explanations.ts';
import { verdictWords } from '../../shared/model/words.ts';
import type { Explanation, Indicator } from '../../shared/model.ts';
import { ExplainForm, RefuseForm } from './ExplainForm.tsx';
import { ExplainingContext } from './explaining.ts';
import { useOpener } from './focus.ts';
import { type Standing, standingOf } from './standings.ts';

/** What is explained: a finding or a gap, and what is said of it. */
export type Subject = Pick<Explanation, 'key' | 'about'>;

/** 核实说明 of an indicator that is open, or without data that is demanded. */
export function ExplainGap({ indicator }: { readonly indicator: Indicator }) {
  const { evaluation } = use(ExplainingContext);
  const { name, verdict } = indicator;
  if (!evaluation || !explicable.has(standingOf(indicator, evaluation))) return null;
  return <Explain of={{ key: gapKey(indicator, evaluation), about: `${name}${verdictWords[verdict]}。` }} />;
}

const explicable: ReadonlySet<Standing> = new Set(['unmet', 'behind', 'to_verify', 'missing'] as const);

/** 核实说明 of one finding or gap. */
export function Explain({ of }: { readonly of: Subject }) {
  return <ExplainAll of={[of]} />;
}

/** One 核实说明 for all of these that have none, or for all where they have the same. */
export function ExplainAll({ of }: { readonly of: readonly Subject[] }) {
  const { explanations, busy, onExplain } = use(ExplainingContext);
  const [open, setOpen] = useState<'explain' | 'refuse' | null>(null);
  const [taken, setTaken] = useState<readonly Explanation[]>([]);
  const [opener, goBack] = useOpener();

  const said = explanationsByKey(explanations);
  const held = of.flatMap(({ key }) => said.get(key) ?? []);
  const [first] = held;
  const isSame = held.length === of.length && held.every((one) => isAlike(one, first!));
  const silent = of.filter(({ key }) => !said.has(key));

  function close() {
    setOpen(null);
    goBack();
  }
  function say(subjects: readonly Subject[], text: string, review: string) {
    onExplain(subjects.map(({ key, about }) => ({ key, about, text, review, cleared: false })));
    setTaken([]);
    close();
  }

  if (open === 'explain')
    return (
      <ExplainForm
        before={isSame ? first!.text : ''}
        onCancel={close}
        onSave={(text) => {
          // What the office said was of other words.
          if (isSame) say(of, text, text === first!.text ? first!.review : '');
          else say(silent, text, '');
        }}
      />
    );
  if (open === 'refuse')
    return <RefuseForm onCancel={close} onSave={(reason) => say(of, first!.text, `不接受：${reason}`)} />;
  const many = of.length > 1;
  return (
    <div className="explanation">
      {isSame && <Said one={first!} />}
      {many && !isSame && held.length > 0 && (
        <p className="quiet">
          核实说明：{of.length} 项中 {held.filter((one) => lackOf(one) === null).length} 项已说明
        </p>
      )}
      <div className="ways">
        {(isSame || silent.length > 0) && (
          <Button size="small" ref={opener} disabled={busy} onClick={() => setOpen('explain')}>
            {isSame
              ? '改说明'
              : many
                ? `${held.length > 0 ? '其余 ' : ''}${silent.length} 项写同一条说明`
                : '写核实说明'}
          </Button>
        )}
        {isSame && (
          <>
            <Button
              size="small"
              disabled={busy}
              onClick={() => {
                setTaken(held);
                onExplain(held.map((one) => ({ ...one, text: '', review: '' })));
                goBack();
              }}
            >
              收回
            </Button>
            {lackOf({ ...first!, review: '' }) === null && (
              <>
                {!/^接受/.test(first!.review) && (
                  <Button size="small" disabled={busy} onClick={() => say(of, first!.text, '接受')}>
                    接受
                  </Button>
                )}
                <Button size="small" disabled={busy} onClick={() => setOpen('refuse')}>
                  不接受
                </Button>
              </>
            )}
          </>
        )}
        {!isSame && taken.length > 0 && (
          <Button
            size="small"
            disabled={busy}
            onClick={() => {
              onExplain(taken);
              setTaken([]);
              goBack();
            }}
          >
            恢复收回的说明
          </Button>
        )}
      </div>
    </div>
  );
}

const isAlike = (one: Explanation, other: Explanation) => one.text === other.text && one.review === other.review;

function Said({ one }: { readonly one: Explanation }) {
  const lack = lackOf(one);
  return (
    <>
      {one.text && <p>核实说明：{one.text}</p>}
      {one.review && <p>审核意见：{one.review}</p>}
      {lack && <p className="tone-warning">{lackWords[lack](spoken(one.text).way)}</p>}
    </>
  );
}

const lackWords: Readonly<Record<Lack, (way: string | null) => string>> = {
  silent: (way) => `${way ? `只选了“${way}”，` : ''}没有写明情况，还不算已说明。`,
  unchanged: () => '写的是“已修改”，但数据没有变，还不算已说明。',
  wrong: () => '写的是数不对，请改正数据，还不算已说明。',
  refused: () => '审核没有接受，还不算已说明。',
};
