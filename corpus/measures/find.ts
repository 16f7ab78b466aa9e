import type { Label } from '../../model/index.js';
import { MEASURE_KINDS, type MeasureId } from './kinds.js';

/** A measure named in a text; offsets are UTF-16 units of the text that was given. */
export interface Measure {
  readonly kind: MeasureId;
  readonly start: number;
  readonly end: number;
}

const DROPPED = /[\s\u200b-\u200f\ufeff"'“”‘’「」『』]/u;
const DROPPED_RUNS = /[\s\u200b-\u200f\ufeff"'“”‘’「」『』]+/gu;
const BY_ID = new Map(MEASURE_KINDS.map((kind) => [kind.id, kind]));

/**
 * The kinds of measure that a text names, in the order of the text; each place once a kind. Made for recall: an
 * article that names a measure only to forbid it is found, too.
 */
export const measuresIn = (text: string): readonly Measure[] => {
  const plain = text.replace(DROPPED_RUNS, '');
  const place = plain.length === text.length ? null : offsets(text);
  return MEASURE_KINDS.flatMap(({ id, pattern }) =>
    [...plain.matchAll(pattern)].map(({ index, 0: words }): Measure => {
      const last = index + words.length - 1;
      return place
        ? { kind: id, start: place[index]!, end: place[last]! + 1 }
        : { kind: id, start: index, end: last + 1 };
    }),
  ).sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
};

/** The kinds in a text, each once, in the order of the table of kinds. */
export const measureKindsIn = (text: string): readonly MeasureId[] => {
  const plain = text.replace(DROPPED_RUNS, '');
  return MEASURE_KINDS.filter(({ pattern }) => plain.search(pattern) >= 0).map(({ id }) => id);
};

/** 记入信用记录（档案）… */
export const measureName = (id: MeasureId): string => BY_ID.get(id)?.name ?? id;

/** The ledger's labels under which a kind of measure stands. */
export const measureLabels = (id: MeasureId): readonly Label[] => BY_ID.get(id)?.labels ?? [];

const offsets = (text: string): readonly number[] => {
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) if (!DROPPED.test(text[at]!)) kept.push(at);
  return kept;
};
