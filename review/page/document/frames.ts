import type { DocumentView, PageBox } from '../../api.js';
import { counts, type Item } from '../state/changes.js';
import { LABEL_WORDS } from '../words.js';

/** A frame on a page: evidence of a label, or a word that was read with doubt. */
export interface Frame {
  readonly box: PageBox;
  readonly target: string;
  /** D, B, P, Q, R or doubt. */
  readonly look: string;
  readonly faint: boolean;
  readonly words: string;
  /** Which of several frames at one place: they are drawn around each other. */
  readonly depth: number;
}

/** Points that boxes of one line may differ by. */
const SAME_LINE = 3;

/** Boxes that touch on one line become one. */
export const mergedBoxes = (boxes: readonly PageBox[]): PageBox[] => {
  const merged: PageBox[] = [];
  for (const box of [...boxes].sort((a, b) => a.page - b.page || a.y - b.y || a.x - b.x)) {
    const at = merged.findIndex(
      (other) =>
        other.page === box.page &&
        Math.abs(other.y + other.height / 2 - box.y - box.height / 2) <= SAME_LINE &&
        box.x <= other.x + other.width + SAME_LINE &&
        other.x <= box.x + box.width + SAME_LINE,
    );
    if (at < 0) {
      merged.push(box);
      continue;
    }
    const other = merged[at]!;
    const [x, y] = [Math.min(other.x, box.x), Math.min(other.y, box.y)];
    merged[at] = {
      page: box.page,
      x,
      y,
      width: Math.max(other.x + other.width, box.x + box.width) - x,
      height: Math.max(other.y + other.height, box.y + box.height) - y,
    };
  }
  return merged;
};

/** Every frame of a document, by page. */
export const framesOf = (view: DocumentView, items: readonly Item[]): Map<number, Frame[]> => {
  const frames = new Map<number, Frame[]>();
  const add = (box: PageBox, frame: Omit<Frame, 'box' | 'depth'>): void => {
    const own = frames.get(box.page) ?? [];
    const depth = own.filter(
      (other) => Math.abs(other.box.y - box.y) <= SAME_LINE && Math.abs(other.box.x - box.x) <= box.height,
    ).length;
    frames.set(box.page, [...own, { ...frame, box, depth }]);
  };
  for (const item of items) {
    const { label, finding } = item;
    const words = finding.evidence.map(({ text, meaning }) => `“${text}”${meaning}`).join('；');
    for (const box of mergedBoxes(finding.evidence.flatMap(({ boxes }) => boxes)))
      add(box, {
        target: item.id,
        look: label,
        faint: !counts(item),
        words: `${label} ${LABEL_WORDS[label].full}：${words}`,
      });
  }
  for (const [i, word] of view.doubtful.entries())
    for (const box of word.boxes)
      add(box, {
        target: `doubt:${i}`,
        look: 'doubt',
        faint: false,
        words: `识别存疑：“${word.text}”，按 O 改正`,
      });
  return frames;
};
