import { computed, signal } from '@preact/signals';
import type { CodebookEntry, Overview, Session } from '../../api.js';
import { ApiError, get } from './client.js';
import { hashOf, type Place, type Route, routeOf } from './route.js';

/** What holds for the whole page: who works here, where the page is, what it says to the person. */

export const session = signal<Session | null>(null);
/** Why there is no session; null while it is asked for. */
export const sessionProblem = signal<ApiError | null>(null);
export const route = signal<Route>(routeOf(location.hash));
export const codebook = signal<readonly CodebookEntry[]>([]);
export const overview = signal<Overview | null>(null);

/** The dialog that is open; null for none. */
export type Dialog = 'help' | 'codebook' | 'label' | 'bulk' | 'correct' | 'trouble' | 'hand-in' | 'reply';
export const dialog = signal<Dialog | null>(null);

/** May this person write at all. */
export const mayWrite = computed(() => session.value?.lane != null);

/** The last message: read out by screen readers, and shown for a while. */
export const notice = signal<{ readonly words: string; readonly bad: boolean; readonly count: number }>({
  words: '',
  bad: false,
  count: 0,
});
export const say = (words: string, bad = false): void => {
  notice.value = { words, bad, count: notice.value.count + 1 };
};
/** Says an error in the clerk's words. */
export const sayError = (error: unknown): void => {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 401) sessionProblem.value = error;
  say(`${error.message}。${error.advice}`, true);
};

export const go = (
  place: Place,
  query: Readonly<Record<string, string | undefined>> = {},
  document: number | null = null,
): void => {
  location.hash = hashOf(place, query, document);
};
addEventListener('hashchange', () => {
  route.value = routeOf(location.hash);
});

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** Whether keys of a single sign count. */
export const singleKeys = signal(stored('qinggui:single-keys') !== 'off');
export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on;
  try {
    localStorage.setItem('qinggui:single-keys', on ? 'on' : 'off');
  } catch {
    // Holds until the window is closed.
  }
};

/** How much room there is. */
const matching = (query: string) => {
  const list = matchMedia(query);
  const now = signal(list.matches);
  list.addEventListener('change', () => {
    now.value = list.matches;
  });
  return now;
};
/** Original, findings and row stand side by side. */
export const wide = matching('screen and (min-width: 112em)');
/** One column: the original is one of the tabs. */
export const narrow = matching('screen and (max-width: 56em)');

/** Asks who works here; without an answer the sign-in is shown. */
export const loadSession = async (): Promise<void> => {
  try {
    session.value = await get<Session>('session');
    sessionProblem.value = null;
    codebook.value = await get<CodebookEntry[]>('codebook');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sessionProblem.value = error;
  }
};

export const loadOverview = async (): Promise<void> => {
  try {
    overview.value = await get<Overview>('overview');
  } catch (error) {
    sayError(error);
  }
};
