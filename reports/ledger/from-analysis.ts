import {
  type BasisSuggestion,
  type Citation,
  documentName,
  type FileAnalysis,
  type FileOutcome,
  inMarks,
  LABELS,
  type ReadDocument,
  type ReadUnit,
  type WeighedCitation,
} from '../../model/index.js';
import { labelsOf } from '../documents.js';
import { excerpt } from '../excerpt.js';
import { LEVEL_WORDS } from '../words.js';
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
      checks: read.assessment?.weighed.map(checkWords) ?? [],
      suggestions: read.assessment?.suggestions.map(suggestionWords) ?? [],
      national: read.assessment?.national ?? null,
      local: read.assessment?.local ?? null,
    };
  });

/** One paragraph: the verdict, the steps to it, the wording that was read. */
export const checkWords = ({ chain, resolution }: WeighedCitation): string => {
  const quoted = resolution.articles.flatMap(({ cited, now, wording }) =>
    wording ? [`${now || cited}原文：“${shortened(wording)}”`] : [],
  );
  return [...chain, ...quoted.slice(0, MOST_QUOTED)].join('；');
};

/** 《…》第七十八条（法律，2019-04-23版）：reasons；原文：“…”. */
export const suggestionWords = ({ statute, article, wording, reasons }: BasisSuggestion): string => {
  const facts = [LEVEL_WORDS[statute.level], ...(statute.date ? [`${statute.date}版`] : [])].join('，');
  const quoted = wording ? `；原文：“${shortened(wording)}”` : '';
  return `${inMarks(statute.title)}${article}（${facts}）：${reasons.join('；')}${quoted}`;
};

const MOST_QUOTED = 3;
const LONGEST_QUOTATION = 300;

const shortened = (wording: string): string => {
  const plain = wording.replace(/\n/gu, '');
  return plain.length > LONGEST_QUOTATION ? `${plain.slice(0, LONGEST_QUOTATION)}……` : plain;
};

/** 《…》（文号）第三条、第五条. */
export const citationWords = ({ title, number, articles }: Citation): string => {
  const name = title ? inMarks(title) : '';
  return `${name}${name && number ? `（${number}）` : number}${articles.join('、')}`;
};
