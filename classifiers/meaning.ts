import { LABELS, type Label } from '../model/index.js';
import { CUE_GROUPS } from './cues/groups.js';

/** A cue as reports explain it. */
export interface CueInfo {
  /** As in Evidence.cue: `D.record-into-file`. */
  readonly id: string;
  readonly label: Label;
  /** The reason in Chinese words: 记入信用档案. */
  readonly meaning: string;
}

/** The cue of evidence that comes from the learned weights alone. */
export const learnedCue = (label: Label): string => `${label}.learned`;

/** Every cue that can stand in an evidence, by label. */
export const CUES: readonly CueInfo[] = [
  ...CUE_GROUPS.flatMap(({ label, cues, item }) =>
    [...cues, item].map(({ id, meaning }) => ({ id, label, meaning })),
  ),
  ...LABELS.map((label) => ({
    id: learnedCue(label),
    label,
    meaning: '用语与已标注的同类条款相近（模型判断）',
  })),
];

const MEANINGS: ReadonlyMap<string, string> = new Map(CUES.map(({ id, meaning }) => [id, meaning]));

/** The reason that a cue stands for, in Chinese; the id itself for one that this version does not know. */
export const cueMeaning = (id: string): string => MEANINGS.get(id) ?? id;
