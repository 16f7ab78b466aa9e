import type { Breach, DraftRow, UnitProfile } from '../../model/index.js';
import type { LedgerDocument, LedgerEvidence, LedgerFile, LedgerInput } from '../../reports/index.js';

export const profile: UnitProfile = {
  unit: '清水市云溪区市容管理局',
  completion: '2021年6月底',
  responsibleUnit: '',
  responsiblePerson: '张某 副局长',
  phone: '0999-12345678',
};

export const row = (change: Partial<DraftRow> = {}): DraftRow => ({
  document: '《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
  disclosure: '是',
  blacklist: '是',
  punishment: '否',
  summary: '第十二条：多次不按规定投放垃圾的，记入个人信用档案；情节严重的，列入“黑名单”。',
  nationalBasis: '否',
  localBasis: '待核实',
  basisContent: '',
  disposal: '',
  reasons: {
    nationalBasis: '全文没有直接援引法律、行政法规或者党中央、国务院政策文件。',
    localBasis: '引用了《云川省社会信用条例》，目录中没有该条例，须人工核实。',
    disposal: '地方性法规依据尚待核实，不能提出处置方式。',
  },
  ...change,
});

export const evidence = (change: Partial<LedgerEvidence> = {}): LedgerEvidence => ({
  label: 'D',
  provision: '第十二条第一款',
  place: '第3页第12段',
  quotation: '多次不按规定投放垃圾的，由主管部门【记入个人信用档案】。',
  meanings: ['将行为信息记入信用档案'],
  citations: ['《云川省社会信用条例》第三十条'],
  checks: ['《某法》第三条：已核实'],
  suggestions: [],
  national: { answer: 'no', reason: '本条没有援引国家层面依据。' },
  local: { answer: 'unknown', reason: '引用的条例不在目录中。' },
  ...change,
});

export const breach = (change: Partial<Breach> = {}): Breach => ({
  rule: '49-5-channel',
  severity: 'warning',
  article: '国办发〔2020〕49号（五）',
  place: '第十二条第一款',
  sourcePlace: '第3页第12段',
  span: { start: 104, end: 111 },
  evidence: '在小区公告栏公',
  context: { start: 100, text: '失信用户在小区公告栏公布。' },
  message: '通过媒体、公告栏等公开失信信息，而未写明规定的网站',
  suggestion: '改为在认定部门门户网站公开',
  ...change,
});

export const document = (change: Partial<LedgerDocument> = {}): LedgerDocument => ({
  name: row().document,
  source: '市容/垃圾投放办法.docx',
  row: row(),
  evidence: [evidence()],
  breaches: [],
  ...change,
});

export const file = (change: Partial<LedgerFile> = {}): LedgerFile => ({
  source: '市容/垃圾投放办法.docx',
  bytes: 20_480,
  hash: 'ab'.repeat(32),
  format: 'docx',
  status: 'read',
  documents: 1,
  labels: ['D', 'B'],
  notes: [],
  ...change,
});

export const unreadable: LedgerFile = file({
  source: '市容/扫描件.pdf',
  format: 'pdf',
  status: 'skipped',
  documents: 0,
  labels: [],
  reason: {
    code: 'needs-ocr',
    message: '需要识别（OCR）：页面是图像，没有文字',
    advice: '请提供文字版，或人工查阅',
  },
});

export const input = (change: Partial<LedgerInput> = {}): LedgerInput => ({
  form: 'national',
  profile,
  documents: () => [document()],
  files: () => [file(), unreadable],
  ...change,
});
