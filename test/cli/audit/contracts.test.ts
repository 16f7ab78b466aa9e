import { createHash } from 'node:crypto';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { followedItems, frameText } from '../../../audit/index.js';
import { runPlan } from '../../../cli/audit/plan.js';
import { type CONTRACTS, schemaOf } from '../../../cli/contracts.js';
import type { AuditItem, AuditReport } from '../../../model/index.js';
import { auditJson } from '../../../reports/audit/json.js';

const ajv = new Ajv2020({ strict: false });
/** What does not fit the published schema; '' where all does. */
const faults = (name: keyof typeof CONTRACTS, value: unknown): string => {
  const validate = ajv.compile(schemaOf(name) as AnySchema);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
};

const item: AuditItem = {
  id: 'a1b2c3d4e5f6',
  kind: 'cell',
  certain: false,
  unit: '清水市水务局',
  row: { ledger: '台账.xlsx', index: 2, number: '', document: '《清水市供水办法》' },
  column: 'punishment',
  document: { name: '《清水市供水办法》', source: '水务/供水.docx' },
  said: '否',
  found: '是',
  evidence: [{ provision: '第八条', place: '第2页第9段', text: '欠缴水费的，限制参加政府采购' }],
  reason: '第八条涉及，请核对',
};
const report: AuditReport = {
  ledgers: [{ source: '台账.xlsx', unit: '清水市水务局', date: '2021-01-19', rows: 3, empty: ['phone'] }],
  documents: 4,
  flagged: 2,
  unread: 1,
  since: '2021-01-19',
  units: ['清水市水务局'],
  issuer: '',
  matches: [{ rows: [item.row!], document: item.document!, by: 'similar', differs: '标题少“试行”' }],
  items: [item],
};
const round = (number: number, items: readonly AuditItem[]) => ({
  number,
  at: `2026-03-0${number}T00:00:00.000Z`,
  report: { ...report, items },
});
const reply = {
  item: item.id,
  kind: 'refused',
  words: '',
  at: '2026-03-05T00:00:00.000Z',
  who: '甲',
} as const;
const gone: AuditItem = { ...item, id: 'b', kind: 'omitted', row: null, column: null };

describe('what audit writes for other programs', () => {
  it('is a plan as its schema says, also where no sample shows the target', () => {
    let text = '';
    runPlan({ population: 3_000, positives: 10, recall: 0.95, confidence: 0.95, json: true }, (words) => {
      text += words;
    });
    const plan = JSON.parse(text) as { sizes: { sample: number | null }[] };
    expect(plan.sizes.some(({ sample }) => sample === null)).toBe(true);
    expect(faults('audit-plan', plan)).toBe('');
    expect(faults('audit-plan', { ...plan, recall: 95 })).toContain('recall');
  });

  it('is a comparison, and a list of what became of its items', () => {
    const rounds = [round(1, [item, gone]), round(2, [item])];
    const items = followedItems(rounds, [reply]);
    const { at } = rounds[1]!;
    const json = auditJson(rounds[1]!.report, { round: { number: 2, at }, items });
    expect([json.items.length, json.corrected.length]).toEqual([1, 1]);
    expect(faults('audit-comparison', json)).toBe('');
    expect(faults('audit-follow-up', items)).toBe('');
    // A member that is renamed or left out, or a new kind, is another contract.
    const { reason: _, ...without } = json.items[0]!;
    expect(faults('audit-comparison', { ...json, items: [without] })).toContain('reason');
    expect(faults('audit-comparison', { ...json, items: [{ ...json.items[0]!, kind: 'other' }] })).toContain(
      'kind',
    );
  });

  it('is a frame a line an item', () => {
    const of = (words: string) => createHash('sha256').update(words).digest('hex');
    const open = {
      kind: 'open',
      source: '甲.txt',
      file: of('甲'),
      part: 0,
      passage: 'p',
      text: of('乙'),
      score: 1 / 3,
    };
    const lines = frameText([open as never, { kind: 'unread', source: '坏.pdf', file: '' }])
      .trim()
      .split('\n');
    for (const line of lines) expect(faults('audit-frame-line', JSON.parse(line))).toBe('');
    expect(faults('audit-frame-line', { ...JSON.parse(lines[0]!), words: '第一条' })).not.toBe('');
  });
});
