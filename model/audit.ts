import type { LedgerField } from './ledger.js';

/** What comparing filed ledgers with the documents behind them can come to. */
export const AUDIT_KINDS = [
  'omitted',
  'cell',
  'basis',
  'kept-in-breach',
  'not-handed-in',
  'ended',
  'new',
  'no-ledger',
  'unclear',
  'repeated',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** The kinds in the words of the notices and of those who review ledgers. */
export const AUDIT_WORDS: Readonly<Record<AuditKind, string>> = {
  omitted: '应纳入未纳入',
  cell: '所填与梳理结果不一致',
  basis: '所填依据不成立',
  'kept-in-breach': '拟保留但不符合规定',
  'not-handed-in': '台账所列文件未提供',
  ended: '文件已被废止',
  new: '新出台文件不符合规定',
  'no-ledger': '未报送台账',
  unclear: '无法确定所指文件',
  repeated: '重复填报',
};

/** Words of a document that an item rests on. */
export interface AuditEvidence {
  /** The narrowest path: 第十二条第二款. */
  readonly provision: string;
  /** In the source file, in words: 第3页第12段. */
  readonly place: string;
  /** As they stand. */
  readonly text: string;
}

/** A row of a filed ledger, as an item names it. */
export interface AuditRow {
  /** The file that the ledger stands in. */
  readonly ledger: string;
  /** Its place among the ledger's rows, from 1. */
  readonly index: number;
  /** 序号 as it stands; '' where none was written. */
  readonly number: string;
  /** The second column as it stands. */
  readonly document: string;
}

/** One thing that a unit is asked about. */
export interface AuditItem {
  /** Stays the same as long as document, row and column do: by it an answer is found again. */
  readonly id: string;
  readonly kind: AuditKind;
  /** false: the tool can not tell, a person has to check; never to be put to a unit as an error. */
  readonly certain: boolean;
  /** 填报单位; '' where no single one is known. */
  readonly unit: string;
  readonly row: AuditRow | null;
  /** Which cell of the row; null where the item is about the whole row or document. */
  readonly column: LedgerField | null;
  /** 《…》（文号） and the file; null where no document is known. */
  readonly document: { readonly name: string; readonly source: string } | null;
  /** What the ledger says; '' where it says nothing. */
  readonly said: string;
  /** What the documents show. */
  readonly found: string;
  readonly evidence: readonly AuditEvidence[];
  /** In Chinese, without full stop. */
  readonly reason: string;
}

/** Which rows name which document, and how that was seen. */
export interface AuditMatch {
  readonly rows: readonly AuditRow[];
  readonly document: { readonly name: string; readonly source: string };
  /** number: by 文号; title: by the same title; similar: by a title with small differences. */
  readonly by: 'number' | 'title' | 'similar';
  /** What differs between row and document, in Chinese; '' where nothing does. */
  readonly differs: string;
}

/** A ledger that was looked at. */
export interface AuditedLedger {
  readonly source: string;
  readonly unit: string;
  /** ISO; null where it does not say. */
  readonly date: string | null;
  readonly rows: number;
  /** Columns in which nothing was written in any row: they are not compared. */
  readonly empty: readonly LedgerField[];
}

/** All that comparing ledgers with documents came to. */
export interface AuditReport {
  readonly ledgers: readonly AuditedLedger[];
  /** Documents looked at, those among them with a ledger label, and files that were not read. */
  readonly documents: number;
  readonly flagged: number;
  readonly unread: number;
  /** From when on documents are new, ISO; null where that was not asked. */
  readonly since: string | null;
  /** Units that had to file a ledger; [] where that was not asked. */
  readonly units: readonly string[];
  /** The unit whose documents alone had to be in the ledgers; '' for every unit's. */
  readonly issuer: string;
  readonly matches: readonly AuditMatch[];
  readonly items: readonly AuditItem[];
}

/** What a unit says of an item. */
export const UNIT_ANSWERS = ['accepted', 'explained', 'refused'] as const;
/** What the office that audits makes of an item: nothing more is asked, or it is asked again. */
export const OFFICE_ACTS = ['closed', 'pursued'] as const;
export type ReplyKind = (typeof UNIT_ANSWERS)[number] | (typeof OFFICE_ACTS)[number];

/** Each as units and offices write it. */
export const REPLY_WORDS: Readonly<Record<ReplyKind, string>> = {
  accepted: '采纳',
  explained: '说明',
  refused: '不采纳',
  closed: '办结',
  pursued: '继续督办',
};

/** One thing that was said of an item. Never changed: who thinks again says another one. */
export interface AuditReply {
  /** The item's id. */
  readonly item: string;
  readonly kind: ReplyKind;
  /** What was said with it; ''. */
  readonly words: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who has entered it. */
  readonly who: string;
}

/** open: nobody has answered; corrected: the last comparison does not find it any more; else the last that was said. */
export type ItemState = 'open' | ReplyKind | 'corrected';

export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  open: '待答复',
  accepted: '已采纳，待更正',
  explained: '已说明，待审核',
  refused: '不采纳，待处理',
  closed: '已办结',
  pursued: '继续督办',
  corrected: '已更正',
};

/** A comparison that was kept. */
export interface AuditRound {
  /** Which one of the collection, from 1. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly report: AuditReport;
}

/** Which comparison, and when it was. */
export type RoundMark = Pick<AuditRound, 'number' | 'at'>;

/** An item with what has become of it. */
export interface FollowedItem {
  /** As the last comparison that found it says. */
  readonly item: AuditItem;
  readonly state: ItemState;
  /** The comparison that has found it first. */
  readonly raised: RoundMark;
  /** The one that did not find it any more; null where it is still there. */
  readonly corrected: RoundMark | null;
  /** The oldest first. */
  readonly replies: readonly AuditReply[];
}

/** What has become of all items up to a comparison. */
export interface FollowUp {
  readonly round: RoundMark;
  readonly items: readonly FollowedItem[];
}
