import { describe, expect, it } from 'vitest';
import {
  commandOf,
  isSingleSign,
  KEY_COMMANDS,
  type KeyPress,
  keyName,
  keyWords,
  type Scope,
} from '../../../review/page/state/keys.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

const SCOPES = [...new Set(KEY_COMMANDS.map(({ scope }) => scope))] as Scope[];

/** What browsers and systems need for themselves. */
const TAKEN = /^Ctrl\+(?:Shift\+)?[acfhjlnoprstvwx]$|^F\d+$|^Tab$|^Shift\+Tab$|^Ctrl\+(?:Tab|[+\-0])$/u;

describe('the keys', () => {
  it.each(SCOPES)('mean one thing each: %s', (scope) => {
    const keys = KEY_COMMANDS.filter((each) => each.scope === scope || each.scope === 'everywhere').flatMap(
      ({ keys: own }) => own as readonly string[],
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it("are none of the browser's own", () => {
    const all = KEY_COMMANDS.flatMap(({ keys }) => keys as readonly string[]);
    expect(all.filter((key) => TAKEN.test(key))).toEqual([]);
  });

  it('each say what they do', () => {
    for (const { words } of KEY_COMMANDS) expect(words).toMatch(/[一-鿿]/u);
  });

  it.each<[event: KeyPress, name: string | null, reason?: string]>([
    [press('j'), 'j'],
    [press('J'), 'j', 'caps lock is on'],
    [press('U', { shiftKey: true }), 'Shift+u'],
    [press('?', { shiftKey: true }), '?', 'signs are what they are, however they are typed'],
    [press('+', { shiftKey: true }), '+'],
    [press(' '), 'Space'],
    [press('Enter', { shiftKey: true }), 'Shift+Enter'],
    [press('z', { ctrlKey: true }), 'Ctrl+z'],
    [press('z', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+z'],
    [press('ArrowRight', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+ArrowRight'],
    [press('ArrowLeft', { altKey: true }), null, 'the browser goes back'],
    [press('j', { isComposing: true }), null, 'an input method is at work'],
    [press('Process'), null, 'an input method is at work'],
  ])('are named alike on all keyboards: %o is %s', (event, name, _reason) => {
    expect(keyName(event)).toBe(name);
  });

  it('mean what they mean at the place, and else what they mean everywhere', () => {
    expect(commandOf('n', 'document', true)).toBe('next-document');
    expect(commandOf('n', 'list', true)).toBe('next-page');
    expect(commandOf('j', 'picking', true)).toBe('pick-next');
    expect(commandOf('u', 'document', true)).toBe('undo');
    expect(commandOf('c', 'list', true)).toBeNull();
  });

  it('of a single sign can be turned off, and everything else goes on', () => {
    const left = (scope: Scope) =>
      KEY_COMMANDS.filter((each) => each.scope === scope)
        .flatMap(({ keys }) => keys as readonly string[])
        .filter((key) => commandOf(key, scope, false));
    expect(left('document')).toEqual(['ArrowDown', 'ArrowUp', 'Enter', 'Space', 'Shift+Enter']);
    expect(['j', '?', '1', '+', 'Shift+u'].every(isSingleSign)).toBe(true);
    expect(['Space', 'Ctrl+z', 'Shift+Enter', 'Escape'].some(isSingleSign)).toBe(false);
  });

  it.each([
    ['j', 'J'],
    ['Shift+u', 'Shift+U'],
    ['Ctrl+Shift+ArrowRight', 'Ctrl+Shift+→'],
    ['Space', '空格'],
    ['+', '+'],
  ])('are written as on the keyboard: %s is %s', (key, words) => {
    expect(keyWords(key)).toBe(words);
  });
});
