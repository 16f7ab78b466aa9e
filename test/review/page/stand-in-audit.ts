import type { AuditList, AuditView, ListedItem } from '../../../review/audit-api.js';

const ROUND = { number: 2, at: '2026-01-06T01:00:00Z' };
const FIRST = { number: 1, at: '2026-01-02T01:00:00Z' };

const item = (id: string, more: Partial<ListedItem> = {}): ListedItem => ({
  ...{
    id,
    kind: 'omitted',
    certain: true,
    unit: '青岭区发展和改革局',
    subject: '《清水市户外广告设置信用管理办法》',
  },
  document: { id: 1, source: '规章/清水市户外广告设置信用管理办法.docx' },
  ...{ ledger: '', row: '', column: '', said: '', found: '涉及失信惩戒措施' },
  reason: '该文件涉及失信惩戒措施，台账中没有',
  evidence: [{ provision: '第三条', place: '第4段', text: '情节严重的，实施联合惩戒。' }],
  ...{ state: 'open', raised: ROUND, corrected: null, replies: [] },
  ...more,
});

const said = { item: '0123456789ab', kind: 'explained', words: '附材料', at: ROUND.at, who: '甲' } as const;
const ITEMS = [
  item('0123456789aa'),
  item('0123456789ab', { state: 'explained', raised: FIRST, replies: [said] }),
  item('0123456789ac', {
    ...{
      kind: 'cell',
      certain: false,
      ledger: '发改局台账.xlsx',
      row: '第3行',
      column: '是否涉及失信惩戒措施',
    },
    ...{ said: '否', found: '是', state: 'refused', document: { id: null, source: '旧.docx' } },
  }),
];
const LIST: AuditList = {
  rounds: [
    { ...ROUND, ledgers: 1, items: 3 },
    { ...FIRST, ledgers: 1, items: 2 },
  ],
};

/** A comparison with an item of each look. */
const VIEW: AuditView = {
  round: ROUND,
  rounds: LIST.rounds,
  ledgers: [
    { source: '发改局台账.xlsx', unit: '青岭区发展和改革局', date: '2021-01-19', rows: 12, empty: ['电话'] },
  ],
  ...{ since: '2021-01-19', units: 2, issuer: '', words: ['核对台账1份，共12行。'], earlier: 4 },
  ...{ total: 3, page: 1, size: 50, items: ITEMS },
  corrected: {
    total: 1,
    items: [item('0123456789ad', { state: 'corrected', raised: FIRST, corrected: ROUND })],
  },
  facets: {
    kinds: [
      { value: 'omitted', count: 2, toCheck: 0 },
      { value: 'cell', count: 1, toCheck: 1 },
    ],
    states: [{ value: 'open', count: 3 }],
    units: [{ value: '青岭区发展和改革局', count: 3 }],
    ...{ certain: 2, toCheck: 1 },
  },
};

/** Answers of the stand-in for what is asked of filed ledgers; undefined for anything else. */
export const auditAnswer = (path: string): AuditList | AuditView | undefined =>
  path === 'audits' ? LIST : /^audits\/\d+$/u.test(path) ? VIEW : undefined;
