import {
  type Citation,
  type FileAnalysis,
  type FileOutcome,
  LABELS,
  type ReadDocument,
  type ReadUnit,
} from '../../model/index.js';
import { documentName, labelsOf } from '../documents.js';
import { excerpt } from '../excerpt.js';
import type { LedgerDocument, LedgerEvidence, LedgerFile } from './input.js';

/** A cue's meaning in Chinese words; '' for one it does not know. */
export type MeaningOf = (cue: string) => string;

/** What the ledger says of one file's documents: those with a row, and those with hints (Q, R) or breaches alone. */
export const ledgerDocuments = (
  outcome: FileOutcome,
  analysis: FileAnalysis | null,
  meaningOf: MeaningOf,
): LedgerDocument[] =>
  (analysis?.documents ?? [])
    .map((document) => ({
      name: documentName(document, outcome.source),
      source: outcome.source,
      row: document.row,
      evidence: document.units.flatMap((unit) => evidenceOf(unit, meaningOf)),
      breaches: document.breaches ?? [],
    }))
    .filter(({ row, evidence, breaches }) => row !== null || evidence.length > 0 || breaches.length > 0);

/** A file's line in the list of files. */
export const ledgerFile = (outcome: FileOutcome, analysis: FileAnalysis | null): LedgerFile => ({
  ...outcome,
  documents: analysis?.documents.length ?? 0,
  labels: LABELS.filter((label) => analysis?.documents.some((each) => touches(each, label))),
  notes: analysis?.notes ?? [],
});

const touches = (document: ReadDocument, label: (typeof LABELS)[number]): boolean =>
  labelsOf(document).includes(label);

/** One line a label: all its words are marked in one quotation, since cues overlap more often than not. */
const evidenceOf = ({ unit, ...read }: ReadUnit, meaningOf: MeaningOf): LedgerEvidence[] =>
  LABELS.filter((label) => read.classification.labels.includes(label)).map((label) => {
    const words = read.classification.evidence.filter((each) => each.label === label);
    return {
      label,
      provision: read.place || unit.label,
      place: read.sourcePlace,
      quotation: excerpt(unit.text, words),
      meanings: [...new Set(words.map(({ cue }) => meaningOf(cue) || cue))],
      citations: read.citations.map(citationWords),
      national: read.assessment?.national ?? null,
      local: read.assessment?.local ?? null,
    };
  });

/** 《…》（文号）第三条、第五条. */
export const citationWords = ({ title, number, articles }: Citation): string => {
  const name = title ? `《${title}》` : '';
  return `${name}${name && number ? `（${number}）` : number}${articles.join('、')}`;
};
