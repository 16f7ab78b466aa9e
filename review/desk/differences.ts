import { type DecisionEvent, type Subject, type SubjectValue, subjectOf } from '../../model/index.js';
import { appendDecisions, eventsOf, findDocument, type ReviewDocument } from '../../store/index.js';
import type { Decided, Differences } from '../api.js';
import { NotFound, Refused } from '../errors.js';
import type { Who } from '../server/desk.js';
import { agreementOf, bothDone, isFinding } from './agreement.js';
import type { DeskContext } from './context.js';
import { aboutOf } from './decide.js';
import { keysOf } from './keys.js';
import { openDocument } from './open-document.js';
import { disagreements, rowBy } from './standing.js';
import { reviewedTwice } from './twice.js';
import { UnreadableFile } from './unreadable.js';
import { Values } from './values.js';

/**
 * Where two reviewers who are both done with a document say different things, also where they have agreed since. The second
 * reviewer is shown only documents of which they have asked to see the first's decisions.
 */
export const differences = async (context: DeskContext, who: Who): Promise<Differences> => {
  const shown = (await reviewedTwice(context)).filter(
    ({ values }) => who.lane !== 'second' || values.value('second', 'revealed') !== null,
  );
  const items: Differences['items'][number][] = [];
  for (const { document, values } of shown) {
    const subjects = disagreements(values);
    if (subjects.length === 0) continue;
    const passages = await passageTexts(context, document, subjects);
    for (const subject of subjects.filter((each) => passages.has(each) || !isFinding(each)))
      items.push({
        document: document.id,
        name: document.name,
        subject,
        passage: passages.get(subject) ?? null,
        first: decidedBy(values, 'first', subject),
        second: decidedBy(values, 'second', subject),
        agreed: decidedBy(values, 'agreed', subject),
        seen: values.event('agreed', subject)?.seq ?? 0,
      });
  }
  return { agreement: agreementOf(shown.map(({ values }) => values)), items };
};

/** What a reviewer left as it was is decided by the row that they confirmed. */
const decidedBy = (values: Values, lane: 'first' | 'second' | 'agreed', subject: Subject): Decided | null => {
  const event = values.event(lane, subject);
  const about = subjectOf(subject);
  if (lane !== 'agreed') {
    const row = values.event(lane, 'row');
    if (about?.kind === 'cell' && row) return decided(row, rowBy(values, lane)?.cells[about.field] ?? null);
    // Who confirmed the row without a word on a finding that the other has added does not see it.
    if (about?.kind === 'finding' && row && !event?.after) return decided(row, { verdict: 'rejected' });
  }
  return event && event.after !== null ? decided(event, event.after) : null;
};

const decided = ({ seq, who, at, lane }: DecisionEvent, value: SubjectValue): Decided => ({
  value,
  seq,
  who,
  at,
  lane,
});

const passageTexts = async (
  context: DeskContext,
  { id }: ReviewDocument,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<Subject, { readonly place: string; readonly text: string }>> => {
  const opened = await openDocument(context, id, 'first').catch((error: unknown) => {
    // That they differ is known without its words: one file must not hide the differences of all.
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
  const read = opened?.read ?? null;
  const keys = keysOf(read);
  const found = new Map<Subject, { place: string; text: string }>();
  for (const subject of subjects) {
    const about = subjectOf(subject);
    const unit = about?.kind === 'finding' ? read?.units[keys.indexOf(about.passage)] : undefined;
    if (unit) found.set(subject, { place: unit.unit.label, text: unit.unit.text });
  }
  return found;
};

/**
 * Writes down that the second reviewer looks at the first's decisions on a document: from then on their own stand still.
 *
 * @throws Refused before both are done with it.
 */
export const reveal = async (context: DeskContext, id: number, who: Who, batch: string): Promise<void> => {
  const { store, collection, clock } = context;
  if (who.lane !== 'second') throw new Refused('只有复核人需要查看初核结果', '请直接打开“差异”页');
  const document = await findDocument(store, collection, id);
  if (!document?.present) throw new NotFound();
  const values = new Values(await eventsOf(store, [id]));
  if (!bothDone(values)) throw new Refused('两人都确认之后才能查看对方的结果', '请先完成本文件的复核');
  await appendDecisions(store, {
    who: who.name,
    at: clock(),
    batch,
    act: 'do',
    of: null,
    reason: '',
    decisions: [
      {
        lane: 'second',
        document: id,
        about: aboutOf(document),
        subject: 'revealed',
        after: true,
        seen: values.event('second', 'revealed')?.seq ?? 0,
      },
    ],
  });
};
