import type { Change, Conflict, DecisionAnswer, DecisionRequest, DocumentView } from '../../api.js';
import { changeSubject } from './changes.js';

/** One request of decisions, kept until the server has written it. */
export interface Entry {
  readonly batch: string;
  /** Counts up; entries are sent in this order. */
  readonly order: number;
  /** What it does, in Chinese. */
  readonly words: string;
  readonly lane: 'own' | 'agreed';
  readonly reason: string;
  readonly items: readonly { readonly document: number; readonly changes: readonly Change[] }[];
}

/** Why an entry waits for a person. */
export type Trouble =
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'refused'; readonly message: string; readonly advice: string };

export type SendResult =
  | { readonly kind: 'saved'; readonly answer: DecisionAnswer }
  | Trouble
  /** The server is not there. */
  | { readonly kind: 'away' }
  /** It does not know this person (any more). */
  | { readonly kind: 'stranger' };

/** What of `localStorage` is asked for. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface OutboxOptions {
  readonly shelf: Shelf;
  /** Of the session: entries of another person are left alone. */
  readonly owner: string;
  readonly send: (request: DecisionRequest) => Promise<SendResult>;
  readonly newBatch: () => string;
  /** After every change of what waits, and after every answer. */
  readonly onChange: (answer: DecisionAnswer | null) => void;
}

const PREFIX = 'qinggui:outbox:';

/**
 * Decisions on their way to the server. Each lies under a name of its own in the browser until the server has said that it is
 * written, so that neither a closed window nor a stopped server loses one, and two windows do not overwrite each other's.
 * A batch that is sent twice is written once.
 */
export class Outbox {
  private waiting: Entry[] = [];
  private readonly troubles = new Map<string, Trouble>();
  /** What was last written by this window of each subject, to know its own words in a conflict. */
  private readonly written = new Map<string, string>();
  private sending: Promise<void> | null = null;
  private order = 0;
  /** Batches that the server may have written though no answer came. */
  private readonly tried = new Set<string>();
  /** False once the browser refused to keep an entry: then closing the window would lose it. */
  keeps = true;
  state: 'idle' | 'sending' | 'away' | 'stranger' = 'idle';

  constructor(private readonly options: OutboxOptions) {
    this.adopt();
  }

  get entries(): readonly Entry[] {
    return this.waiting;
  }

  troubleOf(batch: string): Trouble | undefined {
    return this.troubles.get(batch);
  }

  /** The changes of a document that the server has not written, oldest first. */
  pendingOf(document: number): Change[] {
    return this.waiting.flatMap(({ items }) =>
      items.filter((item) => item.document === document).flatMap(({ changes }) => changes),
    );
  }

  /** Keeps a decision and begins to send. */
  add(entry: Omit<Entry, 'batch' | 'order'>): Entry {
    const whole = { ...entry, batch: this.options.newBatch(), order: ++this.order };
    this.put(whole);
    this.waiting.push(whole);
    this.options.onChange(null);
    void this.flush();
    return whole;
  }

  /** Takes back the last decision if the server can not have it yet; null where there is none. */
  takeBack(): Entry | null {
    const last = this.waiting.at(-1);
    if (!last || this.tried.has(last.batch)) return null;
    this.remove(last.batch);
    this.options.onChange(null);
    return last;
  }

  /**
   * Sends what waits, in order, and ends when all is sent or something is in the way. What stands behind an entry that waits
   * for a person is sent too, unless it is about the same thing.
   */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  /** Gives an entry up. */
  drop(batch: string): void {
    this.remove(batch);
    this.options.onChange(null);
  }

  /** Sends a refused entry once more. */
  retry(batch: string): void {
    this.troubles.delete(batch);
    this.options.onChange(null);
    void this.flush();
  }

  /**
   * Answers a conflict.
   * @param insist the conflicts in which the person's own word shall count; in all others the change is dropped.
   */
  resolve(batch: string, insist: readonly Conflict[]): void {
    const entry = this.waiting.find((each) => each.batch === batch);
    const trouble = this.troubles.get(batch);
    if (!entry || trouble?.kind !== 'conflict') return;
    const conflictOf = (document: number, change: Change): Conflict | undefined =>
      trouble.conflicts.find((each) => each.document === document && each.subject === changeSubject(change));
    const items = entry.items
      .map(({ document, changes }) => ({
        document,
        changes: changes.flatMap((change) => {
          const conflict = conflictOf(document, change);
          if (!conflict) return [change];
          return insist.includes(conflict) ? [{ ...change, seen: conflict.seq }] : [];
        }),
      }))
      .filter(({ changes }) => changes.length > 0);
    this.troubles.delete(batch);
    if (items.length === 0) this.remove(batch);
    else this.replace({ ...entry, items });
    this.options.onChange(null);
    void this.flush();
  }

  /** Takes over what an earlier window left behind. */
  private adopt(): void {
    const { shelf, owner } = this.options;
    const prefix = `${PREFIX}${owner}:`;
    try {
      for (let i = 0; i < shelf.length; i++) {
        const key = shelf.key(i);
        if (!key?.startsWith(prefix)) continue;
        const entry = JSON.parse(shelf.getItem(key) ?? 'null') as Entry | null;
        if (entry?.batch) this.waiting.push(entry);
      }
    } catch {
      this.keeps = false;
    }
    this.waiting.sort((a, b) => a.order - b.order);
    this.order = this.waiting.at(-1)?.order ?? 0;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const entry = this.next();
      if (!entry) break;
      this.state = 'sending';
      this.options.onChange(null);
      const { batch, lane, reason, items } = entry;
      this.tried.add(batch);
      const result = await this.options.send({
        batch,
        lane,
        reason,
        items: items.map(({ document, changes }) => ({ document, changes: [...changes] })),
      });
      if (result.kind === 'away' || result.kind === 'stranger') {
        this.state = result.kind;
        this.options.onChange(null);
        return;
      }
      if (result.kind === 'saved') this.settle(entry, result.answer);
      else if (result.kind === 'conflict' && this.isOwnEcho(result.conflicts))
        this.replace(withSeen(entry, result.conflicts));
      else {
        this.tried.delete(batch);
        this.troubles.set(batch, result);
        this.options.onChange(null);
      }
    }
    this.state = 'idle';
    this.options.onChange(null);
  }

  /** The first entry that nothing is in the way of. */
  private next(): Entry | undefined {
    const blocked = new Set<string>();
    for (const entry of this.waiting) {
      const subjects = subjectsOf(entry);
      if (!this.troubles.has(entry.batch) && !subjects.some((subject) => blocked.has(subject))) return entry;
      for (const subject of subjects) blocked.add(subject);
    }
    return undefined;
  }

  private settle(entry: Entry, answer: DecisionAnswer): void {
    this.remove(entry.batch);
    for (const { document, changes } of entry.items)
      for (const change of changes)
        this.written.set(`${document} ${changeSubject(change)}`, JSON.stringify(change.after));
    if (answer.view) this.rebase(entry, answer.view);
    this.options.onChange(answer);
  }

  /** Later entries on what has just been written were made in the knowledge of it. */
  private rebase(done: Entry, view: DocumentView): void {
    const subjects = new Set(subjectsOf(done));
    for (const entry of [...this.waiting]) {
      if (!subjectsOf(entry).some((subject) => subjects.has(subject))) continue;
      this.replace({
        ...entry,
        items: entry.items.map(({ document, changes }) => ({
          document,
          changes: changes.map((change) => {
            const subject = changeSubject(change);
            if (document !== view.id || !subjects.has(`${document} ${subject}`)) return change;
            return { ...change, seen: view.decisions[subject]?.seq ?? change.seen };
          }),
        })),
      });
    }
  }

  /** Whether what is in the way is only what this window itself wrote before. */
  private isOwnEcho(conflicts: readonly Conflict[]): boolean {
    return conflicts.every(
      ({ document, subject, now }) =>
        subject !== 'row' && this.written.get(`${document} ${subject}`) === JSON.stringify(now),
    );
  }

  private replace(entry: Entry): void {
    this.waiting = this.waiting.map((each) => (each.batch === entry.batch ? entry : each));
    this.put(entry);
  }

  private remove(batch: string): void {
    this.waiting = this.waiting.filter((each) => each.batch !== batch);
    this.troubles.delete(batch);
    this.options.shelf.removeItem(`${PREFIX}${this.options.owner}:${batch}`);
  }

  private put(entry: Entry): void {
    try {
      this.options.shelf.setItem(`${PREFIX}${this.options.owner}:${entry.batch}`, JSON.stringify(entry));
    } catch {
      this.keeps = false;
    }
  }
}

const subjectsOf = ({ items }: Entry): string[] =>
  items.flatMap(({ document, changes }) => changes.map((change) => `${document} ${changeSubject(change)}`));

const withSeen = (entry: Entry, conflicts: readonly Conflict[]): Entry => ({
  ...entry,
  items: entry.items.map(({ document, changes }) => ({
    document,
    changes: changes.map((change) => {
      const conflict = conflicts.find(
        (each) => each.document === document && each.subject === changeSubject(change),
      );
      return conflict ? { ...change, seen: conflict.seq } : change;
    }),
  })),
});
