import { type ClassifierInput, classifyDocument, kindsOf, type LearnedModel } from '../classifiers/index.js';
import { findAbbreviations, findCitations } from '../extractors/citations/index.js';
import {
  EMPTY_LIBRARY,
  type FileAnalysis,
  type Manuscript,
  type ReadDocument,
  type Regulation,
  recognitionOf,
  type Span,
  type StatuteLibrary,
  shift,
  sourceSpan,
  type Unit,
} from '../model/index.js';
import { assess } from './assess/assess.js';
import type { CitedUnit } from './assess/cited-unit.js';
import { findBreaches } from './assess/rules/check.js';
import { draft } from './draft.js';
import { ledgersIn } from './filed-ledger/in-file.js';
import { passageKeys, type SaidOfPassage, withSaid } from './said.js';
import { articlePlaces } from './segment/article-places.js';
import { segment } from './segment/segment.js';
import { placeOf, unitsOf } from './segment/units.js';
import { sourcePlaceOf } from './source-place.js';

/**
 * segment → flag → cite → assess → draft → check: what a manuscript says, without touching the disk.
 *
 * @param model the user's own; by default the one that comes with the program.
 * @param vectors of every text of `textsOf`, for a model that was learned with an encoder.
 * @param said what persons have said of labels: it goes before what the classifier says.
 */
export const analyse = (
  manuscript: Manuscript,
  library: StatuteLibrary = EMPTY_LIBRARY,
  model?: LearnedModel,
  vectors: Vectors = NO_VECTORS,
  said: readonly SaidOfPassage[] = [],
): FileAnalysis => {
  const { tables, covers, ledgers, nothingElse, notes } = ledgersIn(manuscript);
  const regulations = nothingElse ? [] : segment(manuscript, tables);
  return {
    notes: [...manuscript.notes, ...notes],
    documents: readDocuments(regulations, manuscript, covers, { library, model, vectors, said }),
    ledgers,
  };
};

/** What an encoder sees of each text. */
export type Vectors = ReadonlyMap<string, Float32Array>;
const NO_VECTORS: Vectors = new Map();

/** The texts of a manuscript that `analyse` classifies, each once. */
export const textsOf = (manuscript: Manuscript): readonly string[] => {
  const { tables, covers, nothingElse } = ledgersIn(manuscript);
  const regulations = nothingElse ? [] : segment(manuscript, tables);
  return [
    ...new Set(
      regulations.flatMap((regulation) =>
        classifiedUnits(regulation, manuscript, covers).map(({ text }) => text),
      ),
    ),
  ];
};

/** What a text is read with. */
interface Knowledge {
  readonly library: StatuteLibrary;
  readonly model: LearnedModel | undefined;
  readonly vectors: Vectors;
  readonly said: readonly SaidOfPassage[];
}

type Abbreviations = ReadonlyMap<string, string>;

/** An issued or attached document may use the short names that the notice above it introduced. */
const readDocuments = (
  regulations: readonly Regulation[],
  manuscript: Manuscript,
  isForm: (passage: Span) => boolean,
  knowledge: Knowledge,
): ReadDocument[] => {
  const known: Abbreviations[] = [];
  const documents = regulations.map((regulation) => {
    const { start, end } = regulation.span;
    const above = regulation.parent === undefined ? [] : (known[regulation.parent] ?? []);
    const abbreviations = new Map([...above, ...findAbbreviations(manuscript.text.slice(start, end))]);
    known.push(abbreviations);
    return readDocument(regulation, manuscript, abbreviations, isForm, knowledge);
  });
  // Rules look at a document together with those that stand with it in the file.
  const breaches = findBreaches(documents, manuscript);
  return documents.map((document, index) => ({ ...document, breaches: breaches[index] ?? null }));
};

const readDocument = (
  regulation: Regulation,
  manuscript: Manuscript,
  abbreviations: Abbreviations,
  isForm: (passage: Span) => boolean,
  { library, ...judging }: Knowledge,
): Omit<ReadDocument, 'breaches'> => {
  const cited = citedUnits(regulation, manuscript, abbreviations, isForm, judging);
  const { units, proposal } = assess(regulation, cited, library);
  return { regulation, units, proposal, row: draft(regulation, units, proposal) };
};

const citedUnits = (
  regulation: Regulation,
  manuscript: Manuscript,
  abbreviations: Abbreviations,
  isForm: (passage: Span) => boolean,
  { model, vectors, said }: Omit<Knowledge, 'library'>,
): CitedUnit[] => {
  const places = articlePlaces(regulation);
  const units = classifiedUnits(regulation, manuscript, isForm);
  const passages = units.map((unit): ClassifierInput => {
    const vector = vectors.get(unit.text);
    return vector ? { ...unit, vector } : unit;
  });
  const classifications = classifyDocument(passages, model);
  const ofDocument = new Map(
    said.filter(({ part }) => part === regulation.index).map((each) => [each.passage, each]),
  );
  // Keys cost a hash a passage: only where somebody has said something.
  const keys = ofDocument.size > 0 ? passageKeys(units.map(({ text }) => text)) : [];
  return units.map((unit, at) => {
    const ofPassage = ofDocument.get(keys[at] ?? '');
    const classification = ofPassage
      ? withSaid(classifications[at]!, unit.text, ofPassage)
      : classifications[at]!;
    const first = classification.evidence[0];
    return {
      unit,
      classification,
      ...(first && { kinds: kindsOf(unit, classification.labels) }),
      citations: findCitations(unit.text, abbreviations, places(unit)),
      leadCitations: unit.lead ? findCitations(unit.lead, abbreviations) : [],
      place: first
        ? placeOf(regulation, { start: unit.span.start + first.start, end: unit.span.start + first.end })
        : unit.label,
      sourcePlace:
        sourcePlaceOf(manuscript, unit.span.start + (first?.start ?? 0)) +
        recognitionWords(
          manuscript,
          classification.evidence.map((words) => shift(words, unit.span.start)),
        ),
      ...(manuscript.sourceMap && { sourceSpan: sourceSpan(manuscript.sourceMap, unit.span) }),
    };
  });
};

/** What stands in a ledger says what other documents order. */
const classifiedUnits = (
  regulation: Regulation,
  manuscript: Manuscript,
  isForm: (passage: Span) => boolean,
): Unit[] => unitsOf(regulation, manuscript).filter(({ span }) => !isForm(span));

/** That the words which carry a finding were recognised from pixels, and whether they are doubtful. */
const recognitionWords = (manuscript: Manuscript, evidence: readonly Span[]): string => {
  const found = new Set(evidence.map((words) => recognitionOf(manuscript, words)));
  return found.has('doubtful') ? '（识别存疑）' : found.has('sure') ? '（识别文字）' : '';
};
