import { describe, expect, it } from 'vitest';
import { readArticleSet } from '../../corpus/articles.js';
import { CREDIT_BY_HAND } from '../../corpus/catalogue/credit-by-hand.js';
import { OMNIBUS_DECREES } from '../../corpus/catalogue/decrees.js';
import { IN_FORCE } from '../../corpus/catalogue/in-force.js';
import { MINISTRY_DOCUMENTS } from '../../corpus/catalogue/ministry-documents.js';
import { POLICY_DOCUMENTS } from '../../corpus/catalogue/policy-documents.js';
import { RENUMBERED } from '../../corpus/catalogue/renumbered.js';
import { SHORT_NAMES } from '../../corpus/catalogue/short-names.js';
import { DOUBTS, ENDED_STATUTES } from '../../corpus/catalogue/standing.js';
import { readTable } from '../../corpus/catalogue/tables.js';
import { EFFECTS, HAND_VERSIONS } from '../../corpus/catalogue/versions.js';
import { allCreditFacts } from '../../corpus/credit-articles.js';
import { lookupStatute, MEASURE_KINDS, titleKey } from '../../corpus/index.js';
import { readMoves } from '../../corpus/resolve/moves.js';
import { statutesUnder } from '../../corpus/statutes.js';

const DAY = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const ids = new Set<string>(MEASURE_KINDS.map(({ id }) => id));
const datesOf = (title: string): string[] =>
  statutesUnder(titleKey(title)).flatMap(({ date, history }) => [date, ...history.map((step) => step.date)]);

describe('the tables', () => {
  it.each([
    ['statutes.tsv', 8],
    ['repeals.tsv', 4],
    ['renumbering.tsv', 5],
    ['credit-articles.tsv', 5],
  ])('%s has lines of %i fields, in order, none twice', (name, fields) => {
    const lines = readTable(name);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => line.length !== fields)).toEqual([]);
    const joined = lines.map((line) => line.join('\t'));
    expect(joined).toEqual([...new Set(joined)].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('hold article numbers that can be read', () => {
    for (const [title, , , , , , form] of readTable('statutes.tsv')) {
      if (form) expect(readArticleSet(form), title).not.toBeNull();
    }
    for (const facts of allCreditFacts()) {
      for (const [code, { kinds }] of facts.articles) {
        expect(code, facts.title).toMatch(/^\d{1,4}(?:\.\d{1,2})?$/u);
        expect(kinds.filter((kind) => !ids.has(kind))).toEqual([]);
      }
    }
  });

  it('hold no sentence: no field is longer than a title, a history or a list of numbers', () => {
    for (const name of ['statutes.tsv', 'repeals.tsv', 'renumbering.tsv', 'credit-articles.tsv']) {
      for (const field of readTable(name).flat()) expect(field).not.toMatch(/[。；]/u);
    }
  });
});

describe('what was entered by hand', () => {
  it('names statutes that the catalogue has', () => {
    for (const [short, official] of SHORT_NAMES) {
      expect(statutesUnder(titleKey(official)), official).not.toEqual([]);
      // A short name that is a title of its own would never be read as one.
      expect(statutesUnder(titleKey(short)), short).toEqual([]);
    }
    for (const [title] of [...IN_FORCE, ...EFFECTS, ...DOUBTS, ...RENUMBERED, ...CREDIT_BY_HAND]) {
      expect(statutesUnder(titleKey(title)), title).not.toEqual([]);
    }
  });

  it('speaks of versions that the catalogue has', () => {
    for (const [title, date] of IN_FORCE) {
      const version = statutesUnder(titleKey(title)).find((statute) => statute.date === date);
      expect(version?.status, title).toBe('废止或失效');
    }
    for (const [title, from, to, moves] of RENUMBERED) {
      const dates = datesOf(title);
      expect(dates, title).toContain(from);
      expect(dates, title).toContain(to);
      const after = lookupStatute(title).find(({ date }) => date === to)?.articleSet;
      for (const code of readMoves(moves).values())
        expect(Number(code)).toBeLessThanOrEqual(after?.last ?? 9999);
    }
    for (const [title, date, articles] of CREDIT_BY_HAND) {
      const version = lookupStatute(title).find((statute) => statute.date === date);
      expect(version, title).toBeDefined();
      for (const entry of articles.split(' ')) {
        const [code = '', , kinds = ''] = entry.split(':');
        expect(version!.articleSet?.has([Number(code), 0]) ?? 'yes', `${title} ${code}`).toBe('yes');
        for (const kind of kinds.split(',')) expect(ids).toContain(kind);
      }
    }
  });

  it('gives days that exist, in order', () => {
    for (const [title, versions] of EFFECTS) {
      const pairs = versions.split(' ').map((pair) => pair.split('>'));
      for (const [date = '', start = ''] of pairs) {
        expect(date, title).toMatch(DAY);
        expect(start, title).toMatch(DAY);
        expect(start >= date, `${title} ${date}`).toBe(true);
      }
      expect(pairs, title).toEqual([...pairs].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)));
    }
    for (const { title, date, effectiveOn } of HAND_VERSIONS) {
      expect(date, title).toMatch(DAY);
      expect(effectiveOn >= date, title).toBe(true);
    }
    for (const { on, title, by } of ENDED_STATUTES) {
      expect(on, title).toMatch(DAY);
      expect(titleKey(by), title).not.toBe(titleKey(title));
    }
    for (const { date } of OMNIBUS_DECREES.values()) expect(date).toMatch(DAY);
  });

  it('names each statute, document and number once', () => {
    const once = (names: readonly string[]): void => expect(new Set(names).size).toBe(names.length);
    once(ENDED_STATUTES.map(({ title }) => titleKey(title)));
    once(SHORT_NAMES.map(([short]) => titleKey(short)));
    once(EFFECTS.map(([title]) => titleKey(title)));
    once(POLICY_DOCUMENTS.map(({ title }) => titleKey(title)));
    once(POLICY_DOCUMENTS.map(({ number }) => number).filter(Boolean));
    once(MINISTRY_DOCUMENTS.map(({ title }) => title));
  });

  it('gives ministries no central number, and the centre no other', () => {
    for (const { number, title } of POLICY_DOCUMENTS) {
      if (number)
        expect(number, title).toMatch(/^(?:中发|中办发|厅字|国发|国办发|国函|国办函)〔\d{4}〕\d{1,3}号$/u);
    }
    for (const { number, title } of MINISTRY_DOCUMENTS) {
      expect(number, title).not.toMatch(/^(?:中发|中办发|厅字|国发|国办发|国函|国办函)〔/u);
    }
  });
});
