import { computed, effect, signal } from '@preact/signals';
import type { AuditMade, CompareRequest, TakenLedger } from '../../audit-api.js';
import { go, say, sayError, session } from './app.js';
import { loadRounds } from './audit.js';
import { ApiError, post, postFile } from './client.js';

/** A comparison that is being made: which files, how far they are read, what is asked beside. It outlives a look elsewhere. */

export interface Picked {
  readonly file: File;
  /** null while it waits or is read. */
  readonly taken: TakenLedger | null;
}
export const picked = signal<readonly Picked[]>([]);
export const comparing = signal(false);
export const wanted = signal({ since: '', units: '', issuer: '' });

// It is of who has begun it.
effect(() => {
  session.value?.id;
  picked.value = [];
  wanted.value = { since: '', units: '', issuer: '' };
});

export const read = computed(() => picked.value.filter(({ taken }) => taken !== null).length);
export const tokens = computed(() =>
  picked.value.flatMap(({ taken }) => (taken?.token ? [taken.token] : [])),
);
export const unitNames = computed(() => [
  ...new Set(
    wanted.value.units
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]);

let reading = false;
/** Sends the files one after another: a scan takes a while to be read. */
const readOn = async (): Promise<void> => {
  if (reading) return;
  reading = true;
  for (;;) {
    const next = picked.peek().find(({ taken }) => taken === null);
    if (!next) break;
    let taken: TakenLedger;
    try {
      taken = await postFile<TakenLedger>('audits/ledgers', next.file, { name: next.file.name });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      taken = { token: '', ledgers: [], problem: `${error.message}。${error.advice}` };
    }
    picked.value = picked.peek().map((each) => (each.file === next.file ? { ...each, taken } : each));
  }
  reading = false;
};

export const pick = (files: Iterable<File>): void => {
  picked.value = [...picked.peek(), ...[...files].map((file) => ({ file, taken: null }))];
  void readOn();
};
export const unpick = (file: File): void => {
  picked.value = picked.peek().filter((each) => each.file !== file);
};

/** Compares what was read, and goes to what came of it. */
export const compare = async (): Promise<void> => {
  const { since, issuer } = wanted.peek();
  const request: CompareRequest = {
    ledgers: tokens.peek(),
    units: unitNames.peek(),
    ...(since && { since }),
    issuer,
  };
  comparing.value = true;
  try {
    const { number, items, same } = await post<AuditMade>('audits', request);
    picked.value = [];
    await loadRounds();
    say(same ? `结果与第 ${number} 次核对相同，没有另存` : `核对完毕，共 ${items} 项`);
    go('audit', { number: String(number) });
  } catch (error) {
    sayError(error);
  } finally {
    comparing.value = false;
  }
};
