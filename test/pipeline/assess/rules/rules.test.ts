import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { RULES } from '../../../../pipeline/assess/rules/table.js';
import { breachesOf, casesOf } from './fixtures.js';

/** Gaps known to be open, over all rules. Lower it when one is closed; it must not grow silently. */
const KNOWN_GAPS = 3;

describe.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  const cases = casesOf(id);

  it.each(cases.filter(({ verdict }) => verdict === 'ruleid'))('speaks of: $provisions', (given) => {
    const breaches = breachesOf(id, given);
    expect(breaches.length).toBeGreaterThan(0);
    if (given.severity) expect(breaches.map(({ severity }) => severity)).toContain(given.severity);
    for (const { article, evidence, span, message, suggestion } of breaches) {
      expect(article).toBe(rule.article);
      expect(span.end - span.start).toBe(evidence.length);
      expect(evidence).not.toBe('');
      expect(message).not.toBe('');
      expect(suggestion).toBe(rule.suggestion);
    }
  });

  it.each(cases.filter(({ verdict }) => verdict === 'ok'))('is silent on: $provisions', (given) => {
    expect(breachesOf(id, given)).toEqual([]);
  });

  it('has at least four cases of each kind', () => {
    for (const kind of ['ruleid', 'ok'])
      expect(cases.filter(({ verdict }) => verdict === kind).length, kind).toBeGreaterThanOrEqual(4);
  });
});

test('known gaps are still gaps, and counted', () => {
  const gaps = RULES.flatMap(({ id }) =>
    casesOf(id)
      .filter(({ verdict }) => verdict === 'todoruleid')
      .map((given) => ({ id, given })),
  );
  const closed = gaps.filter(({ id, given }) => breachesOf(id, given).length > 0);
  expect(closed, 'closed: write ruleid instead of todoruleid').toEqual([]);
  expect(gaps).toHaveLength(KNOWN_GAPS);
});

test('every rule has an id of its own that begins with its article, and a fixture that bears it', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = readdirSync(fileURLToPath(new URL('fixtures/', import.meta.url)));
  expect(files.sort()).toEqual(ids.map((id) => `${id}.txt`).sort());
  for (const { id, article, title, suggestion } of RULES) {
    const number = /（([一二三四五六七八九十]+)）$/u.exec(article)![1]!;
    const value = '一二三四五六七八九十'.indexOf(number.at(-1)!) + 1 + (number.length > 1 ? 10 : 0);
    expect(id).toMatch(article.startsWith('国办发') ? new RegExp(`^49-${value}-`) : /^15-1-3-/);
    expect(title).not.toBe('');
    expect(suggestion).not.toMatch(/[。；]$/u);
  }
});

test('docs/rules.md names every rule as the code does', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  for (const { id, looksAt, severity, title } of RULES)
    expect(page).toMatch(
      new RegExp(`^\\| \`${id}\` \\| [^|]+ \\| ${looksAt} \\| ${severity} \\| ${title} \\|$`, 'm'),
    );
});
