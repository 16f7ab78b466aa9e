import { signal } from '@preact/signals';
import type { Label, Span } from '../../../model/index.js';
import { selectedSpan, selectSpan, showSpan } from '../document/original.js';
import { dialog, narrow, say } from './app.js';
import { chosenItem, scrollTick, showing, tab, view } from './document.js';

/**
 * Choosing a passage and words in it by keyboard alone: the unit that is chosen, and what is marked in it. What is marked is the
 * browser's own selection, so that a passage chosen with the mouse goes the same way.
 */
export interface Picking {
  /** Its number in DocumentView.units. */
  readonly unit: number;
  /** In the document's text; the head moves. */
  readonly anchor: number;
  readonly head: number;
  /** The label whose words are marked anew; null where a finding is added. */
  readonly label: Label | null;
}
export const picking = signal<Picking | null>(null);

/** The words that a label is asked for. */
export const wanted = signal<{ readonly unit: number; readonly span: Span } | null>(null);

const show = (next: Picking): void => {
  picking.value = next;
  const unit = view.peek()!.units[next.unit]!;
  const span = { start: Math.min(next.anchor, next.head), end: Math.max(next.anchor, next.head) };
  // The text may only now be drawn.
  requestAnimationFrame(() => {
    showSpan(unit);
    selectSpan(span.start < span.end ? span : unit);
  });
};

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
  const words = item.finding.evidence[0] ?? item.passage;
  show({ unit: at, anchor: words.start, head: words.end, label: item.label });
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
  show({ unit: at, anchor: start, head: start, label });
  say(`${place || `第 ${at + 1} 条`}：${now.text.slice(start, end).slice(0, 60)}`);
};
export const pickBy = (steps: number): void => {
  const now = picking.peek();
  if (now) toUnit(now.unit + steps, now.label);
};

/** Where the words of a unit begin and end, by the browser's Chinese dictionary. */
const wordEdges = (text: string, start: number): number[] => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return [...[...words].map(({ index }) => start + index), start + text.length];
};

/** Moves the head by a word or a character; with `extend` the words between are marked. */
export const moveHead = (direction: 1 | -1, by: 'word' | 'letter', extend: boolean): void => {
  const now = picking.peek();
  const document = view.peek();
  if (!now || !document) return;
  const unit = document.units[now.unit]!;
  const edges =
    by === 'word'
      ? wordEdges(document.text.slice(unit.start, unit.end), unit.start)
      : Array.from({ length: unit.end - unit.start + 1 }, (_, i) => unit.start + i);
  const head =
    (direction > 0 ? edges.find((edge) => edge > now.head) : edges.findLast((edge) => edge < now.head)) ??
    now.head;
  // Moving alone takes the word ahead, so that one can see where one is.
  const ahead = edges.find((edge) => edge > head) ?? head;
  const next = extend ? { ...now, head } : { ...now, anchor: head, head };
  picking.value = next;
  const span = extend
    ? { start: Math.min(next.anchor, head), end: Math.max(next.anchor, head) }
    : { start: head, end: ahead };
  if (span.start < span.end) {
    selectSpan(span);
    say(document.text.slice(span.start, span.end));
  }
};

/** The unit and words that are marked now, by keyboard or mouse; the whole unit where no words are. */
export const marked = (): { readonly unit: number; readonly span: Span } | null => {
  const document = view.peek();
  if (!document) return null;
  const selected = selectedSpan();
  const now = picking.peek();
  if (!selected) {
    const unit = now && document.units[now.unit];
    return unit ? { unit: now.unit, span: unit } : null;
  }
  // The narrowest unit in which the selection begins: a list's entry, not the article around it.
  const holding = document.units
    .map((unit, index) => ({ unit, index }))
    .filter(({ unit }) => unit.start <= selected.start && selected.start < unit.end)
    .sort((a, b) => a.unit.end - a.unit.start - (b.unit.end - b.unit.start))[0];
  if (!holding) return null;
  return {
    unit: holding.index,
    span: { start: selected.start, end: Math.min(selected.end, holding.unit.end) },
  };
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
