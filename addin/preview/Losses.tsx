import { useEffect, useRef } from 'react';

interface Props {
  readonly losses: readonly string[];
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Said before a file is saved, never after. */
export function Losses({ losses, onSave, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onCancel={onCancel} aria-labelledby="losses">
      <b id="losses">有些内容不能原样保存</b>
      <ul>
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <form method="dialog">
        <button type="button" onClick={onCancel}>
          取消
        </button>
        <button type="button" onClick={onSave}>
          仍然保存
        </button>
      </form>
    </dialog>
  );
}
