import type {
  Classification,
  FileAnalysis,
  FileOutcome,
  Label,
  Manuscript,
  ReadDocument,
  ReadUnit,
} from '../../model/index.js';
import { row } from './samples.js';

/** A short regulation and its text, with the offsets that the stages would give. */
const TITLE = '清水市生活垃圾投放办法';
const FIRST = '第一条 根据《云川省社会信用条例》第三十条，制定本办法。';
const SECOND = '第二条 多次不按规定投放垃圾的，由主管部门记入个人信用档案，一年内不得参加评优。';
export const TEXT = [TITLE, FIRST, SECOND].join('\n');

export const manuscript: Manuscript = {
  format: 'docx',
  text: TEXT,
  blocks: [TITLE, FIRST, SECOND].map((text, index) => {
    const start = TEXT.indexOf(text);
    return { kind: 'paragraph', span: { start, end: start + text.length }, paragraph: index + 1, page: 1 };
  }),
  metadata: [{ name: '索引号', value: 'QS-2018-12', from: 'table' }],
  notes: [{ code: 'tracked-changes', message: '修订痕迹按已接受处理' }],
  pages: 1,
};

const spanOf = (text: string) => {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length };
};

export const classification = (text: string, found: readonly [Label, string][]): Classification => ({
  overruled: [],
  usefulness: 0,
  labels: found.map(([label]) => label),
  scores: { D: 0, B: 0, P: 0, Q: 0, R: 0 },
  evidence: found.map(([label, words]) => {
    const start = text.indexOf(words);
    return { label, cue: `${label}.sample`, text: words, start, end: start + words.length };
  }),
});

const unitOf = (label: string, text: string, found: readonly [Label, string][]): ReadUnit => ({
  unit: { label, kind: 'article', span: spanOf(text), text, path: [TITLE], lead: '' },
  classification: classification(text, found),
  citations: [],
  place: label,
  sourcePlace: `第1页第${label === '第一条' ? 2 : 3}段`,
});

const first = unitOf('第一条', FIRST, []);
const citation = {
  start: FIRST.indexOf('《'),
  end: FIRST.indexOf('，'),
  kind: 'full',
  title: '云川省社会信用条例',
  number: '',
  articles: ['第三十条'],
  role: 'basis',
} as const;

export const readDocument: ReadDocument = {
  regulation: {
    index: 0,
    role: 'main',
    span: { start: 0, end: TEXT.length },
    header: {
      title: { value: TITLE, span: spanOf(TITLE), from: 'text' },
      documentNumber: { value: '清政发〔2018〕12号', from: 'metadata' },
      issuer: null,
      issuers: [],
      issuedOn: { value: '2018-03-01', from: 'metadata' },
      publishedOn: null,
      effectiveOn: null,
      level: { value: 'normative-document', from: 'derived' },
      territory: { province: '云川省', city: '清水市' },
    },
    provisions: [
      { kind: 'article', number: '第一条', label: '第一条', span: spanOf(FIRST), children: [] },
      { kind: 'article', number: '第二条', label: '第二条', span: spanOf(SECOND), children: [] },
    ],
    attachments: [{ number: '1', title: '投放时间表', span: { start: 0, end: 0 } }],
  },
  units: [
    { ...first, citations: [citation] },
    {
      ...unitOf('第二条', SECOND, [
        ['D', '记入个人信用档案'],
        ['Q', '一年内不得参加评优'],
      ]),
      assessment: {
        national: { answer: 'no', reason: '没有援引国家层面依据。' },
        local: { answer: 'unknown', reason: '条例不在目录中。' },
        weighed: [
          {
            citation,
            place: 'enacting-clause',
            level: 'local-regulation',
            levelReason: '标题形式',
            counts: 'local',
            verdict: 'not-catalogued',
            resolution: {
              statute: null,
              matched: 'nothing',
              score: 0,
              alternatives: [],
              inForceThen: null,
              standing: 'unknown',
              successor: '',
              versionDoubt: '',
              articles: [{ cited: '第三十条', exists: 'unknown', now: '', wording: null }],
              range: '',
              reasons: ['目录未收录'],
            },
            backing: [],
            chain: ['《云川省社会信用条例》第三十条：未收录', '目录未收录'],
          },
        ],
        suggestions: [],
      },
    },
  ],
  proposal: { disposal: null, reason: '依据待核实。' },
  row: row({ document: `《${TITLE}》（清政发〔2018〕12号）` }),
  breaches: [],
};

export const analysis: FileAnalysis = { notes: manuscript.notes, documents: [readDocument], ledgers: [] };

export const outcome: FileOutcome = {
  source: '市容/垃圾投放办法.docx',
  bytes: 20_480,
  hash: 'ab'.repeat(32),
  format: 'docx',
  status: 'read',
};

/** The same document with its hint alone, and so without a row. */
export const hintOnly: ReadDocument = {
  ...readDocument,
  row: null,
  proposal: null,
  units: [first, unitOf('第二条', SECOND, [['Q', '一年内不得参加评优']])],
};
