import { type AskedQuestion, type AuditPlan, askedItems, type FrameItem } from '../../audit/index.js';
import { frameTextOf, type SampleHead, sampleHeads, sampleQuestions } from '../../store/index.js';
import { NotFound } from '../errors.js';
import type { DeskContext } from './context.js';

export type Head = SampleHead<AuditPlan>;

/** Samples of the desk's collection, the first first. */
export const headsOf = ({ store, collection }: DeskContext): Promise<Head[]> =>
  sampleHeads<AuditPlan>(store, collection);

/** @throws NotFound where none was drawn under the number. */
export const headOf = async (context: DeskContext, number: number): Promise<Head> => {
  const head = (await headsOf(context)).find((each) => each.number === number);
  if (!head) throw new NotFound('没有这次抽查', '请返回抽查页重新选择');
  return head;
};

/** How many questions a sample has, without reading them. */
export const questionCount = ({ plan: { design } }: Head): number =>
  design.sizes.reduce((sum, size) => sum + size, design.known);

/** What was drawn never changes: it is read and unpacked once, not for every fifty questions. */
interface Kept {
  questions?: Promise<readonly AskedQuestion[]>;
  items?: Promise<readonly FrameItem[]>;
}
const KEPT = new WeakMap<DeskContext, Map<number, Kept>>();

const keptOf = (context: DeskContext, { id }: Head): Kept => {
  const all = KEPT.get(context) ?? new Map<number, Kept>();
  KEPT.set(context, all);
  const kept = all.get(id) ?? {};
  all.set(id, kept);
  return kept;
};

export const questionsOf = (context: DeskContext, head: Head): Promise<readonly AskedQuestion[]> => {
  const kept = keptOf(context, head);
  kept.questions ??= sampleQuestions<AskedQuestion>(context.store, head.id).catch((error: unknown) => {
    delete kept.questions;
    throw error;
  });
  return kept.questions;
};

/** Where in the collection the provisions behind the questions stood when they were drawn. */
export const itemsOf = (context: DeskContext, head: Head): Promise<readonly FrameItem[]> => {
  const kept = keptOf(context, head);
  const read = async () => askedItems(frameTextOf(context.store, head.id), await questionsOf(context, head));
  kept.items ??= read().catch((error: unknown) => {
    delete kept.items;
    throw error;
  });
  return kept.items;
};
