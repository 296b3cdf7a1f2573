import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Place } from '../../shared/model.ts';
import type { Standing } from '../host/host.ts';
import { failureOf, type Hand, putting, refusalOf, standsAlready } from './putting.ts';

interface ChoicesProps {
  readonly choices: readonly string[];
  readonly place: Place;
  /** Several may stand in the cell. */
  readonly isMany: boolean;
  readonly hand: Hand;
}

/** Values to be put into the cell with one click each; every button says what becomes of what stands there. */
export function Choices({ choices, place, isMany, hand }: ChoicesProps) {
  const { standing, told, asking, busy, press, confirm, leave } = usePutting(place, isMany, hand);
  const refusal = standing && refusalOf(standing);
  return (
    <section className="choices">
      <h3>能选的{isMany && '（可以选几项）'}</h3>
      {refusal && <p>{refusal}</p>}
      {!refusal && (
        <>
          {standing && standing.text !== '' && (
            <p className="quiet">
              {place.address} 现在是“{standing.text}”{standing.formula !== null && '，是公式算出来的'}。
            </p>
          )}
          <div className="ways">
            {choices.map((choice) => (
              <Button
                key={choice}
                size="small"
                disabledFocusable={busy || standsAlready(choice, standing, isMany)}
                onClick={() => press(choice)}
              >
                {putting(choice, standing, isMany)}
              </Button>
            ))}
          </div>
        </>
      )}
      {asking !== null && (
        <div className="ways">
          <span>
            {place.address} 里是公式，填入“{asking}”以后公式就没有了。
          </span>
          <Button size="small" autoFocus onClick={confirm}>
            换掉公式，填入“{asking}”
          </Button>
          <Button size="small" onClick={leave}>
            不换
          </Button>
        </div>
      )}
      <p className="choices-told" role="status">
        {told}
      </p>
    </section>
  );
}

function usePutting(place: Place, isMany: boolean, { look, put }: Hand) {
  const { sheet, address } = place;
  const [standing, setStanding] = useState<Standing | null>(null);
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    let isGone = false;
    setStanding(null);
    setTold('');
    setAsking(null);
    look({ sheet, address }).then(
      (found) => !isGone && setStanding(found),
      // Said when something is to be put.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [sheet, address, look]);

  /** Nothing is put over what the person was not told of. */
  async function change(choice: string, isAgreed: boolean) {
    const at = { sheet, address };
    const now = await look(at);
    setStanding(now);
    const before = standing ?? blank;
    if (refusalOf(now)) return '';
    if (now.text !== before.text || now.formula !== before.formula) return '这一格刚才变了，没有填。请看过再选。';
    if (now.formula !== null && !isAgreed) {
      setAsking(choice);
      return '';
    }
    await put([{ place: at, value: added(choice, now, isMany) }]);
    setStanding(await look(at).catch(() => null));
    return `${address} 已填入“${choice}”。`;
  }

  async function perform(choice: string, isAgreed: boolean) {
    setBusy(true);
    setTold(await change(choice, isAgreed).catch(failureOf));
    setBusy(false);
  }

  function leave() {
    setAsking(null);
    if (pressed.current instanceof HTMLElement) pressed.current.focus();
  }

  return {
    standing,
    told,
    asking,
    busy,
    press(choice: string) {
      pressed.current = document.activeElement;
      void perform(choice, false);
    },
    confirm() {
      leave();
      if (asking !== null) void perform(asking, true);
    },
    leave,
  };
}

const blank: Standing = { text: '', formula: null, isMerged: false, isProtected: false };

/** A formula is replaced; a further value is added to those that stand there. */
function added(choice: string, { text, formula }: Standing, isMany: boolean): string {
  return isMany && text.trim() !== '' && formula === null ? `${text.trim()}、${choice}` : choice;
}
