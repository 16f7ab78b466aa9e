import { createHash } from 'node:crypto';
import {
  type Correction,
  type FindingDecision,
  LABELS,
  type Label,
  overlaps,
  type Span,
  type Subject,
  subjectOf,
} from '../../model/index.js';
import type { SaidOfPassage } from '../../pipeline/index.js';
import type { Decided } from '../api.js';

/** What counts of one document of a file. */
export interface PartValues {
  readonly part: number;
  readonly values: ReadonlyMap<Subject, Decided>;
}

/** What persons have said of a file that its analysis has to take in. */
export interface Said {
  readonly corrections: readonly Correction[];
  readonly passages: readonly SaidOfPassage[];
  /** Stands for all of it; '' where it changes nothing. */
  readonly print: string;
}

/** The labels that the tool gives each passage of each document of a file, by part and key; absent where not known. */
export type ToolLabels = (part: number, passage: string) => readonly Label[] | undefined;

/**
 * What is to be taken in: corrections that hold, and labels where a person differs from the tool or has marked words. What
 * only confirms the tool changes nothing, so that most files are never analysed again.
 */
export const saidOf = (parts: readonly PartValues[], toolLabels: ToolLabels): Said => {
  const corrections = correctionsOf(parts);
  const passages = parts.flatMap(({ part, values }) =>
    passagesOf(part, values, corrections.length > 0 ? () => undefined : toolLabels),
  );
  if (corrections.length + passages.length === 0) return { corrections, passages, print: '' };
  const print = createHash('sha256')
    .update(JSON.stringify([corrections, passages]), 'utf8')
    .digest('hex')
    .slice(0, 24);
  return { corrections, passages, print };
};

/**
 * Each place once: documents of one file share its text. Of two that overlap, as when one was taken back and up again after
 * somebody had made the other, the earlier counts: the file could not be opened with both.
 */
const correctionsOf = (parts: readonly PartValues[]): Correction[] => {
  const found = parts.flatMap(({ values }) =>
    [...values].flatMap(([subject, { value, seq }]) => {
      const place = subjectOf(subject);
      if (place?.kind !== 'correction' || value === null) return [];
      const { original, replacement } = value as { original: string; replacement: string };
      return [{ seq, correction: { span: place.span, original, replacement } }];
    }),
  );
  const kept: Correction[] = [];
  for (const { correction } of found.sort((a, b) => a.seq - b.seq))
    if (!kept.some(({ span }) => overlaps(span, correction.span))) kept.push(correction);
  return kept.sort((a, b) => a.span.start - b.span.start);
};

const passagesOf = (
  part: number,
  values: ReadonlyMap<Subject, Decided>,
  toolLabels: ToolLabels,
): SaidOfPassage[] => {
  const confirmed = new Map<string, { label: Label; spans?: readonly Span[] }[]>();
  const rejected = new Map<string, Label[]>();
  for (const [subject, { value }] of values) {
    const about = subjectOf(subject);
    if (about?.kind !== 'finding' || value === null) continue;
    const { verdict, spans } = value as FindingDecision;
    const { passage, label } = about;
    const known = toolLabels(part, passage);
    if (verdict === 'rejected') {
      if (!known || known.includes(label)) rejected.set(passage, [...(rejected.get(passage) ?? []), label]);
    } else if (!known?.includes(label) || spans)
      confirmed.set(passage, [...(confirmed.get(passage) ?? []), { label, ...(spans && { spans }) }]);
  }
  return [...new Set([...confirmed.keys(), ...rejected.keys()])].sort().map((passage) => ({
    part,
    passage,
    confirmed: (confirmed.get(passage) ?? []).sort(
      (a, b) => LABELS.indexOf(a.label) - LABELS.indexOf(b.label),
    ),
    rejected: LABELS.filter((label) => rejected.get(passage)?.includes(label)),
  }));
};
