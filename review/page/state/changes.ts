import {
  cellSubject,
  correctionSubject,
  type FindingDecision,
  findingSubject,
  LABELS,
  type Label,
  type Subject,
} from '../../../model/index.js';
import type { Change, DocumentView, ViewFinding, ViewPassage } from '../../api.js';

/** The subject that a change is about. */
export const changeSubject = (change: Change): Subject => {
  switch (change.kind) {
    case 'finding':
      return findingSubject(change.passage, change.label);
    case 'cell':
      return cellSubject(change.field);
    case 'correction':
      return correctionSubject(change.span);
    default:
      return change.kind;
  }
};

/** What a person has said of a finding: open is nobody's word yet. */
export type Stand = 'open' | 'confirmed' | 'rejected';

/** One label at one passage, as the page lists and chooses it. */
export interface Item {
  /** `<passage>:<label>`. */
  readonly id: string;
  readonly passage: ViewPassage;
  readonly label: Label;
  readonly finding: ViewFinding;
  readonly stand: Stand;
  /** Decided here, not yet written by the server. */
  readonly unsaved: boolean;
}

/** The last word on each finding that waits to be sent, by subject. */
export const pendingFindings = (pending: readonly Change[]): Map<Subject, FindingDecision | null> => {
  const last = new Map<Subject, FindingDecision | null>();
  for (const change of pending)
    if (change.kind === 'finding')
      last.set(findingSubject(change.passage, change.label), change.after as FindingDecision | null);
  return last;
};

/**
 * All findings of a document in the order of the text, with what a person has said of each.
 * @param pending changes that are not written yet, oldest first; labels that they add are shown at once.
 */
export const itemsOf = (view: DocumentView, pending: readonly Change[]): Item[] => {
  const last = pendingFindings(pending);
  return withNewPassages(view, pending).flatMap((passage) =>
    LABELS.flatMap((label): Item[] => {
      const subject = findingSubject(passage.key, label);
      const finding = passage.findings.find((each) => each.label === label);
      const unsaved = last.has(subject);
      const decision = unsaved
        ? last.get(subject)
        : (view.decisions[subject]?.value as FindingDecision | null | undefined);
      if (!finding && decision?.verdict !== 'confirmed') return [];
      return [
        {
          id: `${passage.key}:${label}`,
          passage,
          label,
          finding: finding ?? added(view, passage, label, decision!),
          stand: decision?.verdict ?? 'open',
          unsaved,
        },
      ];
    }),
  );
};

/** The passages, and the units at which a person has just added the first finding. */
const withNewPassages = (view: DocumentView, pending: readonly Change[]): readonly ViewPassage[] => {
  const known = new Set(view.passages.map(({ key }) => key));
  const wanted = new Set(
    pending.flatMap((change) =>
      change.kind === 'finding' && change.after && !known.has(change.passage) ? [change.passage] : [],
    ),
  );
  if (wanted.size === 0) return view.passages;
  const fresh = view.units
    .filter(({ key }) => wanted.has(key))
    .map(
      (unit): ViewPassage => ({
        ...unit,
        sourcePlace: '',
        lead: '',
        findings: [],
        kinds: [],
        citations: [],
        national: null,
        local: null,
        suggestions: [],
        usefulness: 0,
        same: 0,
      }),
    );
  return [...view.passages, ...fresh].sort((a, b) => a.start - b.start || a.end - b.end);
};

/** A finding that a person has just added and the server does not know of yet. */
const added = (
  view: DocumentView,
  passage: ViewPassage,
  label: Label,
  { spans = [] }: FindingDecision,
): ViewFinding => ({
  label,
  score: 1,
  by: 'person',
  evidence: spans.map(({ start, end }) => ({
    start: passage.start + start,
    end: passage.start + end,
    text: view.text.slice(passage.start + start, passage.start + end),
    meaning: '人工增加',
    boxes: [],
  })),
});

/** Whether a finding counts for the draft: what the tool proposed and nobody rejected, or what a person confirmed. */
export const counts = ({ finding, stand }: Item): boolean =>
  stand === 'confirmed' || (stand === 'open' && finding.by !== 'withheld');

/** Number of the last event on a subject that this page knows. */
export const seenOf = (view: DocumentView, subject: Subject): number => view.decisions[subject]?.seq ?? 0;

export const findingChange = (
  view: DocumentView,
  passage: string,
  label: Label,
  after: FindingDecision | null,
): Change => ({
  kind: 'finding',
  passage,
  label,
  seen: seenOf(view, findingSubject(passage, label)),
  after: after && { verdict: after.verdict, ...(after.spans && { spans: [...after.spans] }) },
});
