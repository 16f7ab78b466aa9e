import type { Span } from '../../../model/index.js';

/** The way between offsets in a document's text and what is drawn of it. Runs of text carry their offset as `data-s`. */

const pane = (): HTMLElement | null => document.getElementById('original');

const runAt = (offset: number): { readonly node: Text; readonly at: number } | null => {
  // Runs are in the order of the text: the last that begins at or before the offset.
  const runs = [...(pane()?.querySelectorAll<HTMLElement>('[data-s]') ?? [])];
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(runs[middle]!.dataset.s) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  const node = run?.firstChild;
  if (!run || !(node instanceof Text)) return null;
  return { node, at: Math.min(offset - Number(run.dataset.s), node.length) };
};

/** Selects words as the mouse would. */
export const selectSpan = ({ start, end }: Span): void => {
  const from = runAt(start);
  const to = runAt(end);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at);
};

const offsetOf = (node: Node, at: number): number | null => {
  const element = node instanceof Element ? (node.childNodes[at] ?? node) : node;
  const holder = element instanceof Element ? element : element.parentElement;
  const run = holder?.closest<HTMLElement>('[data-s]') ?? holder?.querySelector<HTMLElement>('[data-s]');
  if (!run || !pane()?.contains(run)) return null;
  return Number(run.dataset.s) + (node instanceof Text ? at : 0);
};

/** What is selected in the original; null for nothing, or for words elsewhere on the page. */
export const selectedSpan = (): Span | null => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
};

/**
 * Brings an element of the original into the middle of its pane, at once. What is drawn on the way may turn out higher than
 * it was taken for: so once more when it is.
 */
export const bring = (element: Element | null | undefined): void => {
  if (!element) return;
  const centre = (): void => element.scrollIntoView({ block: 'center', behavior: 'instant' });
  centre();
  requestAnimationFrame(() => {
    centre();
    requestAnimationFrame(centre);
  });
};

/** Shows where a unit stands. */
export const showSpan = ({ start }: Span): void => {
  const run = runAt(start)?.node.parentElement;
  bring(run);
};

/** Everything that is drawn of a target: marks in the text, boxes on the pages. */
export const drawnOf = (target: string): HTMLElement[] =>
  target ? [...(pane()?.querySelectorAll<HTMLElement>(`[data-t~="${CSS.escape(target)}"]`) ?? [])] : [];

/** Makes a target stand out among the others and brings it into view. */
export const showTarget = (target: string, scroll: boolean): void => {
  for (const element of pane()?.querySelectorAll('[data-active]') ?? [])
    element.removeAttribute('data-active');
  const drawn = drawnOf(target);
  for (const element of drawn) element.setAttribute('data-active', '');
  if (scroll) bring(drawn[0]);
};
