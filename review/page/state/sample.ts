import { batch, computed, signal } from '@preact/signals';
import type {
  QuestionContext,
  SampleDifferences,
  SampleQuestion,
  SampleQuestions,
  SampleTask,
} from '../../sample-api.js';
import { sayError, session } from './app.js';
import { type ApiError, get } from './client.js';
import { hashOf } from './route.js';
import { type Answer, draftPrefix, keepAnswer, keptAnswers } from './sample-drafts.js';

/** The blind task in front: one's own answers, or what two reviewers come to where they differ. */
export type TaskKind = 'own' | 'agreed';
export interface OpenTask {
  readonly kind: TaskKind;
  readonly sample: SampleTask;
  /** The questions, in order. */
  readonly numbers: readonly number[];
  /** What each of two has answered, where they are to agree. */
  readonly both: ReadonlyMap<number, { readonly first: Answer; readonly second: Answer }>;
}
export const task = signal<OpenTask | null>(null);
/** Why there is none; ''. */
export const taskProblem = signal('');
/** The question in front; 0 for none. */
export const current = signal(0);
export const questions = signal<ReadonlyMap<number, SampleQuestion>>(new Map());
/** What stands around a question, where it was asked for; null while it is on its way. */
export const contexts = signal<ReadonlyMap<number, QuestionContext | null>>(new Map());
/** Answers that are not handed in. */
export const drafts = signal<ReadonlyMap<number, Answer>>(new Map());
/** Whether the browser keeps them. */
export const keeps = signal(true);

/** What is handed in, by question: one's own answer, or null for a colleague's. */
export const handed = computed<ReadonlyMap<number, Answer | null>>(
  () =>
    new Map(
      task.value?.kind === 'own'
        ? task.value.sample.handed.map(({ question, answer }) => [question, answer])
        : [],
    ),
);
export const isAnswered = (question: number): boolean =>
  drafts.value.has(question) || handed.value.has(question);
/** The first question without an answer; null where all have one. */
export const firstOpen = computed(() => task.value?.numbers.find((number) => !isAnswered(number)) ?? null);

/** A change of an answer. */
export interface Step {
  readonly question: number;
  readonly before: Answer | null;
  readonly after: Answer | null;
}
/** What can be taken back in the task in front, and what was. */
export const steps: { done: Step[]; back: Step[] } = { done: [], back: [] };

export const shelf = (): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

export const prefixOf = ({ kind, sample }: Pick<OpenTask, 'kind' | 'sample'>): string =>
  draftPrefix(session.peek()?.id ?? '', sample.number, sample.mark, kind);

/** Counts what was opened: an answer that comes late belongs to none of it. */
let opened = 0;
/** Opens a task at a question, or where one had come to. */
export const openTask = async (number: number, kind: TaskKind, at: number): Promise<void> => {
  opened += 1;
  const turn = opened;
  batch(() => {
    task.value = null;
    taskProblem.value = '';
    questions.value = new Map();
    contexts.value = new Map();
    steps.done = [];
    steps.back = [];
  });
  try {
    const [sample, differences] = await Promise.all([
      get<SampleTask>(`samples/${number}`),
      kind === 'agreed' ? get<SampleDifferences>(`samples/${number}/differences`) : null,
    ]);
    if (turn !== opened) return;
    show(kind, sample, differences);
    const now = task.peek()!;
    toQuestion(now.numbers.includes(at) ? at : (firstOpen.peek() ?? now.numbers[0] ?? 0));
  } catch (error) {
    if (turn !== opened) return;
    sayError(error);
    taskProblem.value = (error as ApiError).message;
  }
};

/** Takes in what the server says, and what the browser has kept. */
export const show = (kind: TaskKind, sample: SampleTask, differences: SampleDifferences | null): void => {
  const numbers = differences
    ? differences.items.map((each) => each.number)
    : Array.from({ length: sample.questions }, (_, index) => index + 1);
  const both = new Map(
    differences?.items.map((each) => [each.number, { first: each.first, second: each.second }]),
  );
  batch(() => {
    task.value = { kind, sample, numbers, both };
    if (differences) take(differences.items);
    readDrafts();
  });
};

/** Drafts of what is handed in by now are of no use. */
const readDrafts = (): void => {
  const now = task.peek();
  const kept = shelf();
  if (!now) return;
  keeps.value = kept !== null;
  if (!kept) return;
  const known = keptAnswers(kept, prefixOf(now));
  for (const question of known.keys())
    if (handed.peek().has(question)) keepAnswer(kept, prefixOf(now), question, null);
  drafts.value = new Map(
    [...known].filter(([question]) => now.numbers.includes(question) && !handed.peek().has(question)),
  );
};
/** Milliseconds until the server is asked what another window has handed in: its drafts go one by one. */
const PAUSE = 300;
let timer: ReturnType<typeof setTimeout> | undefined;
// Another window of the same person.
addEventListener('storage', ({ key, newValue }) => {
  const now = task.peek();
  if (!now || !key?.startsWith(prefixOf(now))) return;
  readDrafts();
  if (newValue !== null || now.kind !== 'own') return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    get<SampleTask>(`samples/${now.sample.number}`).then((sample) => {
      if (task.peek() === now) show('own', sample, null);
    }, sayError);
  }, PAUSE);
});
addEventListener('beforeunload', (event) => {
  if (drafts.peek().size > 0 && !keeps.peek()) event.preventDefault();
});

const take = (found: readonly SampleQuestion[]): void => {
  questions.value = new Map([...questions.peek(), ...found.map((each) => [each.number, each] as const)]);
};

/** Questions before and after the one in front that are asked for with it. */
const BEFORE = 10;
const AHEAD = 15;
let asking = '';
/** Sees to it that a question and those after it are there. */
const fetchAround = async (question: number): Promise<void> => {
  const now = task.peek();
  if (!now) return;
  const last = now.numbers.at(-1) ?? 0;
  const wanted = [question, Math.min(question + AHEAD, last)].find((each) => !questions.peek().has(each));
  if (wanted === undefined || now.kind === 'agreed') return;
  const from = Math.max(1, wanted === question ? question - BEFORE : wanted - AHEAD);
  const name = `${now.sample.number} ${from}`;
  if (asking === name) return;
  asking = name;
  try {
    const found = await get<SampleQuestions>(`samples/${now.sample.number}/questions`, { from });
    if (task.peek()?.sample.number === now.sample.number) take(found.questions);
  } catch (error) {
    sayError(error);
  } finally {
    asking = '';
  }
  if (current.peek() !== question) void fetchAround(current.peek());
};

/** Puts a question in front. The address follows, without a step back for each. */
export const toQuestion = (question: number): void => {
  const now = task.peek();
  current.value = question;
  if (!now || question === 0) return;
  const { number } = now.sample;
  const at = String(question);
  const query = { number: String(number), at, ...(now.kind === 'agreed' && { task: 'agreed' }) };
  history.replaceState(history.state, '', hashOf('sample', query));
  void fetchAround(question);
};
export const moveBy = (steps: number): void => {
  const numbers = task.peek()?.numbers ?? [];
  const at = numbers.indexOf(current.peek()) + steps;
  const next = numbers[Math.min(Math.max(at, 0), numbers.length - 1)];
  if (next) toQuestion(next);
};

/** Shows what stands around the question in front, or no longer. */
export const toggleContext = async (): Promise<void> => {
  const now = task.peek();
  const question = current.peek();
  if (!now || question === 0) return;
  const put = (value: QuestionContext | null | undefined): void => {
    const next = new Map(contexts.peek());
    if (value === undefined) next.delete(question);
    else next.set(question, value);
    contexts.value = next;
  };
  if (contexts.peek().has(question)) {
    put(undefined);
    return;
  }
  put(null);
  try {
    put(await get<QuestionContext>(`samples/${now.sample.number}/questions/${question}/context`));
  } catch (error) {
    put(undefined);
    sayError(error);
  }
};
