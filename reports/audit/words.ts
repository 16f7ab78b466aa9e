import {
  AUDIT_KINDS,
  AUDIT_WORDS,
  type AuditItem,
  type AuditKind,
  type AuditReport,
  LEDGER_FIELDS,
  type LedgerField,
} from '../../model/index.js';
import { FORMS } from '../ledger/forms.js';

/** Items of one kind: those that are sure, and those that a person has to check. */
export interface KindCount {
  readonly kind: AuditKind;
  readonly certain: number;
  readonly toCheck: number;
}

/** How many there are of each kind, those without any left out; the order is that in which they are reported. */
export const countKinds = (items: readonly AuditItem[]): KindCount[] =>
  AUDIT_KINDS.map((kind) => {
    const of = items.filter((item) => item.kind === kind);
    const certain = of.filter((item) => item.certain).length;
    return { kind, certain, toCheck: of.length - certain };
  }).filter(({ certain, toCheck }) => certain + toCheck > 0);

/** 应纳入未纳入2项（另有1项请核对）. */
export const countWords = ({ kind, certain, toCheck }: KindCount): string => {
  const words = AUDIT_WORDS[kind];
  if (certain === 0) return `${words}，请核对${toCheck}项`;
  return `${words}${certain}项${toCheck > 0 ? `，另有${toCheck}项请核对` : ''}`;
};

/** The column's heading in the national form; '' for none. */
export const columnWords = (column: LedgerField | null): string =>
  column === null ? '' : FORMS.national.headings[LEDGER_FIELDS.indexOf(column)]!;

/** 第3行, and the number that the unit gave it where that is another one. */
export const rowWords = ({ row }: AuditItem): string => {
  if (!row) return '';
  const other = row.number !== '' && row.number !== `${row.index}` ? `（序号${row.number}）` : '';
  return `第${row.index}行${other}`;
};

/** What the item is about: the document, the row's words where there is none, or the unit. */
export const subjectWords = ({ document, row, unit }: AuditItem): string =>
  document?.name ?? row?.document.replace(/\s+/gu, '') ?? unit;

/** 第二条（第1页第3段）：……; one line a provision. */
export const evidenceWords = ({ evidence }: AuditItem): string[] =>
  evidence.map(({ provision, place, text }) => `${provision}${place ? `（${place}）` : ''}：${text}`);

/** What was compared, in sentences. */
export const scopeWords = (report: AuditReport): string[] => {
  const rows = report.ledgers.reduce((sum, ledger) => sum + ledger.rows, 0);
  const matched = report.matches.reduce((sum, match) => sum + match.rows.length, 0);
  const unread = report.unread > 0 ? `，另有${report.unread}个文件未能读取，未作核对` : '';
  return [
    `核对台账${report.ledgers.length}份，共${rows}行；所据文件中有公文${report.documents}件，其中涉及失信约束措施的${report.flagged}件${unread}。`,
    ...(rows > 0 ? [`台账中${matched}行与文件对应，${rows - matched}行没有对应的文件或者不能确定。`] : []),
    ...report.ledgers
      .filter(({ empty }) => empty.length > 0)
      .map(
        ({ source, empty }) =>
          `${source}没有或者没有填写：${empty.map(columnWords).join('、')}，这些栏未作核对。`,
      ),
  ];
};

/** The whole in one sentence. */
export const resultWords = ({ items }: AuditReport): string => {
  if (items.length === 0) return '没有发现需要反馈的事项。未发现不等于没有。';
  const certain = items.filter((item) => item.certain).length;
  return `共${items.length}项：发现问题${certain}项，请核对${items.length - certain}项。`;
};
