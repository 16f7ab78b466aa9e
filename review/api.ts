import { z } from 'zod';
import type {
  Box,
  CellField,
  DecisionEvent,
  FileFormat,
  FindingDecision,
  Label,
  Lane,
  LedgerForm,
  ReviewState,
  Role,
  Severity,
  Subject,
  SubjectValue,
} from '../model/index.js';
import { DISPOSALS, LABELS, LEDGER_FIELDS, REVIEW_STATES } from '../model/index.js';

/**
 * What the page and its server say to each other. Requests are zod schemas, which the server checks; answers are types. The
 * page takes nothing but types from here.
 */

const label = z.enum(LABELS as [Label, ...Label[]]);
/** A passage's key: the mark of its words and which of the document's passages with these words it is. */
export const passage = z.string().regex(/^[0-9a-f]{12}\.\d{1,6}$/u);
const span = z.object({ start: z.int().min(0), end: z.int().min(1) }).refine(({ start, end }) => start < end);
const field = z.enum(LEDGER_FIELDS.filter((each) => each !== 'number') as [CellField, ...CellField[]]);

/** Greatest number of a document or page that the databases can hold. */
export const GREATEST_NUMBER = 2_147_483_647;
/** The number of a document, as it stands in an address. */
export const documentNumber = z.coerce.number().int().min(1).max(GREATEST_NUMBER);

/** Longest cell that a person may write: what a cell of a workbook holds. */
export const LONGEST_CELL = 32_000;
const LONGEST_REASON = 1_000;

/** One change of a document. `seen` is the number of the last event on that subject that the page knows; 0 for none. */
export const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('finding'),
    passage,
    label,
    seen: z.int().min(0),
    after: z
      .object({ verdict: z.enum(['confirmed', 'rejected']), spans: z.array(span).max(50).optional() })
      .nullable(),
  }),
  z.object({
    kind: z.literal('cell'),
    field,
    seen: z.int().min(0),
    after: z.string().max(LONGEST_CELL).nullable(),
  }),
  z.object({
    kind: z.literal('row'),
    seen: z.int().min(0),
    /** null takes the confirmation back. `print` is that of the view that the person looked at. */
    after: z.object({ included: z.boolean(), print: z.string().max(100) }).nullable(),
  }),
  z.object({
    kind: z.literal('correction'),
    span,
    seen: z.int().min(0),
    after: z.object({ original: z.string().max(500), replacement: z.string().max(500) }).nullable(),
  }),
  z.object({
    kind: z.literal('file'),
    seen: z.int().min(0),
    after: z.object({ note: z.string().max(LONGEST_REASON) }).nullable(),
  }),
]);
export type Change = z.infer<typeof change>;

/** POST /api/decisions: what is decided at once. The batch is the page's own number, so that a request may come twice. */
export const decisionRequest = z.object({
  batch: z.uuid(),
  /** agreed: said on the page of differences. */
  lane: z.enum(['own', 'agreed']).default('own'),
  reason: z.string().max(LONGEST_REASON).default(''),
  items: z
    .array(z.object({ document: z.int().min(1), changes: z.array(change).min(1).max(2_000) }))
    .min(1)
    .max(2_000),
});
export type DecisionRequest = z.input<typeof decisionRequest>;

export const listQuery = z.object({
  state: z.enum(REVIEW_STATES).optional(),
  label: label.optional(),
  issuer: z.string().max(200).optional(),
  year: z
    .string()
    .regex(/^(?:\d{4}|无)$/u)
    .optional(),
  basis: z.enum(['是', '否', '待核实']).optional(),
  disposal: z.enum([...DISPOSALS, '未定']).optional(),
  /** A kind of measure, by its name. */
  kind: z.string().max(30).optional(),
  /** 1: only documents with passages or words that are doubtful. */
  doubt: z.literal('1').optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['folder', 'doubt', 'name', 'year']).default('folder'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type ListQuery = z.input<typeof listQuery>;

export const signInRequest = z.object({
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** GET /api/session. */
export interface Session {
  readonly name: string;
  readonly role: Role;
  /** Where this person's decisions go; null for who only reads. */
  readonly lane: Exclude<Lane, 'agreed'> | null;
  /** true on the person's own machine: nobody else can sign in. */
  readonly local: boolean;
  /** Changes when the person does; names what the page keeps in the browser. */
  readonly id: string;
  readonly unit: string;
  readonly form: LedgerForm;
  readonly version: string;
}

/** One line of the work list. */
export interface ListedDocument {
  readonly id: number;
  readonly name: string;
  readonly source: string;
  /** The file's document, from 0; -1 for a file that has none. */
  readonly part: number;
  readonly format: FileFormat;
  readonly issuer: string;
  readonly year: string;
  readonly labels: readonly Label[];
  readonly state: ReviewState;
  /** Why it is in conflict or unread. */
  readonly remark: string;
  readonly hasRow: boolean;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  /** 0 … 1. */
  readonly doubt: number;
  readonly doubtfulWords: number;
  readonly national: string;
  readonly local: string;
  readonly disposal: string;
}

export interface Count<T = string> {
  readonly value: T;
  readonly count: number;
}

/** GET /api/documents. */
export interface DocumentList {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly documents: readonly ListedDocument[];
  /** How many of the whole collection stand under each value, whatever is chosen. */
  readonly facets: {
    readonly states: readonly Count<ReviewState>[];
    readonly labels: readonly Count<Label>[];
    readonly issuers: readonly Count[];
    readonly years: readonly Count[];
  };
}

/** GET /api/overview. */
export interface Overview {
  readonly files: {
    readonly found: number;
    readonly read: number;
    readonly skipped: number;
    readonly unread: number;
  };
  readonly documents: number;
  readonly rows: number;
  readonly states: readonly Count<ReviewState>[];
  /** Documents to be confirmed, and how many are. */
  readonly toConfirm: number;
  readonly confirmed: number;
  readonly labels: readonly Count<Label>[];
  readonly years: readonly (Count & { readonly labels: Readonly<Partial<Record<Label, number>>> })[];
  readonly kinds: readonly Count[];
  readonly national: readonly Count[];
  readonly localBasis: readonly Count[];
  readonly disposals: readonly Count[];
  readonly unread: readonly { readonly id: number; readonly source: string; readonly remark: string }[];
  /** Figures of agreement; null while no second reviewer is done with any document. */
  readonly agreement: Agreement | null;
}

/** Cohen's κ over the findings of documents that both reviewers are done with. */
export interface Agreement {
  readonly documents: number;
  readonly findings: number;
  /** How often both said the same, 0 … 1. */
  readonly observed: number;
  /** null where chance alone would give the same: all answers are one. */
  readonly kappa: number | null;
}

/** A rectangle on a page, in points, origin top left. */
export interface PageBox extends Box {
  readonly page: number;
}

/** Offsets are in DocumentView.text. */
export interface ViewBlock {
  readonly start: number;
  readonly end: number;
  readonly kind: 'paragraph' | 'cell' | 'footnote' | 'textbox';
  readonly page?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly headingLevel?: number;
  readonly bold?: boolean;
  /** The automatic number at its start. */
  readonly numberingEnd?: number;
  readonly cell?: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  };
}

export interface ViewEvidence {
  /** In DocumentView.text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the words mean, in Chinese. */
  readonly meaning: string;
  /** On page images; [] where the place is not known. */
  readonly boxes: readonly PageBox[];
}

export interface ViewFinding {
  readonly label: Label;
  /** 0 … 1. */
  readonly score: number;
  /** tool: proposed; withheld: cues saw it, the learned score did not; person: added by hand. */
  readonly by: 'tool' | 'withheld' | 'person';
  readonly evidence: readonly ViewEvidence[];
}

/** A citation as weighed for one passage. */
export interface ViewCitation {
  /** 《…》（文号）第三条. */
  readonly words: string;
  /** In DocumentView.text. */
  readonly start: number;
  readonly end: number;
  /** '' for one that was not weighed as a basis. */
  readonly verdict: string;
  /** 可作国家层面依据 and the like; ''. */
  readonly counts: string;
  /** Level in words; ''. */
  readonly level: string;
  /** How it was checked, step by step. */
  readonly chain: readonly string[];
  /** The cited articles that are at hand. */
  readonly wordings: readonly { readonly article: string; readonly text: string }[];
}

/** A unit of the document that a person should look at or has decided on. */
export interface ViewPassage {
  readonly key: string;
  /** 第十二条第二款. */
  readonly place: string;
  readonly sourcePlace: string;
  /** In DocumentView.text. */
  readonly start: number;
  readonly end: number;
  /** The words that introduce the list of which it is an entry; ''. */
  readonly lead: string;
  readonly findings: readonly ViewFinding[];
  /** Kinds of measure, subject and actor in words. */
  readonly kinds: readonly string[];
  readonly citations: readonly ViewCitation[];
  readonly national: { readonly answer: string; readonly reason: string } | null;
  readonly local: { readonly answer: string; readonly reason: string } | null;
  readonly suggestions: readonly string[];
  readonly usefulness: number;
  /** In how many other passages of the collection the same words stand. */
  readonly same: number;
}

export interface ViewBreach {
  readonly rule: string;
  readonly severity: Severity;
  readonly article: string;
  readonly message: string;
  readonly suggestion: string;
  readonly place: string;
  readonly evidence: string;
  /** In DocumentView.text. */
  readonly start: number;
  readonly end: number;
  readonly also: number;
}

export interface ViewCell {
  /** What the tool proposes, decisions on findings taken in. */
  readonly draft: string;
  /** What counts: the person's words, or the draft. */
  readonly value: string;
  readonly edited: boolean;
  /** Why the draft says so; ''. */
  readonly reason: string;
}

export interface Decided {
  readonly value: SubjectValue;
  readonly seq: number;
  readonly who: string;
  readonly at: string;
  readonly lane: Lane;
}

/** GET /api/documents/:id, with the filters of the list, and what decisions are answered with. */
export interface DocumentView {
  readonly id: number;
  readonly name: string;
  readonly source: string;
  readonly part: number;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly state: ReviewState;
  readonly remark: string;
  readonly format: FileFormat;
  /** How it was read, above all what of it was not. */
  readonly notes: readonly string[];
  /** Why nothing of it could be read; null where it was. */
  readonly unread: { readonly message: string; readonly advice: string } | null;
  readonly text: string;
  readonly blocks: readonly ViewBlock[];
  /** The pages that can be shown as pictures; [] for what is shown as text. */
  readonly pages: readonly number[];
  /** Every unit, for the passage that a selection lies in. */
  readonly units: readonly {
    readonly key: string;
    readonly start: number;
    readonly end: number;
    readonly place: string;
  }[];
  readonly passages: readonly ViewPassage[];
  readonly breaches: readonly ViewBreach[];
  /** Recognised words that are doubtful: `at` is their place in the text as it was recognised, by which they are corrected. */
  readonly doubtful: readonly {
    readonly at: { readonly start: number; readonly end: number };
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly boxes: readonly PageBox[];
    readonly confidence: number;
  }[];
  /** Corrections that hold: where they stand now, and what was recognised. */
  readonly corrections: readonly {
    readonly at: { readonly start: number; readonly end: number };
    readonly start: number;
    readonly end: number;
    readonly original: string;
    readonly outdated: boolean;
  }[];
  /** Whether any of its text was recognised from pictures, so that every word of it can be corrected. */
  readonly recognised: boolean;
  /** For a place in `text`, the place in the text as it was recognised, where words can be corrected: pairs of runs. */
  readonly originals: readonly { readonly start: number; readonly end: number; readonly at: number }[];
  readonly row: Readonly<Record<CellField, ViewCell>> | null;
  /** Print of what is seen here: a confirmation says it back. */
  readonly print: string;
  readonly decisions: Readonly<Record<Subject, Decided>>;
  /** What has changed beneath earlier decisions, in Chinese. */
  readonly changed: readonly string[];
  /** May this person write here, and why not. */
  readonly closed: string;
  readonly place: {
    readonly number: number;
    readonly total: number;
    readonly previous: number | null;
    readonly next: number | null;
    readonly nextPending: number | null;
  };
}

/** GET /api/documents/:id/pages/:page. */
export interface PageView {
  readonly page: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Address of the picture; null where it can not be drawn. */
  readonly image: string | null;
  /** Text that is laid over the picture, where the page's own letters could not be drawn. */
  readonly words: readonly { readonly text: string; readonly box: Box; readonly size: number }[];
  /** Why there is no picture; ''. */
  readonly reason: string;
}

/** POST /api/decisions. */
export interface DecisionAnswer {
  readonly documents: readonly number[];
  /** The document that the page looks at, as it stands now. */
  readonly view: DocumentView | null;
}

/** Answer 409: somebody was faster. Nothing of the request was written. */
export interface Conflict {
  readonly document: number;
  readonly name: string;
  readonly subject: Subject;
  readonly now: SubjectValue;
  readonly who: string;
  readonly at: string;
  readonly seq: number;
  /** In Chinese, what is in the way. */
  readonly message: string;
}

/** Every answer that is no success. */
export interface ErrorAnswer {
  readonly error: { readonly message: string; readonly advice: string };
  readonly conflicts?: readonly Conflict[];
}

/** GET /api/same?document=&passage=: passages of other documents with the same words, for bulk confirmation. */
export interface SamePassages {
  readonly text: string;
  readonly passages: readonly {
    readonly document: number;
    readonly name: string;
    readonly passage: string;
    readonly place: string;
    readonly labels: readonly Label[];
    readonly decisions: Readonly<Partial<Record<Label, FindingDecision>>>;
    /** Number of the last event on each label, for the request. */
    readonly seen: Readonly<Partial<Record<Label, number>>>;
    readonly confirmed: boolean;
  }[];
}

/** POST /api/undo and /api/redo. */
export interface UndoAnswer {
  /** What was taken back or up again, in Chinese; null where there was nothing. */
  readonly words: string | null;
  readonly document: number | null;
}

/** GET /api/differences. */
export interface Differences {
  readonly agreement: Agreement | null;
  readonly items: readonly {
    readonly document: number;
    readonly name: string;
    readonly subject: Subject;
    readonly passage: { readonly place: string; readonly text: string } | null;
    readonly first: Decided | null;
    readonly second: Decided | null;
    readonly agreed: Decided | null;
    /** For the request. */
    readonly seen: number;
  }[];
}

/** GET /api/log. */
export interface LogPage {
  readonly events: readonly (DecisionEvent & { readonly words: string })[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** GET /api/log/verify. */
export interface LogProof {
  readonly whole: boolean;
  readonly events: number;
  /** Hash of the last event. */
  readonly head: string;
  /** In Chinese, what is broken and where; ''. */
  readonly message: string;
}

export const EXPORT_KINDS = [
  'ledger-xlsx',
  'ledger-docx',
  'evidence-docx',
  'plan-docx',
  'summary-docx',
  'contacts-docx',
  'log-jsonl',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** GET /api/exports?drafts=1: what a file would leave out, before it is asked for. */
export interface ExportState {
  /** In Chinese, a sentence each; [] where everything is in it. */
  readonly notes: readonly string[];
  /** Why there can be no file, in Chinese; null where there can. Contacts and the log can always be had. */
  readonly refusal: { readonly message: string; readonly advice: string } | null;
}

/** POST /api/import with a workbook: what an edited 台账.xlsx would change. Nothing is written yet. */
export interface ImportPreview {
  readonly changes: readonly {
    readonly document: number;
    readonly name: string;
    readonly field: CellField;
    readonly from: string;
    readonly to: string;
    readonly seen: number;
    /** Somebody has changed the cell since the workbook was written; in Chinese, ''. */
    readonly conflict: string;
  }[];
  readonly unmatched: readonly { readonly row: string; readonly reason: string }[];
  readonly unchanged: number;
}

/** GET /api/codebook: what each label means, beside the labels. */
export interface CodebookEntry {
  readonly label: Label;
  readonly title: string;
  readonly meaning: string;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}
