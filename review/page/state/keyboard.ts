import { useLayoutEffect } from 'preact/hooks';
import { dialog, singleKeys } from './app.js';
import { type CommandId, commandOf, keyName, type Scope } from './keys.js';

/** The one listener for keys. Places tell it what they can do while they are shown. */

type Handlers = Partial<Record<CommandId, () => void>>;
const places: { scope: Scope; handlers: Handlers }[] = [];

/** The place whose keys count now: the one that was shown last. */
const scopeNow = (): Scope => places.at(-1)?.scope ?? 'everywhere';

/** Makes commands work while a component is shown. Handlers may be new at every drawing. */
export const useCommands = (scope: Scope, handlers: Handlers, active = true): void => {
  // Before the next key, however quick it comes.
  useLayoutEffect(() => {
    if (!active) return;
    const place = { scope, handlers };
    if (scope === 'everywhere') places.unshift(place);
    else places.push(place);
    return () => {
      places.splice(places.indexOf(place), 1);
    };
  });
};

/** Runs a command as its key would: for buttons. */
export const run = (id: CommandId): void => {
  for (let i = places.length - 1; i >= 0; i--) {
    const handler = places[i]!.handlers[id];
    if (handler) {
      handler();
      return;
    }
  }
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'button'));

/** Elements that Enter and Space already mean something to. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary, [role="tab"]') !== null;

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || dialog.peek() !== null) return;
  const name = keyName(event);
  if (name === null) return;
  if (isField(event.target)) {
    if (name === 'Escape') (event.target as HTMLElement).blur();
    return;
  }
  if ((name === 'Enter' || name === 'Space') && isPressable(event.target)) return;
  // A kept key would decide many things; only moving and zooming may be kept.
  const id = commandOf(name, scopeNow(), singleKeys.peek());
  if (id === null || (event.repeat && !/next|previous|pick-|zoom/u.test(id))) return;
  const handler = places.findLast(({ handlers }) => handlers[id])?.handlers[id];
  if (!handler) return;
  event.preventDefault();
  handler();
});
