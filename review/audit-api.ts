import { z } from 'zod';
import {
  AUDIT_KINDS,
  type AuditEvidence,
  type AuditKind,
  type AuditReply,
  type ItemState,
  OFFICE_ACTS,
  type RoundMark,
  STATE_WORDS,
  UNIT_ANSWERS,
} from '../model/index.js';
import type { Count } from './api.js';

/**
 * What page and server say to each other of filed ledgers that are held against the documents (台账核对). The findings rest on
 * what the first reviewer has decided: nothing of it is for the second. All addresses are below /api; those with a POST are for
 * who may import a ledger.
 *
 *     GET  audits                                    AuditList
 *     POST audits                                    AuditMade        a CompareRequest
 *     POST audits/ledgers?name=                      TakenLedger      the body is a file
 *     GET  audits/:number?scope=&unit=&kind=…        AuditView
 *     GET  audits/:number/files/:kind?unit=&date=    a file
 *     POST audits/replies                            Replied          a ReplyRequest
 *     POST audits/answers?name=                      AnswersTaken     the body is a filled workbook or letter
 */

/** Items that are sent at once. */
export const ITEMS_AT_ONCE = 50;
/** Limits on what is taken in: more than a province has units. */
const MOST_UNITS = 10_000;
const MOST_LEDGERS = 500;
const MOST_ITEMS = 1_000;
const LONGEST_NAME = 200;
const LONGEST_WORDS = 2_000;

/** How a unit is asked for where none is known: an empty value would ask for all. */
export const NO_UNIT = '（单位不明）';

const STATES = Object.keys(STATE_WORDS) as [ItemState, ...ItemState[]];
const unit = z.string().max(LONGEST_NAME);
const date = z.iso.date();
const item = z.string().regex(/^[0-9a-f]{12}$/u);

/** Which items of a comparison; `all` for those of every comparison that are still to be followed. */
export const auditQuery = z.object({
  scope: z.enum(['round', 'all']).default('round'),
  unit: unit.optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
  state: z.enum(STATES).optional(),
  /** 0: those alone that a person has to check. */
  certain: z.enum(['1', '0']).optional(),
  q: z.string().max(LONGEST_NAME).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type AuditQuery = z.output<typeof auditQuery>;

export const AUDIT_FILES = ['xlsx', 'docx', 'json'] as const;
export type AuditFile = (typeof AUDIT_FILES)[number];
/** `date` stands below the letter. */
export const auditFileQuery = z.object({ unit: unit.optional(), date: date.optional() });
export type AuditFileQuery = z.output<typeof auditFileQuery>;

/** The file's name, without folders. */
export const uploadQuery = z.object({ name: z.string().min(1).max(LONGEST_NAME) });

/** POST audits. */
export const compareRequest = z.object({
  /** Tokens of ledgers that were taken in before. */
  ledgers: z.array(z.uuid()).max(MOST_LEDGERS),
  /** Units that had to file one. */
  units: z.array(unit).max(MOST_UNITS).default([]),
  /** From when on documents are new. */
  since: date.optional(),
  /** The unit whose documents alone have to be in the ledgers; '' for every unit's. */
  issuer: unit.default(''),
});
export type CompareRequest = z.output<typeof compareRequest>;

/** POST audits/replies: the same of several items. */
export const replyRequest = z.object({
  items: z
    .array(z.object({ id: item, /** Replies that the person has seen of it. */ seen: z.int().min(0) }))
    .min(1)
    .max(MOST_ITEMS),
  kind: z.enum([...UNIT_ANSWERS, ...OFFICE_ACTS]),
  words: z.string().max(LONGEST_WORDS).default(''),
});
export type ReplyRequest = z.output<typeof replyRequest>;

/** A comparison in a line. */
export interface ListedRound extends RoundMark {
  readonly ledgers: number;
  readonly items: number;
}

/** GET audits: the newest first. */
export interface AuditList {
  readonly rounds: readonly ListedRound[];
}

/** A ledger that was compared. */
export interface ComparedLedger {
  readonly source: string;
  readonly unit: string;
  /** ISO; null where it does not say. */
  readonly date: string | null;
  readonly rows: number;
  /** Headings of the columns that were not compared. */
  readonly empty: readonly string[];
}

/** One item, in words. */
export interface ListedItem {
  readonly id: string;
  readonly kind: AuditKind;
  readonly certain: boolean;
  readonly unit: string;
  /** The document, the row's words or the unit. */
  readonly subject: string;
  /** Where the document is, and its number in the list; null where none is known. */
  readonly document: { readonly id: number | null; readonly source: string } | null;
  /** Where it stands in a ledger; ''. */
  readonly ledger: string;
  readonly row: string;
  readonly column: string;
  readonly said: string;
  readonly found: string;
  readonly reason: string;
  readonly evidence: readonly AuditEvidence[];
  readonly state: ItemState;
  readonly raised: RoundMark;
  readonly corrected: RoundMark | null;
  /** The oldest first. */
  readonly replies: readonly AuditReply[];
}

/** GET audits/:number. */
export interface AuditView {
  readonly round: RoundMark;
  readonly rounds: readonly ListedRound[];
  readonly ledgers: readonly ComparedLedger[];
  /** Documents issued from then on had to conform; null where that was not asked. */
  readonly since: string | null;
  /** How many units had to file one; 0 where that was not asked. */
  readonly units: number;
  readonly issuer: string;
  /** What was compared, and what it came to, in sentences. */
  readonly words: readonly string[];
  /** Items of earlier comparisons, not in this one, that are still to be followed. */
  readonly earlier: number;
  /** Of those that were asked for. */
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly items: readonly ListedItem[];
  /** Of those that were asked for, whatever their state, the ones that are corrected; the first of them. */
  readonly corrected: { readonly total: number; readonly items: readonly ListedItem[] };
  /** Of the whole comparison, whatever was asked for. */
  readonly facets: {
    readonly kinds: readonly (Count<AuditKind> & { readonly toCheck: number })[];
    readonly states: readonly Count<ItemState>[];
    readonly units: readonly Count[];
    readonly certain: number;
    readonly toCheck: number;
  };
}

/** POST audits/ledgers: what was found in a file. */
export interface TakenLedger {
  /** By it the file's ledgers are compared; '' where there are none. */
  readonly token: string;
  readonly ledgers: readonly { readonly unit: string; readonly date: string | null; readonly rows: number }[];
  /** Why there are none, in Chinese; ''. */
  readonly problem: string;
}

/** POST audits. */
export interface AuditMade {
  readonly number: number;
  readonly items: number;
  /** true: the last comparison came to the same, and no other was kept. */
  readonly same: boolean;
}

/** POST audits/replies. */
export interface Replied {
  readonly added: number;
  /** Items of which somebody has said something since the person looked: both stand. */
  readonly others: readonly string[];
}

/** POST audits/answers. */
export interface AnswersTaken {
  readonly added: number;
  /** 采纳 2，说明 1; ''. */
  readonly counts: string;
  /** Items whose answer was not understood. */
  readonly unread: readonly string[];
  /** What is no item of this collection. */
  readonly strange: readonly string[];
}
