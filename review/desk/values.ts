import type { DecisionEvent, Lane, Subject, SubjectValue } from '../../model/index.js';
import { subjectOf } from '../../model/index.js';
import { eventsOf, type Store } from '../../store/index.js';
import type { Decided } from '../api.js';

/** What holds of each subject: the newest event, by lane. */
export class Values {
  readonly #lanes = new Map<Lane, Map<Subject, DecisionEvent>>();
  /** The last event of each lane. */
  readonly #last = new Map<Lane, number>();

  /** @param events of one document, oldest first. */
  constructor(events: readonly DecisionEvent[]) {
    for (const event of events) {
      const lane = this.#lanes.get(event.lane) ?? new Map<Subject, DecisionEvent>();
      lane.set(event.subject, event);
      this.#lanes.set(event.lane, lane);
      this.#last.set(event.lane, event.seq);
    }
  }

  /** The newest event on a subject in a lane. */
  event(lane: Lane, subject: Subject): DecisionEvent | undefined {
    return this.#lanes.get(lane)?.get(subject);
  }

  /** What a lane says of a subject; null where it says nothing. */
  value(lane: Lane, subject: Subject): SubjectValue {
    return this.event(lane, subject)?.after ?? null;
  }

  /** Every subject that a lane has an event on. */
  subjects(lane: Lane): readonly Subject[] {
    return [...(this.#lanes.get(lane)?.keys() ?? [])];
  }

  /** The last event of a lane; 0 for none. */
  last(lane: Lane): number {
    return this.#last.get(lane) ?? 0;
  }

  /** The last event of any lane; 0 for none. */
  get lastOfAll(): number {
    return Math.max(0, ...this.#last.values());
  }

  /**
   * What counts for one reviewer: what was agreed goes before their own. A row is always their own, since it confirms what
   * they see; corrections of recognised words are everybody's, since they say what stands on the paper.
   *
   * @param blind true: nothing of what was agreed is looked at, but for corrections.
   */
  of(lane: Exclude<Lane, 'agreed'>, blind: boolean): ReadonlyMap<Subject, Decided> {
    const found = new Map<Subject, Decided>();
    const take = (from: Lane, wanted: (subject: Subject, after: SubjectValue) => boolean): void => {
      for (const [subject, { after, seq, who, at }] of this.#lanes.get(from) ?? [])
        if (wanted(subject, after)) found.set(subject, { value: after, seq, who, at, lane: from });
    };
    const isCorrection = (subject: Subject): boolean => subjectOf(subject)?.kind === 'correction';
    take(lane, () => true);
    // Where an agreement was taken back each one's own word counts again.
    take(
      'agreed',
      (subject, after) => isCorrection(subject) || (!blind && subject !== 'row' && after !== null),
    );
    return found;
  }
}

/** What the log says of each of these documents, by their numbers. */
export const valuesOf = async (
  store: Store,
  documents: readonly number[],
): Promise<ReadonlyMap<number, Values>> => {
  const events = new Map(documents.map((id): [number, DecisionEvent[]] => [id, []]));
  for (const event of await eventsOf(store, documents)) events.get(event.document)!.push(event);
  return new Map([...events].map(([id, of]) => [id, new Values(of)]));
};

/** What counts of a subject, of a known kind. */
export const decidedOn = <Value extends SubjectValue>(
  values: ReadonlyMap<Subject, Decided>,
  subject: Subject,
): Value | null => (values.get(subject)?.value ?? null) as Value | null;
