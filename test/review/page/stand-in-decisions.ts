import type { SubjectValue } from '../../../model/index.js';
import type { Conflict, Decided, DecisionRequest, Session } from '../../../review/api.js';
import { changeSubject } from '../../../review/page/state/changes.js';

interface Event {
  readonly seq: number;
  readonly document: number;
  readonly subject: string;
  readonly before: SubjectValue;
  readonly after: SubjectValue;
  readonly who: string;
  readonly batch: string;
  readonly act: 'do' | 'undo' | 'redo';
}

/** The log of the stand-in: refuses what was decided without knowledge of the last word, and writes a batch once. */
export class Decisions {
  private readonly events: Event[] = [];
  private readonly done: string[] = [];
  private readonly undone: string[] = [];

  of(document: number): Record<string, Decided> {
    const own: Record<string, Decided> = {};
    for (const { document: about, subject, after, seq, who } of this.events)
      if (about === document)
        own[subject] = { value: after, seq, who, at: '2026-01-06T01:00:00Z', lane: 'first' };
    return own;
  }

  log() {
    return this.events.toReversed().map((event) => ({
      ...event,
      at: '2026-01-06T01:00:00Z',
      lane: 'first',
      about: { source: '规章/某文件.docx', part: 0, hash: '', title: '某文件' },
      reason: '',
      of: null,
      prev: '',
      hash: event.seq.toString(16).padStart(64, '0'),
      words: `${event.subject} ${JSON.stringify(event.after)}`,
    }));
  }

  /** Says something in another person's name, behind the page's back. */
  saysOther(document: number, subject: string, after: SubjectValue): void {
    this.add(document, subject, after, '乙', 'other', 'do');
  }

  write(
    { batch, items }: DecisionRequest,
    { name }: Session,
    nameOf: (document: number) => string,
  ): { documents: number[] } | { status: 409; error: object; conflicts: Conflict[] } {
    const documents = items.map(({ document }) => document);
    if (this.done.includes(batch)) return { documents };
    const conflicts = items.flatMap(({ document, changes }) =>
      changes.flatMap((change): Conflict[] => {
        const subject = changeSubject(change);
        const now = this.of(document)[subject];
        if ((now?.seq ?? 0) === change.seen) return [];
        return [
          {
            document,
            name: nameOf(document),
            subject,
            now: now?.value ?? null,
            who: now?.who ?? '',
            at: now?.at ?? '',
            seq: now?.seq ?? 0,
            message: `${now?.who} 已先作出决定`,
          },
        ];
      }),
    );
    if (conflicts.length > 0)
      return { status: 409, error: { message: '与他人的决定冲突', advice: '请核对' }, conflicts };
    for (const { document, changes } of items)
      for (const change of changes)
        this.add(document, changeSubject(change), change.after as SubjectValue, name, batch, 'do');
    this.done.push(batch);
    this.undone.length = 0;
    return { documents };
  }

  undo({ name }: Session) {
    return this.turn(this.done, this.undone, name, 'undo');
  }
  redo({ name }: Session) {
    return this.turn(this.undone, this.done, name, 'redo');
  }

  private turn(from: string[], to: string[], who: string, act: 'undo' | 'redo') {
    const batch = from.pop();
    if (!batch) return { words: null, document: null };
    to.push(batch);
    const own = this.events.filter((event) => event.batch === batch && event.act === 'do');
    for (const { document, subject, before, after } of own)
      this.add(document, subject, act === 'undo' ? before : after, who, batch, act);
    return { words: `${act === 'undo' ? '已撤销' : '已重做'} ${own.length} 项`, document: own[0]!.document };
  }

  private add(
    document: number,
    subject: string,
    after: SubjectValue,
    who: string,
    batch: string,
    act: Event['act'],
  ): void {
    const before = this.of(document)[subject]?.value ?? null;
    this.events.push({ seq: this.events.length + 1, document, subject, before, after, who, batch, act });
  }
}
