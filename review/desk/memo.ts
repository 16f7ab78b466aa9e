import { listRevision } from '../../store/index.js';
import type { DeskContext } from './context.js';

interface Kept {
  readonly revision: string;
  readonly made: Map<string, Promise<unknown>>;
}

const KEPT = new WeakMap<DeskContext, Kept>();

/**
 * What is made from the whole list of documents, kept until the list changes: every clerk asks for the same counts at every
 * step.
 *
 * @param name of what is made.
 */
export const untilListChanges = async <T>(
  context: DeskContext,
  name: string,
  make: () => Promise<T>,
): Promise<T> => {
  const revision = await listRevision(context.store, context.collection);
  let kept = KEPT.get(context);
  if (kept?.revision !== revision) {
    kept = { revision, made: new Map() };
    KEPT.set(context, kept);
  }
  const known = kept.made.get(name) as Promise<T> | undefined;
  if (known) return known;
  const made = make();
  kept.made.set(name, made);
  // A failure is not kept: the next who asks may have more luck.
  const { made: all } = kept;
  made.catch(() => all.delete(name));
  return made;
};
