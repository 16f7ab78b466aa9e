import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dialog } from '../state/app.js';

export const closeDialog = (): void => {
  dialog.value = null;
};

/**
 * A dialog over the page: the browser keeps the focus in it, closes it by Esc and gives the focus back.
 * @param onKey may take single keys that mean something in it; true where it did.
 */
export const Modal = ({
  title,
  children,
  wide = false,
  onKey,
}: {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
  onKey?: (key: string) => boolean;
}) => {
  const ref = useRef<HTMLDialogElement>(null);
  const keys = useRef(onKey);
  keys.current = onKey;
  // Before the next key, however quick it comes.
  useLayoutEffect(() => {
    const element = ref.current!;
    const before = document.activeElement;
    element.showModal();
    // Not the button that closes it: what a person came for, or else its name.
    (element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector('h2'))?.focus();
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      if (keys.current?.(event.key)) event.preventDefault();
    };
    element.addEventListener('keydown', pressed);
    // By Esc: `close` is told of later than a key that comes at once after it.
    element.addEventListener('cancel', closeDialog);
    element.addEventListener('close', closeDialog);
    return () => {
      element.removeEventListener('keydown', pressed);
      element.removeEventListener('cancel', closeDialog);
      element.removeEventListener('close', closeDialog);
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} class={wide ? 'modal modal-wide' : 'modal'} aria-labelledby="modal-title">
      <header class="modal-head">
        <h2 id="modal-title" tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="quiet" onClick={closeDialog} aria-label="关闭">
          ✕
        </button>
      </header>
      <div class="modal-body">{children}</div>
    </dialog>
  );
};
