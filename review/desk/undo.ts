import type { Act, Lane } from '../../model/index.js';
import {
  appendDecisions,
  batchesOf,
  DecisionConflict,
  eventsOfBatch,
  type NewDecision,
} from '../../store/index.js';
import type { UndoAnswer } from '../api.js';
import type { Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { writingLane } from './decide.js';
import { scannedVersion } from './open-document.js';
import { refreshDocuments } from './sync.js';
import { valuesOf } from './values.js';
import { subjectWords, valueWords } from './words.js';

/** What a person can take back and up again, the last one at the end. */
interface Stacks {
  /** Batches that hold. */
  readonly done: readonly string[];
  /** Batches of undoing. */
  readonly undone: readonly string[];
}

/** A person's stacks from the log: nothing is kept beside it, so that they outlive the page, the server and the machine. */
export const stacksOf = (
  batches: readonly { readonly batch: string; readonly act: Act; readonly of: string | null }[],
): Stacks => {
  const done: string[] = [];
  const undone: string[] = [];
  for (const { batch, act, of } of batches)
    switch (act) {
      case 'do':
        done.push(batch);
        undone.length = 0;
        break;
      case 'undo':
        drop(done, of);
        undone.push(batch);
        break;
      case 'redo':
        drop(undone, of);
        done.push(batch);
        break;
    }
  return { done, undone };
};

const drop = (stack: string[], batch: string | null): void => {
  const at = stack.lastIndexOf(batch ?? '');
  if (at >= 0) stack.splice(at, 1);
};

/**
 * Takes back the last thing that a person did, or up again what they last took back. What somebody else has changed since
 * stays as it is, and so does a batch of which nothing else is left: the one before it is taken.
 *
 * @param batch number of the new batch.
 */
export const step = async (
  context: DeskContext,
  act: 'undo' | 'redo',
  who: Who,
  batch: string,
): Promise<UndoAnswer> => {
  const { store, collection } = context;
  const lanes: Lane[] = [writingLane(who), 'agreed'];
  const stacks = stacksOf(await batchesOf(store, who.name, lanes, collection));
  const stack = act === 'undo' ? stacks.done : stacks.undone;
  for (const of of [...stack].reverse()) {
    const decisions = await taken(context, { act, of, who: who.name, lanes, batch });
    if (decisions.length === 0) continue;
    const documents = [...new Set(decisions.map(({ document }) => document))];
    await refreshDocuments(context, await scannedVersion(context), documents);
    return { words: wordsOf(act, decisions), document: documents[0] ?? null };
  }
  return { words: null, document: null };
};

interface Step {
  readonly act: 'undo' | 'redo';
  /** The batch that is taken back or up again. */
  readonly of: string;
  readonly who: string;
  readonly lanes: readonly Lane[];
  /** Number of the new batch. */
  readonly batch: string;
}

/** Takes a batch back or up again as far as it can be; returns what was written. */
const taken = async (context: DeskContext, made: Step): Promise<NewDecision[]> => {
  const { act, of, who, batch } = made;
  for (;;) {
    const decisions = await reversed(context, made);
    if (decisions.length === 0) return [];
    try {
      const at = context.clock();
      await appendDecisions(context.store, { who, at, batch, act, of, reason: '', decisions });
      return decisions;
    } catch (error) {
      // Changed between looking and writing: what was changed stays, and the rest is tried again.
      if (!(error instanceof DecisionConflict)) throw error;
    }
  }
};

/**
 * What brings a batch's subjects back to where they were, last one first; only those that nobody else has touched since,
 * and that stand as the batch left them. Once the second reviewer has seen the first's decisions their own stand still.
 */
const reversed = async (
  { store }: DeskContext,
  { of: batch, who, lanes }: Pick<Step, 'of' | 'who' | 'lanes'>,
): Promise<NewDecision[]> => {
  const events = await eventsOfBatch(store, batch);
  const values = await valuesOf(store, [...new Set(events.map(({ document }) => document))]);
  return [...events].reverse().flatMap(({ lane, document, about, subject, before, after }) => {
    const of = values.get(document)!;
    const last = of.event(lane, subject)!;
    const stands = last.who === who && JSON.stringify(last.after) === JSON.stringify(after);
    const isClosed = lane === 'second' && of.value('second', 'revealed') !== null;
    return stands && !isClosed && lanes.includes(lane)
      ? [{ lane, document, about, subject, after: before, seen: last.seq }]
      : [];
  });
};

const wordsOf = (act: 'undo' | 'redo', decisions: readonly NewDecision[]): string => {
  const last = decisions.find(({ subject }) => subject === 'row') ?? decisions[0]!;
  const more = decisions.length > 1 ? `等 ${decisions.length} 项` : '';
  return `已${act === 'undo' ? '撤销' : '重做'}：${subjectWords(last.subject)}现为“${valueWords(last.subject, last.after)}”${more}`;
};
