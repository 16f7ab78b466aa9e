import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classify } from '../../classifiers/index.js';
import type { Label } from '../../model/index.js';
import { shared } from '../shared.js';

const file = shared('labelled/provisions.dev.jsonl');

/** Floors, a little under what the cues reach: a change that falls below one has lost something. */
const FLOORS: readonly (readonly [Label, { recall: number; precision: number }])[] = [
  ['D', { recall: 0.96, precision: 0.92 }],
  ['B', { recall: 0.97, precision: 0.95 }],
  ['P', { recall: 0.97, precision: 0.95 }],
  ['Q', { recall: 0.85, precision: 0.9 }],
  ['R', { recall: 0.95, precision: 0.95 }],
];

interface Labelled {
  readonly text: string;
  readonly labels: readonly string[];
}

describe.skipIf(!file)('on the labelled articles', () => {
  const rows = file
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Labelled)
        .map(({ text, labels }) => ({ wanted: labels, said: classify({ text }).labels }))
    : [];

  test.each(FLOORS)('label %s keeps its recall and precision', (label, floor) => {
    const wanted = rows.filter((row) => row.wanted.includes(label));
    const said = rows.filter((row) => row.said.includes(label));
    const both = said.filter((row) => row.wanted.includes(label)).length;
    expect(both / wanted.length).toBeGreaterThanOrEqual(floor.recall);
    expect(both / said.length).toBeGreaterThanOrEqual(floor.precision);
  });
});
