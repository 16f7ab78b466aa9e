import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../model/index.js';
import { ledgerDocuments, ledgerFile } from '../../reports/index.js';
import { analysis, classification, hintOnly, outcome, readDocument } from './analysis.js';

const meaningOf = (cue: string): string => (cue === 'D.sample' ? '记入信用档案' : '');

describe('what the ledger takes from an analysis', () => {
  it('is one line a provision and label, with its quotation, citations and answers', () => {
    const [document] = ledgerDocuments(outcome, analysis, meaningOf);
    expect(document).toMatchObject({ source: outcome.source, row: readDocument.row });
    expect(document!.evidence).toEqual([
      {
        label: 'D',
        provision: '第二条',
        place: '第1页第3段',
        quotation: '第二条 多次不按规定投放垃圾的，由主管部门【记入个人信用档案】，一年内不得参加评优。',
        meanings: ['记入信用档案'],
        citations: [],
        checks: ['《云川省社会信用条例》第三十条：未收录；目录未收录'],
        suggestions: [],
        national: { answer: 'no', reason: '没有援引国家层面依据。' },
        local: { answer: 'unknown', reason: '条例不在目录中。' },
      },
      expect.objectContaining({ label: 'Q', meanings: ['Q.sample'] }),
    ]);
  });

  it('marks all words of a label in one quotation, and says each meaning once', () => {
    const text = '记入档案，再记入档案。';
    const twice = classification(text, [['D', '记入档案']]);
    const again = { ...twice.evidence[0]!, start: 6, end: 10 };
    const unit = readDocument.units[1]!;
    const document: ReadDocument = {
      ...readDocument,
      units: [
        {
          ...unit,
          unit: { ...unit.unit, text },
          classification: { ...twice, evidence: [...twice.evidence, again] },
        },
      ],
    };
    const [made] = ledgerDocuments(outcome, { notes: [], documents: [document], ledgers: [] }, meaningOf);
    expect(made!.evidence).toMatchObject([
      { quotation: '【记入档案】，再【记入档案】。', meanings: ['记入信用档案'] },
    ]);
  });

  it('keeps a document that has hints alone and leaves out one that has nothing', () => {
    const nothing: ReadDocument = { ...hintOnly, units: hintOnly.units.slice(0, 1) };
    const made = ledgerDocuments(
      outcome,
      { notes: [], documents: [nothing, hintOnly], ledgers: [] },
      meaningOf,
    );
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ name: '《清水市生活垃圾投放办法》（清政发〔2018〕12号）', row: null });
    expect(ledgerDocuments({ ...outcome, status: 'failed' }, null, meaningOf)).toEqual([]);
  });

  it('names a document without title by its file', () => {
    const untitled: ReadDocument = {
      ...hintOnly,
      regulation: { ...hintOnly.regulation, header: { ...hintOnly.regulation.header, title: null } },
    };
    const [made] = ledgerDocuments(outcome, { notes: [], documents: [untitled], ledgers: [] }, meaningOf);
    expect(made!.name).toBe('市容/垃圾投放办法.docx（清政发〔2018〕12号）');
  });

  it('counts a file’s documents and labels', () => {
    const both = { notes: [], documents: [readDocument, hintOnly], ledgers: [] };
    expect(ledgerFile(outcome, both)).toMatchObject({ documents: 2, labels: ['D', 'Q'], notes: [] });
    expect(ledgerFile(outcome, analysis).notes).toEqual(analysis.notes);
    expect(ledgerFile({ ...outcome, status: 'skipped' }, null)).toMatchObject({ documents: 0, labels: [] });
  });
});
