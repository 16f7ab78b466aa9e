import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../model/index.js';
import type { Shelf } from '../../../review/page/state/outbox.js';
import {
  draftPrefix,
  keepAnswer,
  keptAnswers,
  nextOpen,
  toggled,
} from '../../../review/page/state/sample-drafts.js';

class MapShelf implements Shelf {
  readonly map = new Map<string, string>();
  get length() {
    return this.map.size;
  }
  key(at: number) {
    return [...this.map.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.map.set(key, value);
  }
  removeItem(key: string) {
    this.map.delete(key);
  }
}

describe('answers that are not handed in', () => {
  it('come back from the browser for the same person, sample and task, and for no other', () => {
    const shelf = new MapShelf();
    const own = draftPrefix('a', 1, '0123456789ab', 'own');
    for (const [question, answer] of [
      [1, 'DB'],
      [12, ''],
      [3, 'P'],
    ] as const)
      expect(keepAnswer(shelf, own, question, answer)).toBe(true);
    keepAnswer(shelf, own, 3, null);
    expect([...keptAnswers(shelf, own)]).toEqual([
      [1, 'DB'],
      [12, ''],
    ]);
    for (const other of [
      draftPrefix('b', 1, '0123456789ab', 'own'),
      draftPrefix('a', 11, '0123456789ab', 'own'),
      draftPrefix('a', 1, 'fedcba987654', 'own'),
      draftPrefix('a', 1, '0123456789ab', 'agreed'),
    ])
      expect(keptAnswers(shelf, other).size).toBe(0);
    // The answers of settling do not come back as one's own.
    keepAnswer(shelf, draftPrefix('a', 1, '0123456789ab', 'agreed'), 5, 'D');
    expect(keptAnswers(shelf, own).size).toBe(2);
  });

  it('are what an answer can be, or are left out', () => {
    const shelf = new MapShelf();
    const own = draftPrefix('a', 1, 'm', 'own');
    for (const [name, value] of [
      ['1', 'X'],
      ['0', 'D'],
      ['2x', 'D'],
      ['3', 'PD'],
      ['4', 'D'],
    ] as const)
      shelf.setItem(`${own}${name}`, value);
    expect([...keptAnswers(shelf, own)]).toEqual([[4, 'D']]);
  });

  it('are said not to be kept where the browser keeps nothing', () => {
    const full = {
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Shelf;
    expect(keepAnswer(full, 'p', 1, 'D')).toBe(false);
    expect(keepAnswer(null, 'p', 1, 'D')).toBe(false);
  });
});

describe('a label', () => {
  it('goes on and off, whatever came before, and an answer never becomes 无 by taking labels back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LABELS), { minLength: 1 }), (pressed) => {
        const answer = pressed.reduce<string | null>((before, label) => toggled(before, label), null);
        const odd = LABELS.filter((label) => pressed.filter((each) => each === label).length % 2 === 1);
        expect(answer).toBe(odd.length > 0 ? odd.join('') : null);
      }),
    );
    expect(toggled('', 'D')).toBe('D');
  });
});

describe('the next question without an answer', () => {
  it.each<[after: number, answered: number[], next: number | null]>([
    [1, [1], 2],
    [4, [4], 1],
    [2, [1, 2, 3], 4],
    [4, [4, 1], 2],
    [3, [1, 2, 4], 3],
    [2, [1, 2, 3, 4], null],
    [9, [1], 2],
  ])('after %i, with %j answered, is %s', (after, answered, next) => {
    expect(nextOpen([1, 2, 3, 4], (question) => answered.includes(question), after)).toBe(next);
  });
});
