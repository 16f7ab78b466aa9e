import type { Label } from './finding.js';
import type { LEDGER_FIELDS } from './ledger.js';
import type { Span } from './span.js';

/**
 * Whose decisions they are: of the first reviewer (初核), of the second one who does not see the first's (复核), or of the
 * talk in which the two came to one mind (合议). What is agreed goes before what the first said.
 */
export type Lane = 'first' | 'second' | 'agreed';

export const LANE_WORDS: Readonly<Record<Lane, string>> = { first: '初核', second: '复核', agreed: '合议' };

export const ROLES = ['administrator', 'reviewer', 'second', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  reviewer: '初核人',
  second: '复核人',
  reader: '只读',
};

/** The columns of the ledger that a person may write in: all but 序号. */
export type CellField = Exclude<(typeof LEDGER_FIELDS)[number], 'number'>;

/** The columns in short words; their headings in full are those of the official forms. */
export const FIELD_WORDS: Readonly<Record<CellField, string>> = {
  document: '文件名称',
  disclosure: '是否涉及信用信息共享公开',
  blacklist: '是否涉“黑名单”认定',
  punishment: '是否涉及失信惩戒措施',
  summary: '相关内容摘要',
  nationalBasis: '是否有国家层面依据',
  localBasis: '是否有地方性法规依据',
  basisContent: '依据的具体内容',
  disposal: '处置方式',
  completion: '完成时间',
  responsibleUnit: '责任单位',
  responsiblePerson: '责任人姓名及职务',
  phone: '电话',
};

/** What is decided of a label at a passage. */
export interface FindingDecision {
  readonly verdict: 'confirmed' | 'rejected';
  /** The words that carry it, in the passage's text, where a person has marked them; absent for the tool's own. */
  readonly spans?: readonly Span[];
}

/** A row that a person stands for, with all its cells as they read at that moment. */
export interface RowDecision {
  /** false: the person says that the document does not belong in the ledger. */
  readonly included: boolean;
  /** Columns 2 … 14. */
  readonly cells: Readonly<Record<CellField, string>>;
  /** Stands for what was seen: draft, findings and decisions. Another print later means that something has changed. */
  readonly print: string;
}

/** Of a file that could not be read: that a person has looked into it. */
export interface FileDecision {
  readonly looked: true;
  /** SHA-256 of what they looked into, hex: of another content nobody has said so. */
  readonly content: string;
  readonly note: string;
}

/** What an event is about, by the kind of its subject. `null` stands for "not decided". */
export interface SubjectValues {
  finding: FindingDecision | null;
  /** What a person wrote in place of the draft's words. */
  cell: string | null;
  row: RowDecision | null;
  /** What recognised words really say; the place is part of the subject. */
  correction: { readonly original: string; readonly replacement: string } | null;
  file: FileDecision | null;
  /** That the second reviewer has seen the first's decisions; from then on their own stand still. */
  revealed: true | null;
}
export type DecidedKind = keyof SubjectValues;
export type SubjectValue = SubjectValues[DecidedKind];

/** `finding:<passage>:<label>`, `cell:<field>`, `correction:<start>-<end>`, `row`, `file`, `revealed`. */
export type Subject = string;

/** The subject of a label at a passage. @param passage the key that `passageKeys` gives. */
export const findingSubject = (passage: string, label: Label): Subject => `finding:${passage}:${label}`;
export const cellSubject = (field: CellField): Subject => `cell:${field}`;
/** @param span in the text as it was recognised. */
export const correctionSubject = ({ start, end }: Span): Subject => `correction:${start}-${end}`;

/** A subject in its parts; null for one that is none. */
export const subjectOf = (
  subject: Subject,
):
  | { readonly kind: 'finding'; readonly passage: string; readonly label: Label }
  | { readonly kind: 'cell'; readonly field: CellField }
  | { readonly kind: 'correction'; readonly span: Span }
  | { readonly kind: 'row' | 'file' | 'revealed' }
  | null => {
  const [kind, first = '', second = ''] = subject.split(':');
  switch (kind) {
    case 'finding':
      return { kind, passage: first, label: second as Label };
    case 'cell':
      return { kind, field: first as CellField };
    case 'correction': {
      const [start, end] = first.split('-').map(Number);
      return { kind, span: { start: start!, end: end! } };
    }
    case 'row':
    case 'file':
    case 'revealed':
      return { kind };
    default:
      return null;
  }
};

/** do: said by a person; undo and redo take a whole batch back or up again. */
export type Act = 'do' | 'undo' | 'redo';

/** The document that a decision was made on, in words that outlive the database's numbers. */
export interface DecidedDocument {
  readonly source: string;
  /** Its place among the file's documents, from 0; -1 for the file itself. */
  readonly part: number;
  /** SHA-256 of the file's content, hex. */
  readonly hash: string;
  readonly title: string;
}

/** One decision, as it stands in the log: never changed, never dropped. */
export interface DecisionEvent {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly who: string;
  readonly lane: Lane;
  /** The database's number of the document. */
  readonly document: number;
  readonly about: DecidedDocument;
  readonly subject: Subject;
  readonly before: SubjectValue;
  readonly after: SubjectValue;
  /** '' where none was given. */
  readonly reason: string;
  /** What was decided at once has one batch, and is taken back at once. */
  readonly batch: string;
  readonly act: Act;
  /** The batch that is taken back or up again; null for `do`. */
  readonly of: string | null;
  /** Hash of the event before; '' for the first. */
  readonly prev: string;
  /** SHA-256 over `prev` and everything above, hex. */
  readonly hash: string;
}

/**
 * 待确认: nobody has said that it is right; 已确认; 有冲突: two persons differ, or what was confirmed has changed since;
 * 未发现: the tool has found nothing in it, and nobody has been asked; 未能读取; 已查阅: unread, and a person has looked into it.
 */
export const REVIEW_STATES = ['pending', 'confirmed', 'conflict', 'clear', 'unread', 'looked'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_STATE_WORDS: Readonly<Record<ReviewState, string>> = {
  pending: '待确认',
  confirmed: '已确认',
  conflict: '有冲突',
  clear: '未发现',
  unread: '未能读取',
  looked: '已人工查阅',
};
