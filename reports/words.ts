import type {
  Answer,
  BasisPlace,
  FileFormat,
  FileOutcome,
  Label,
  LegalLevel,
  RegulationRole,
  Severity,
  Sourced,
  WeighedCitation,
} from '../model/index.js';

/** What each label finds, in the words of the notices. */
export const LABEL_WORDS: Readonly<Record<Label, string>> = {
  D: '涉及信用信息共享公开',
  B: '涉及“黑名单”认定',
  P: '涉及失信惩戒措施',
  Q: '提示：资格限制',
  R: '提示：信用修复',
};

/** 提示 has to be checked by a person. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
};

export const FORMAT_WORDS: Readonly<Record<FileFormat, string>> = {
  docx: 'Word 文档（docx）',
  doc: 'Word 97-2003 文档（doc）',
  wps: 'WPS 文字（wps）',
  rtf: 'RTF 文档',
  pdf: 'PDF 文档',
  ofd: 'OFD 版式文档',
  html: '网页（HTML）',
  mht: '网页归档（mht）',
  txt: '纯文本（txt）',
  md: 'Markdown 文本',
  odt: 'OpenDocument 文本（odt）',
  ods: 'OpenDocument 表格（ods）',
  odp: 'OpenDocument 演示文稿（odp）',
  xls: 'Excel 97-2003 表格（xls）',
  xlsx: 'Excel 表格（xlsx）',
  ppt: 'PowerPoint 97-2003（ppt）',
  pptx: 'PowerPoint 演示文稿（pptx）',
  eml: '电子邮件（eml）',
  msg: 'Outlook 邮件（msg）',
  zip: 'ZIP 压缩包',
  rar: 'RAR 压缩包',
  '7z': '7z 压缩包',
  gz: 'GZIP 压缩包',
  bz2: 'BZIP2 压缩包',
  xz: 'XZ 压缩包',
  tar: 'TAR 归档',
  image: '图片',
  xml: 'XML 文件',
  unknown: '未能识别的类型',
};

export const STATUS_WORDS: Readonly<Record<FileOutcome['status'], string>> = {
  read: '已读取',
  skipped: '已跳过',
  failed: '读取失败',
};

export const LEVEL_WORDS: Readonly<Record<LegalLevel | 'unknown', string>> = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'central-policy': '党中央、国务院政策文件',
  'local-regulation': '地方性法规',
  'judicial-interpretation': '司法解释',
  'departmental-rule': '部门规章',
  'local-government-rule': '地方政府规章',
  'normative-document': '规范性文件',
  other: '其他',
  unknown: '层级待核实',
};

export const ANSWER_WORDS: Readonly<Record<Answer, '是' | '否' | '待核实'>> = {
  yes: '是',
  no: '否',
  unknown: '待核实',
};

export const ROLE_WORDS: Readonly<Record<RegulationRole, string>> = {
  main: '主文件',
  forwarded: '被转发的文件',
  issued: '随通知印发的文件',
  attached: '附件',
};

/** Where a header fact was read. */
export const ORIGIN_WORDS: Readonly<Record<Sourced<unknown>['from'], string>> = {
  text: '正文',
  metadata: '元数据',
  inherited: '沿用印发通知',
  filename: '文件名',
  derived: '推定',
};

/** Where a citation stands that was weighed as a basis. */
export const PLACE_WORDS: Readonly<Record<BasisPlace, string>> = {
  'same-provision': '本条直接援引',
  'enacting-clause': '制定依据条款援引',
};

export const COUNTS_WORDS: Readonly<Record<WeighedCitation['counts'], string>> = {
  national: '可作国家层面依据',
  local: '可作地方性法规依据',
  neither: '不能作为依据',
  unknown: '能否作为依据待核实',
};

/** 1536 → 1.5 KB. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
};
