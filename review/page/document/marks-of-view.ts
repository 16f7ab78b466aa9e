import type { DocumentView, ViewEvidence } from '../../api.js';
import { counts, type Item } from '../state/changes.js';
import type { Mark } from './marks.js';

/** Everything that is shown on a document's text. */
export const marksOfView = (view: DocumentView, items: readonly Item[]): Mark[] => [
  ...items.flatMap((item) =>
    joined(item.finding.evidence).map(
      ({ start, end, meaning }): Mark => ({
        start,
        end,
        kind: 'evidence',
        label: item.label,
        target: item.id,
        words: `${meaning}${item.stand === 'rejected' ? '（不成立）' : item.stand === 'confirmed' ? '（成立）' : ''}`,
        ...(!counts(item) && { faint: true }),
      }),
    ),
  ),
  ...view.breaches.map(
    ({ start, end, message }, i): Mark => ({
      start,
      end,
      kind: 'breach',
      label: '',
      target: `breach:${i}`,
      words: `不合规提示：${message}`,
    }),
  ),
  ...unique(view.passages.flatMap(({ citations }) => citations)).map(
    ({ start, end, words, verdict }): Mark => ({
      start,
      end,
      kind: 'citation',
      label: '',
      target: `citation:${start}-${end}`,
      words: `引用 ${words}${verdict ? `：${verdict}` : ''}`,
    }),
  ),
  ...view.doubtful.map(
    ({ start, end, text }, i): Mark => ({
      start,
      end,
      kind: 'doubt',
      label: '',
      target: `doubt:${i}`,
      words: `识别存疑：“${text}”，按 O 改正`,
    }),
  ),
  ...view.corrections.map(
    ({ start, end, original }, i): Mark => ({
      start,
      end,
      kind: 'corrected',
      label: '',
      target: `corrected:${i}`,
      words: `人工改正，原识别为“${original}”`,
    }),
  ),
];

/** Words of one label that overlap or touch are one: each letter on the text stands for a place, not for a cue. */
const joined = (evidence: readonly ViewEvidence[]): Pick<ViewEvidence, 'start' | 'end' | 'meaning'>[] => {
  const runs: { start: number; end: number; meaning: string }[] = [];
  for (const { start, end, meaning } of [...evidence].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = runs.at(-1);
    if (!last || start > last.end) runs.push({ start, end, meaning });
    else {
      last.end = Math.max(last.end, end);
      if (!last.meaning.split('；').includes(meaning)) last.meaning += `；${meaning}`;
    }
  }
  return runs;
};

const unique = <T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): T[] => [
  ...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values(),
];
