import { describe, expect, it } from 'vitest';
import { reason } from '../../model/index.js';
import { resultLine, resultLines } from '../../reports/index.js';
import { analysis, hintOnly, outcome, readDocument } from './analysis.js';
import { profile } from './samples.js';

const options = { profile, allProvisions: false };

describe('the result lines of a file', () => {
  it('say of each document what was read, found, cited and drafted', () => {
    const [line] = resultLines(outcome, analysis, { ...options, firstNumber: 3 });
    expect(resultLine.parse(line)).toEqual(line);
    expect(line).toMatchObject({
      source: '市容/垃圾投放办法.docx',
      status: 'read',
      format: 'docx',
      document: { index: 0, count: 1, role: 'main' },
      title: '清水市生活垃圾投放办法',
      documentNumber: '清政发〔2018〕12号',
      issuer: null,
      issuedOn: '2018-03-01',
      level: 'normative-document',
      territory: { province: '云川省', city: '清水市' },
      attachments: [{ number: '1', title: '投放时间表' }],
      labels: ['D', 'Q'],
      proposal: { disposal: null, reason: '依据待核实。' },
      ledger: {
        number: 3,
        document: '《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
        localBasis: '待核实',
        responsibleUnit: '清水市云溪区市容管理局',
        phone: '0999-12345678',
      },
    });
    expect(line).toHaveProperty('provisions.0.basis.weighed.0', {
      title: '云川省社会信用条例',
      number: '',
      articles: ['第三十条'],
      place: 'enacting-clause',
      level: 'local-regulation',
      levelReason: '标题形式',
      counts: 'local',
      verdict: 'not-catalogued',
      statute: null,
      score: 0,
      alternatives: [],
      inForceThen: null,
      standing: 'unknown',
      versionDoubt: '',
      successor: '',
      range: '',
      checkedArticles: [{ cited: '第三十条', exists: 'unknown', now: '', wording: null }],
      backing: [],
      chain: ['《云川省社会信用条例》第三十条：未收录', '目录未收录'],
    });
    expect(line).toHaveProperty('provisions.0.basis.suggestions', []);
  });

  it('give evidence at its offsets in the text of the provision', () => {
    const [line] = resultLines(outcome, analysis, options);
    if (line?.status !== 'read') throw new Error('read expected');
    const [provision] = line.provisions;
    expect(provision!.labels).toEqual(['D', 'Q']);
    for (const { start, end, text } of provision!.evidence)
      expect(provision!.text.slice(start, end)).toBe(text);
  });

  it('hold flagged provisions alone, or all of them when asked', () => {
    const labels = (allProvisions: boolean) =>
      resultLines(outcome, analysis, { profile, allProvisions }).flatMap((line) =>
        line.status === 'read' ? line.provisions.map(({ label }) => label) : [],
      );
    expect(labels(false)).toEqual(['第二条']);
    expect(labels(true)).toEqual(['第一条', '第二条']);
  });

  it('number rows in turn, and give no number to a document without a row', () => {
    const lines = resultLines(
      outcome,
      { notes: [], documents: [readDocument, hintOnly, readDocument], ledgers: [] },
      { ...options, firstNumber: 7 },
    );
    expect(lines.map((line) => (line.status === 'read' ? (line.ledger?.number ?? null) : null))).toEqual([
      7,
      null,
      8,
    ]);
    const [unnumbered] = resultLines(outcome, analysis, options);
    expect(unnumbered).toHaveProperty('ledger.number', null);
  });

  it('have the fourteen columns and no other', () => {
    const [line] = resultLines(outcome, analysis, options);
    if (line?.status !== 'read' || !line.ledger) throw new Error('a row expected');
    expect(Object.keys(line.ledger)).toHaveLength(14);
  });

  it.each([
    ['skipped', 'needs-ocr'],
    ['failed', 'corrupt'],
  ] as const)('are one line with its reason for a %s file', (status, code) => {
    const lines = resultLines({ ...outcome, status, reason: reason(code) }, null, options);
    expect(lines).toEqual([
      { source: outcome.source, status, format: 'docx', hash: outcome.hash, reason: reason(code) },
    ]);
    expect(resultLine.parse(lines[0])).toEqual(lines[0]);
  });

  it('are one line for a file in which no document was found', () => {
    const lines = resultLines(outcome, { notes: [], documents: [], ledgers: [] }, options);
    expect(lines).toHaveLength(1);
    expect(resultLine.parse(lines[0])).toMatchObject({
      status: 'read',
      document: null,
      labels: [],
      ledger: null,
    });
  });
});
