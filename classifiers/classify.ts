import { type Classification, type Evidence, LABELS, type Label } from '../model/index.js';
import { byPlace, carriedLabels, isCarried, NOTHING, rounded } from './by-cues.js';
import { combinedScore } from './combine.js';
import {
  type ClassifierInput,
  type CueReading,
  compactOf,
  cueEvidence,
  evidenceAt,
  readCues,
} from './cue-reading.js';
import type { Surroundings } from './features/read.js';
import { numberLength } from './features/text.js';
import { wordsOf } from './features/words.js';
import { seenByEncoder } from './learned/encoder-part.js';
import { tellingWords } from './learned/evidence.js';
import { learnedMargins } from './learned/margins.js';
import type { LearnedModel } from './learned/model.js';
import { shippedModel } from './learned/shipped.js';
import { learnedCue } from './meaning.js';
import { usefulnessOf } from './usefulness.js';

/** Raise when the result for the same text may change: cached analyses are then made again. */
export const CLASSIFIER_VERSION = '7';

/** The labels of one provision, each with its evidence. Pure: the same input gives the same result. */
export const classify = (input: ClassifierInput, model: LearnedModel = shippedModel()): Classification =>
  decide(input, readCues(input), input, model);

/**
 * The labels of the passages of one document, in reading order: where a passage stands and what the cues say of the one
 * before and behind it is looked at as well.
 */
export const classifyDocument = (
  passages: readonly ClassifierInput[],
  model: LearnedModel = shippedModel(),
): Classification[] => {
  const readings = passages.map(readCues);
  const carried = readings.map(carriedLabels);
  return passages.map((input, at) =>
    decide(
      input,
      readings[at]!,
      {
        ...input,
        place: at / passages.length,
        neighbours: { before: carried[at - 1] ?? [], after: carried[at + 1] ?? [] },
      },
      model,
    ),
  );
};

/** 60分, a cell of some table: too little for weights alone to say what it involves. */
const SHORTEST = 12;

const decide = (
  input: ClassifierInput,
  reading: CueReading | null,
  surroundings: Surroundings,
  model: LearnedModel,
): Classification => {
  if (!reading) return NOTHING;
  const seen = seenByEncoder(model.encoder, input.vector);
  const margins = learnedMargins(model.linear, model.gates, reading, surroundings, seen);
  const length = reading.text.length - numberLength(reading.text);
  const labels: Label[] = [];
  const scores: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  const evidence: Evidence[] = [];
  const overruled: Evidence[] = [];
  LABELS.forEach((label, at) => {
    const cues = reading.labels[at]!;
    const combination = model.combinations[at]!;
    const carried = isCarried(cues);
    const learned = combinedScore(combination, cues.score, carried, margins[at]!);
    // What the words above a list order is no matter of the item's own words.
    const sure = carried && (cues.own.length === 0 || cues.own.some(({ cue }) => model.surest.has(cue.id)));
    const needed = carried ? combination.keep : combination.threshold;
    const score = sure ? Math.max(learned, needed) : learned;
    scores[label] = rounded(score);
    if (score >= needed && (carried || length >= SHORTEST)) {
      labels.push(label);
      if (carried || cues.own.length > 0) evidence.push(...cueEvidence(cues, compactOf(reading), input.text));
      if (!carried) evidence.push(learnedEvidence(label, reading, input.text, model));
    } else if (carried) overruled.push(...cueEvidence(cues, compactOf(reading), input.text));
  });
  return {
    labels,
    scores,
    evidence: evidence.sort(byPlace),
    overruled: overruled.sort(byPlace),
    usefulness: usefulnessOf({ labels, scores, overruled }, model.combinations),
  };
};

const learnedEvidence = (
  label: Label,
  reading: CueReading,
  original: string,
  { linear }: LearnedModel,
): Evidence => {
  const from = numberLength(reading.text);
  const words = wordsOf(reading.text.slice(from));
  const { start, end } = tellingWords(
    linear,
    label,
    reading.text,
    words,
    Math.min(from, reading.text.length - 1),
  );
  return evidenceAt(label, learnedCue(label), compactOf(reading), start, end, original);
};
