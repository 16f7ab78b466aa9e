import { effect, signal, untracked } from '@preact/signals';
import type { DecisionAnswer } from '../../api.js';
import { dialog, loadOverview, loadSession, route, say, session } from './app.js';
import { newBatch, sendDecisions } from './client.js';
import { Outbox } from './outbox.js';
import { filtersOf } from './route.js';

/** How decisions leave the page: one outbox a session, tried again while the server is away, told to other windows. */

export const outbox = signal<Outbox | null>(null);
/** Counts the outbox's changes: whoever reads it is drawn again. */
export const outboxTick = signal(0);

const listeners = new Set<(answer: DecisionAnswer) => void>();
/** Is called with every answer to decisions. @returns how to stop it. */
export const onSaved = (listener: (answer: DecisionAnswer) => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('qinggui') : null;
/** Is called when another window has written to these documents. */
export const onOtherWindow = (listener: (documents: readonly number[]) => void): (() => void) => {
  const heard = ({ data }: MessageEvent<{ documents: number[] }>): void => listener(data.documents);
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
};
export const tellOtherWindows = (documents: readonly number[]): void => channel?.postMessage({ documents });

const RETRIES = [1_000, 2_000, 4_000, 8_000, 15_000];
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const changed = (answer: DecisionAnswer | null): void => {
  outboxTick.value++;
  const box = outbox.peek();
  if (answer) {
    tries = 0;
    for (const listener of listeners) listener(answer);
    tellOtherWindows(answer.documents);
    void loadOverview();
  }
  if (box?.state === 'away') {
    clearTimeout(timer);
    timer = setTimeout(() => void box.flush(), RETRIES[Math.min(tries++, RETRIES.length - 1)]);
  }
  if (box?.state === 'stranger' && box.entries.length > 0) void loadSession();
  if (box?.entries.some(({ batch }) => box.troubleOf(batch)) && dialog.peek() === null)
    dialog.value = 'trouble';
};

/** The view that is wanted back: that of the document in front, in the list that it was opened from. */
const wanted = (): Record<string, string | number> => {
  const { place, document, query } = route.peek();
  return place === 'document' && document !== null ? { ...filtersOf(query), document } : {};
};

effect(() => {
  const owner = session.value?.id;
  if (!owner) return;
  untracked(() => {
    if (outbox.value) clearTimeout(timer);
    let shelf: Storage | null = null;
    try {
      shelf = localStorage;
    } catch {
      // A browser that keeps nothing: decisions are still sent at once.
    }
    const box = new Outbox({
      shelf: shelf ?? new MemoryShelf(),
      owner,
      newBatch,
      onChange: changed,
      send: (request) => sendDecisions(request, wanted()),
    });
    outbox.value = box;
    if (box.entries.length > 0) say(`上次有 ${box.entries.length} 项没有保存，正在补存`);
    void box.flush();
  });
});
addEventListener('online', () => void outbox.peek()?.flush());
addEventListener('beforeunload', (event) => {
  const box = outbox.peek();
  if (box && box.entries.length > 0 && !box.keeps) event.preventDefault();
});

/** A shelf in memory. */
class MemoryShelf {
  private readonly map = new Map<string, string>();
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.map.set(key, value);
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
}
