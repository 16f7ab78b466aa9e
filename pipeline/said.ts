import { markOf } from '../corpus/index.js';
import { type Classification, type Evidence, LABELS, type Label, type Span } from '../model/index.js';

/** What a person has said of one passage's labels. */
export interface SaidOfPassage {
  /** The document's place among the file's, from 0. */
  readonly part: number;
  /** As `passageKeys` gives it. */
  readonly passage: string;
  /** Labels that it carries; with the words that carry them, in the passage's text, where a person has marked some. */
  readonly confirmed: readonly { readonly label: Label; readonly spans?: readonly Span[] }[];
  readonly rejected: readonly Label[];
}

/** Cue of evidence that a person has given. */
export const PERSON = 'person';

/**
 * A key for each passage of a document that stays when passages around it change: the mark of its words, and which of the
 * document's passages with these words it is.
 */
export const passageKeys = (texts: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const mark = markOf(text);
    const count = counts.get(mark) ?? 0;
    counts.set(mark, count + 1);
    return `${mark}.${count}`;
  });
};

/** The mark in a passage's key: the same for the same words wherever they stand. */
export const markOfPassage = (key: string): string => key.slice(0, key.indexOf('.'));

/**
 * A classification as a person has left it: labels given and taken away, with evidence for each. Scores stay the tool's. A
 * label that a person gives without marking words has what the tool saw for it, or the whole passage.
 */
export const withSaid = (
  classification: Classification,
  text: string,
  said: Pick<SaidOfPassage, 'confirmed' | 'rejected'>,
): Classification => {
  const given = new Map(said.confirmed.map((each) => [each.label, each.spans]));
  const labels = LABELS.filter(
    (label) => given.has(label) || (classification.labels.includes(label) && !said.rejected.includes(label)),
  );
  const evidenceOf = (label: Label): readonly Evidence[] => {
    const marked = clipped(given.get(label) ?? [], text);
    if (marked.length > 0) return marked.map((span) => evidence(span, text, label));
    const seen = classification.evidence.filter((each) => each.label === label);
    if (seen.length > 0) return seen;
    const withheld = classification.overruled.filter((each) => each.label === label);
    return withheld.length > 0 ? withheld : [evidence({ start: 0, end: text.length }, text, label)];
  };
  const taken = classification.evidence.filter(({ label }) => !labels.includes(label));
  return {
    ...classification,
    labels,
    evidence: labels.flatMap(evidenceOf).sort(byPlace),
    overruled: [...classification.overruled.filter(({ label }) => !given.has(label)), ...taken].sort(byPlace),
    proposed: classification.labels,
  };
};

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

const evidence = ({ start, end }: Span, text: string, label: Label): Evidence => ({
  start,
  end,
  text: text.slice(start, end),
  label,
  cue: PERSON,
});

/** A span of another text, as after a correction, may reach beyond this one. */
const clipped = (spans: readonly Span[], text: string): Span[] =>
  spans
    .map(({ start, end }) => ({ start, end: Math.min(end, text.length) }))
    .filter(({ start, end }) => start < end);
