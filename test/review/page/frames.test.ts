import { describe, expect, it } from 'vitest';
import type { PageBox } from '../../../review/api.js';
import { framesOf, mergedBoxes } from '../../../review/page/document/frames.js';
import { marksOfView } from '../../../review/page/document/marks-of-view.js';
import { itemsOf } from '../../../review/page/state/changes.js';
import { collection } from './stand-in-documents.js';

const box = (x: number, width: number, y = 100, page = 1): PageBox => ({ page, x, y, width, height: 16 });

describe('frames on the pages', () => {
  it.each([
    { reason: 'one in another', boxes: [box(10, 60), box(20, 20)], merged: [box(10, 60)] },
    { reason: 'touching', boxes: [box(40, 30), box(10, 30)], merged: [box(10, 60)] },
    { reason: 'apart', boxes: [box(10, 20), box(50, 20)], merged: [box(10, 20), box(50, 20)] },
    {
      reason: 'on two lines',
      boxes: [box(10, 60), box(10, 60, 126)],
      merged: [box(10, 60), box(10, 60, 126)],
    },
    {
      reason: 'on two pages',
      boxes: [box(10, 60), box(10, 60, 100, 2)],
      merged: [box(10, 60), box(10, 60, 100, 2)],
    },
  ])('are one where they touch on a line: $reason', ({ boxes, merged }) => {
    expect(mergedBoxes(boxes)).toEqual(merged);
  });

  const scan = collection()[1]!;
  const view = { ...scan, decisions: {} } as never;

  it('of several labels at one place are drawn around each other', () => {
    const frames = framesOf(view, itemsOf(view, [])).get(1)!;
    expect(frames.map(({ look, depth }) => `${look} ${depth}`)).toEqual(['D 0', 'B 1', 'doubt 0']);
  });
});

describe('letters on the text', () => {
  it('stand once where several cues of a label touch, with what each of them means', () => {
    const first = collection()[0]!;
    const view = { ...first, decisions: {} } as never;
    const [item] = itemsOf(view, []);
    const { start } = item!.finding.evidence[0]!;
    const cue = (from: number, to: number, meaning: string) => ({
      start: start + from,
      end: start + to,
      text: '',
      meaning,
      boxes: [],
    });
    const evidence = [cue(0, 4, '甲'), cue(2, 3, '乙'), cue(4, 6, '甲'), cue(8, 9, '丙')];
    const marks = marksOfView(view, [{ ...item!, finding: { ...item!.finding, evidence } }]);
    expect(
      marks
        .filter(({ kind }) => kind === 'evidence')
        .map((mark) => [mark.start - start, mark.end - start, mark.words]),
    ).toEqual([
      [0, 6, '甲；乙'],
      [8, 9, '丙'],
    ]);
  });
});
