import { signal } from '@preact/signals';
import type { Label, Span } from '../../../model/index.js';
import { selectedSpan } from '../document/original.js';
import { dialog, narrow, say } from './app.js';
import { chosenItem, scrollTick, showing, tab, view } from './document.js';

/**
 * Choosing a passage and words in it by keyboard alone. What is chosen is shown as the browser's own selection, so that words
 * marked with the mouse go the same way.
 */
export interface Picking {
  /** Its number in DocumentView.units. */
  readonly unit: number;
  /** Where marking began, and where it has come to: in the document's text. */
  readonly anchor: number;
  readonly head: number;
  /** What is selected, and taken: the unit, the word at the head, or what is marked. */
  readonly shown: Span;
  /** The label whose words are marked anew; null where a finding is added. */
  readonly label: Label | null;
}
export const picking = signal<Picking | null>(null);

/** The words that a label is asked for. */
export const wanted = signal<{ readonly unit: number; readonly span: Span } | null>(null);

const toText = (): void => {
  showing.value = 'text';
  if (narrow.peek()) tab.value = 'original';
};

/** Begins at the chosen finding's unit, or at the first. */
export const startPicking = (): void => {
  const now = view.peek();
  if (!now || now.units.length === 0) return;
  toText();
  const at = now.units.findIndex(({ key }) => key === chosenItem.peek()?.passage.key);
  toUnit(Math.max(at, 0), null);
};

/** Begins with the words of the chosen finding, to change them. */
export const startSpan = (): void => {
  const item = chosenItem.peek();
  const at = view.peek()?.units.findIndex(({ key }) => key === item?.passage.key) ?? -1;
  if (!item || at < 0) return;
  toText();
  const { start, end } = item.finding.evidence[0] ?? item.passage;
  picking.value = { unit: at, anchor: start, head: end, shown: { start, end }, label: item.label };
  say(`改 ${item.label} 的证据文字：Shift+左右键调整，回车保存，Esc 离开`);
};

export const stopPicking = (): void => {
  picking.value = null;
  getSelection()?.removeAllRanges();
  scrollTick.value++;
};

const toUnit = (unit: number, label: Label | null): void => {
  const now = view.peek()!;
  const at = Math.min(Math.max(unit, 0), now.units.length - 1);
  const { start, place, end } = now.units[at]!;
  picking.value = { unit: at, anchor: start, head: start, shown: { start, end }, label };
  say(`${place || `第 ${at + 1} 条`}：${now.text.slice(start, end).slice(0, 60)}`);
};
export const pickBy = (steps: number): void => {
  const now = picking.peek();
  if (now) toUnit(now.unit + steps, now.label);
};

/** Where the words of a text begin and end, by the browser's Chinese dictionary. */
const wordEdges = (text: string, start: number): number[] => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return [...[...words].map(({ index }) => start + index), start + text.length];
};
const letterEdges = (text: string, start: number): number[] => {
  const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text);
  return [...[...letters].map(({ index }) => start + index), start + text.length];
};

/** Moves the head by a word or a character; with `extend` the words between are marked. */
export const moveHead = (direction: 1 | -1, by: 'word' | 'letter', extend: boolean): void => {
  const now = picking.peek();
  const document = view.peek();
  if (!now || !document) return;
  const { start, end } = document.units[now.unit]!;
  const edges = (by === 'word' ? wordEdges : letterEdges)(document.text.slice(start, end), start);
  const found =
    direction > 0 ? edges.find((edge) => edge > now.head) : edges.findLast((edge) => edge < now.head);
  const head = found ?? now.head;
  const anchor = extend ? now.anchor : head;
  // Moving alone shows the word ahead, so that one can see where one is.
  const ahead = extend ? head : (edges.find((edge) => edge > head) ?? head);
  const shown = { start: Math.min(anchor, ahead), end: Math.max(anchor, ahead) };
  picking.value = { ...now, anchor, head, shown };
  say(document.text.slice(shown.start, shown.end));
};

/** The unit and words that are chosen now, by keyboard or mouse; null for none. */
export const marked = (): { readonly unit: number; readonly span: Span } | null => {
  const document = view.peek();
  const now = picking.peek();
  if (!document) return null;
  if (now) {
    const unit = document.units[now.unit]!;
    return { unit: now.unit, span: now.shown.start < now.shown.end ? now.shown : unit };
  }
  const selected = selectedSpan();
  if (!selected) return null;
  // The narrowest unit in which the selection begins: a list's entry, not the article around it.
  const holding = document.units
    .map((unit, index) => ({ unit, index }))
    .filter(({ unit }) => unit.start <= selected.start && selected.start < unit.end)
    .sort((a, b) => a.unit.end - a.unit.start - (b.unit.end - b.unit.start))[0];
  return (
    (holding && {
      unit: holding.index,
      span: { start: selected.start, end: Math.min(selected.end, holding.unit.end) },
    }) ??
    null
  );
};

/** Asks for the label of what is marked. */
export const askLabel = (): void => {
  const now = marked();
  if (!now) {
    say('请先选中文字：用鼠标划选，或按 V 用键盘选条文', true);
    return;
  }
  wanted.value = now;
  dialog.value = 'label';
};
