import {
  type Evidence,
  findingSubject,
  LABELS,
  type ReadDocument,
  type ReadUnit,
  type Span,
  type Subject,
  shift,
  VERDICT_WORDS,
  type WeighedCitation,
} from '../../model/index.js';
import { PERSON } from '../../pipeline/index.js';
import {
  ANSWER_WORDS,
  COUNTS_WORDS,
  citationWords,
  kindWords,
  LEVEL_WORDS,
  type MeaningOf,
  suggestionWords,
} from '../../reports/index.js';
import type { Decided, DocumentView, ViewBreach, ViewCitation, ViewFinding, ViewPassage } from '../api.js';
import { keysOf } from './keys.js';
import { orphansOf } from './standing.js';
import { decidedOn } from './values.js';
import { inWindow, pageBoxes, type Window } from './view.js';

/** What passages are shown with. */
export interface PassageContext {
  readonly window: Window;
  readonly document: ReadDocument;
  readonly values: ReadonlyMap<Subject, Decided>;
  readonly meaningOf: MeaningOf;
  /** In how many other passages of the collection the words of a passage stand, by its key. */
  readonly same: ReadonlyMap<string, number>;
}

/** Every unit of a document, for the passage that a selection lies in. */
export const unitsOf = ({
  window,
  document,
}: Pick<PassageContext, 'window' | 'document'>): DocumentView['units'] => {
  const keys = keysOf(document);
  return document.units.flatMap(({ unit }, at) => {
    const span = inWindow(window, unit.span);
    return span ? [{ key: keys[at]!, ...span, place: unit.label }] : [];
  });
};

/** The units with a label, with words that a label was withheld from, or with a decision; in reading order. */
export const passagesOf = (context: PassageContext): ViewPassage[] => {
  const { window, document } = context;
  const keys = keysOf(document);
  return document.units.flatMap((read, at) => {
    const key = keys[at]!;
    const findings = findingsOf(read, key, context);
    const span = inWindow(window, read.unit.span);
    if (findings.length === 0 || !span) return [];
    const { assessment } = read;
    return [
      {
        key,
        place: read.place || read.unit.label,
        sourcePlace: read.sourcePlace,
        ...span,
        lead: read.unit.lead,
        findings,
        kinds: read.kinds ? kindWords(read.kinds) : [],
        citations: citationsOf(read, context),
        national: assessment ? answerOf(assessment.national) : null,
        local: assessment ? answerOf(assessment.local) : null,
        suggestions: assessment?.suggestions.map(suggestionWords) ?? [],
        usefulness: read.classification.usefulness,
        same: context.same.get(key) ?? 0,
      },
    ];
  });
};

const answerOf = ({
  answer,
  reason,
}: {
  readonly answer: keyof typeof ANSWER_WORDS;
  readonly reason: string;
}) => ({
  answer: ANSWER_WORDS[answer],
  reason,
});

/** A label is shown where it holds, where its words were withheld or taken away, and where a person has spoken of it. */
const findingsOf = (read: ReadUnit, key: string, context: PassageContext): ViewFinding[] => {
  const { classification } = read;
  const proposed = classification.proposed ?? classification.labels;
  return LABELS.flatMap((label) => {
    const holds = classification.labels.includes(label);
    const words = (holds ? classification.evidence : classification.overruled).filter(
      (each) => each.label === label,
    );
    const spoken = decidedOn(context.values, findingSubject(key, label)) !== null;
    if (words.length === 0 && !spoken) return [];
    const by = proposed.includes(label) ? 'tool' : words.every(isPersons) ? 'person' : 'withheld';
    return [
      {
        label,
        score: classification.scores[label],
        by,
        evidence: words.flatMap((each) => evidenceOf(each, read, context)),
      },
    ];
  });
};

const isPersons = ({ cue }: Evidence): boolean => cue === PERSON;

const evidenceOf = (words: Evidence, { unit }: ReadUnit, { window, meaningOf }: PassageContext) => {
  const place = shift(words, unit.span.start);
  const span = inWindow(window, place);
  const meaning = isPersons(words) ? '人工标出' : meaningOf(words.cue) || words.cue;
  return span ? [{ ...span, text: words.text, meaning, boxes: pageBoxes(window.manuscript, place) }] : [];
};

/** Citations in the passage, and those of the enacting clause that were weighed for it. */
const citationsOf = (
  { unit, citations, assessment }: ReadUnit,
  { window }: PassageContext,
): ViewCitation[] => {
  const weighed = assessment?.weighed ?? [];
  const own = citations.map((citation) => {
    const span = inWindow(window, shift(citation, unit.span.start)) ?? NOWHERE;
    const found = weighed.find(
      (each) => each.place === 'same-provision' && sameSpan(each.citation, citation),
    );
    return { words: citationWords(citation), ...span, ...(found ? checkOf(found) : UNWEIGHED) };
  });
  const above = weighed
    .filter(
      (each) =>
        !citations.some((citation) => each.place === 'same-provision' && sameSpan(each.citation, citation)),
    )
    .map((each) => ({ words: citationWords(each.citation), ...NOWHERE, ...checkOf(each) }));
  return [...own, ...above];
};

const NOWHERE: Span = { start: 0, end: 0 };
const UNWEIGHED = { verdict: '', counts: '', level: '', chain: [], wordings: [] };

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const checkOf = ({ verdict, counts, level, chain, resolution }: WeighedCitation) => ({
  verdict: VERDICT_WORDS[verdict],
  counts: COUNTS_WORDS[counts],
  level: LEVEL_WORDS[level],
  chain,
  wordings: resolution.articles.flatMap(({ cited, now, wording }) =>
    wording ? [{ article: now || cited, text: wording }] : [],
  ),
});

/** What goes against the rules, by place; what a person has set aside is left out. */
export const breachesOf = ({ window, document }: Pick<PassageContext, 'window' | 'document'>): ViewBreach[] =>
  (document.breaches ?? [])
    .filter(({ suppression }) => !suppression)
    .map((breach) => ({
      rule: breach.rule,
      severity: breach.severity,
      article: breach.article,
      message: breach.message,
      suggestion: breach.suggestion,
      place: breach.place,
      evidence: breach.evidence,
      ...(inWindow(window, breach.span) ?? NOWHERE),
      also: breach.also?.length ?? 0,
    }));

/** Decided labels of passages whose words do not stand in the document any more: what was decided there is idle. */
export const orphanedFindings = (
  document: ReadDocument | null,
  values: ReadonlyMap<Subject, Decided>,
): Subject[] => {
  const isOrphan = orphansOf(document);
  return [...values].flatMap(([subject, { value }]) =>
    value !== null && isOrphan(subject) ? [subject] : [],
  );
};
