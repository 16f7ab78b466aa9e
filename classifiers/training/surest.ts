import type { Example } from './examples.js';

/** How often a cue must have been seen, and how nearly always right, before nothing may withhold what it carries. */
const SEEN = 15;
const RIGHT = 0.95;

/**
 * Cues that were right nearly always. Those references count not with which the cues were written, nor those that were
 * chosen by a score.
 */
export const surestCues = (examples: readonly Example[]): ReadonlySet<string> => {
  const seen = new Map<string, { count: number; right: number }>();
  for (const { provision, reading } of examples) {
    if (provision.drawn === 'development' || provision.drawn === 'chosen') continue;
    for (const { group, own } of reading?.labels ?? []) {
      const right =
        provision.labels.includes(group.label) || (provision.second?.includes(group.label) ?? false);
      for (const id of new Set(own.map(({ cue }) => cue.id))) {
        const cue = seen.get(id) ?? { count: 0, right: 0 };
        seen.set(id, { count: cue.count + 1, right: cue.right + (right ? 1 : 0) });
      }
    }
  }
  return new Set(
    [...seen].filter(([, { count, right }]) => count >= SEEN && right / count >= RIGHT).map(([id]) => id),
  );
};
