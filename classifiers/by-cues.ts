import { type Classification, type Evidence, LABELS, type Label } from '../model/index.js';
import {
  type ClassifierInput,
  type CueReading,
  compactOf,
  cueEvidence,
  type LabelReading,
  readCues,
} from './cue-reading.js';

export const NOTHING: Classification = {
  labels: [],
  scores: { D: 0, B: 0, P: 0, Q: 0, R: 0 },
  evidence: [],
  overruled: [],
  usefulness: 0,
};

/** The labels that the hand-written cues give, nothing learned: what the whole is measured against. */
export const classifyByCues = (input: ClassifierInput): Classification => {
  const reading = readCues(input);
  if (!reading) return NOTHING;
  const scores: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  const evidence: Evidence[] = [];
  for (const label of reading.labels) {
    scores[label.group.label] = rounded(label.score);
    if (isCarried(label)) evidence.push(...cueEvidence(label, compactOf(reading), input.text));
  }
  return { ...NOTHING, labels: carriedLabels(reading), scores, evidence: evidence.sort(byPlace) };
};

/** The labels that the cues alone give. */
export const carriedLabels = (reading: CueReading | null): readonly Label[] =>
  LABELS.filter((_, at) => reading !== null && isCarried(reading.labels[at]!));

/** Whether the cues alone give a label. */
export const isCarried = ({ group, score }: LabelReading): boolean => rounded(score) >= group.threshold;

/** Evidence in the order of the text. */
export const byPlace = (a: Evidence, b: Evidence): number =>
  a.start - b.start || a.end - b.end || (a.cue < b.cue ? -1 : 1);

/** A score as it is shown: three decimals. */
export const rounded = (score: number): number => Math.round(score * 1000) / 1000;
