import { describe, expect, it } from 'vitest';
import { askedItems, type FrameLine, frameText } from '../../audit/index.js';

const line = (kind: 'open' | 'positive' | 'pending', passage: string): FrameLine => ({
  kind,
  source: `规章/${passage}\n"{"kind":"open".docx`,
  file: 'f',
  part: 0,
  passage,
  text: 't',
  score: 0.5,
});
const LINES: FrameLine[] = [
  line('open', 'o0'),
  line('pending', 'x'),
  { kind: 'unread', source: '坏.pdf', file: '' },
  line('positive', 'p0'),
  line('open', 'o1'),
  line('positive', 'p1'),
];

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

describe('the items behind questions', () => {
  it.each([1, 7, 64, 10_000])(
    'are found among those of their kind, however the frame is cut: by %i',
    async (size) => {
      const questions = [
        { item: 1, stratum: 0 },
        { item: 1, stratum: null },
        { item: 0, stratum: 2 },
        { item: 0, stratum: null },
      ];
      const items = await askedItems(cut(frameText(LINES), size), questions);
      expect(items.map(({ passage }) => passage)).toEqual(['o1', 'p1', 'o0', 'p0']);
      expect(items[0]).toEqual(LINES[4]);
    },
  );
});
