import type { Classification, Evidence, Label } from '../model/index.js';
import { type ClassifierInput, cueEvidence, readCues } from './cue-reading.js';

/** Raise when the result for the same text may change: cached analyses are then made again. */
export const CLASSIFIER_VERSION = '5';

const NOTHING: Classification = { labels: [], scores: { D: 0, B: 0, P: 0, Q: 0, R: 0 }, evidence: [] };

/** The labels of one provision, each with its evidence. Pure: the same input gives the same result. */
export const classify = (input: ClassifierInput): Classification => {
  const reading = readCues(input);
  if (!reading) return NOTHING;
  const labels: Label[] = [];
  const scores: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  const evidence: Evidence[] = [];
  for (const label of reading.labels) {
    const score = round(label.score);
    scores[label.group.label] = score;
    if (score < label.group.threshold) continue;
    labels.push(label.group.label);
    evidence.push(...cueEvidence(label, reading.compact, input.text));
  }
  evidence.sort((a, b) => a.start - b.start || a.end - b.end || (a.cue < b.cue ? -1 : 1));
  return { labels, scores, evidence };
};

const round = (score: number): number => Math.round(score * 1000) / 1000;
