import { type FindingDecision, findingSubject, LABELS, type Label } from '../../model/index.js';
import { markOfPassage } from '../../pipeline/index.js';
import { passagesWith } from '../../store/index.js';
import type { SamePassages } from '../api.js';
import { NotFound } from '../errors.js';
import type { Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { keysOf } from './keys.js';
import { openDocument } from './open-document.js';
import { valuesOf } from './values.js';

/** Passages of other documents, and further ones of this one, with the same words: for one decision on all of them. */
export const samePassages = async (
  context: DeskContext,
  id: number,
  passage: string,
  { lane }: Pick<Who, 'lane'>,
): Promise<SamePassages> => {
  const { store, collection } = context;
  const own = lane ?? 'first';
  const { read } = await openDocument(context, id, own);
  const unit = read?.units[keysOf(read).indexOf(passage)]?.unit;
  if (!unit) throw new NotFound('文件中没有这个条款，可能已被修改', '请刷新后重新选择');
  // What the first reviewer has made of a passage is not told to the second.
  const by = own === 'second' ? 'tool_labels' : 'labels';
  const found = (await passagesWith(store, collection, [markOfPassage(passage)], by)).filter(
    (each) => each.document_id !== id || each.passage !== passage,
  );
  const values = await valuesOf(store, [...new Set(found.map(({ document_id }) => document_id))]);
  return {
    text: unit.text,
    passages: found.map(({ document_id, name, passage: key, place, [by]: labels }) => {
      const of = values.get(document_id)!;
      const decisions: Partial<Record<Label, FindingDecision>> = {};
      const seen: Partial<Record<Label, number>> = {};
      for (const label of LABELS) {
        const event = of.event(own, findingSubject(key, label));
        seen[label] = event?.seq ?? 0;
        if (event?.after) decisions[label] = event.after as FindingDecision;
      }
      return {
        document: document_id,
        name,
        passage: key,
        place,
        labels: LABELS.filter((label) => labels.includes(label)),
        decisions,
        seen,
        confirmed: of.value(own, 'row') !== null,
      };
    }),
  };
};
