import { describe, expect, test } from 'vitest';
import { CUES, classifyByCues, cueMeaning } from '../../classifiers/index.js';
import { FIXTURES, readFixture } from './fixtures.js';

/** Gaps known to be open, over all labels. Lower it when one is closed; it must not grow silently. */
const KNOWN_GAPS = 8;

describe.each(FIXTURES)('label %s', (label, name) => {
  const lines = readFixture(name);

  test.each(lines.filter((line) => line.verdict === 'ruleid'))('is given: $text', ({ text }) => {
    const { labels, evidence } = classifyByCues({ text });
    expect(labels).toContain(label);
    expect(evidence.some((one) => one.label === label)).toBe(true);
  });

  test.each(lines.filter((line) => line.verdict === 'ok'))('is not given: $text', ({ text }) => {
    expect(classifyByCues({ text }).labels).not.toContain(label);
  });
});

test('known gaps are still gaps, and counted', () => {
  const gaps = FIXTURES.flatMap(([label, name]) =>
    readFixture(name)
      .filter((line) => line.verdict === 'todoruleid')
      .map((line) => ({ label, text: line.text })),
  );
  const closed = gaps.filter(({ label, text }) => classifyByCues({ text }).labels.includes(label));
  expect(closed, 'closed: write ruleid instead of todoruleid').toEqual([]);
  expect(gaps).toHaveLength(KNOWN_GAPS);
});

test('every cue has an id of its own that begins with its label, and a Chinese reason', () => {
  expect(new Set(CUES.map((cue) => cue.id)).size).toBe(CUES.length);
  for (const { id, label, meaning } of CUES) {
    expect(id.startsWith(`${label}.`)).toBe(true);
    expect(meaning).toMatch(/^[\p{Script=Han}（）、，]+$/u);
    expect(cueMeaning(id)).toBe(meaning);
  }
});

test('a cue of another version is named by its id', () => {
  expect(cueMeaning('D.no-such-cue')).toBe('D.no-such-cue');
});
