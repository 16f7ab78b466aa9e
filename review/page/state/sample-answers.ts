import { LABELS, type Label } from '../../../model/index.js';
import type { HandedIn } from '../../sample-api.js';
import { dialog, say, sayError } from './app.js';
import { ApiError, post } from './client.js';
import {
  current,
  drafts,
  firstOpen,
  handed,
  isAnswered,
  keeps,
  openTask,
  prefixOf,
  questions,
  type Step,
  shelf,
  show,
  steps,
  task,
  toQuestion,
} from './sample.js';
import { type Answer, keepAnswer, nextOpen, toggled } from './sample-drafts.js';
import { loadSamples } from './samples.js';

/** What a reviewer does with the question in front. */

const put = (question: number, answer: Answer | null): void => {
  const next = new Map(drafts.peek());
  if (answer === null) next.delete(question);
  else next.set(question, answer);
  drafts.value = next;
  keeps.value = keepAnswer(shelf(), prefixOf(task.peek()!), question, answer);
};

/** Whether the question in front can be answered, and is there to be read; else says why not. */
const answerable = (): number | null => {
  const now = task.peek();
  const question = current.peek();
  if (!now || !questions.peek().has(question)) return null;
  const closed = now.kind === 'own' ? now.sample.closed : '';
  const why = handed.peek().has(question) ? '这一条已经交卷，不能更改' : closed;
  if (why) say(why, true);
  return why ? null : question;
};

const change = (next: (before: Answer | null) => Answer | null): void => {
  const question = answerable();
  if (question === null) return;
  const before = drafts.peek().get(question) ?? null;
  const after = next(before);
  steps.done.push({ question, before, after });
  steps.back = [];
  put(question, after);
};

export const toggleLetter = (label: Label): void => change((before) => toggled(before, label));
export const toggleNone = (): void => change((before) => (before === '' ? null : ''));
/** Takes the answer of one of the two. */
export const takeOf = (lane: 'first' | 'second'): void => {
  const said = task.peek()?.both.get(current.peek());
  if (said) change(() => said[lane]);
};

/** What an answer is, in words. */
export const answerWords = (answer: Answer | null): string =>
  answer === null
    ? '未答'
    : answer === ''
      ? '无'
      : LABELS.filter((label) => answer.includes(label)).join('、');

const step = (from: Step[], to: Step[], side: 'before' | 'after', none: string): void => {
  const last = from.pop();
  if (!last || !task.peek()) {
    say(none);
    return;
  }
  to.push(last);
  put(last.question, last[side]);
  toQuestion(last.question);
  say(`编号 ${last.question}：${answerWords(last[side])}`);
};
export const undoAnswer = (): void => step(steps.done, steps.back, 'before', '没有可以撤销的了');
export const redoAnswer = (): void => step(steps.back, steps.done, 'after', '没有可以重做的了');

/** Goes to the next question without an answer. */
export const toNextOpen = (): void => {
  const now = task.peek();
  if (!now) return;
  const next = nextOpen(now.numbers, isAnswered, current.peek());
  if (next === null) say(drafts.peek().size > 0 ? '都答完了，按 H 交卷' : '都已交卷');
  else toQuestion(next);
};
/** The same, once the question in front is answered: nothing is 无 unless somebody says so. */
export const takeAnswer = (): void => {
  const question = current.peek();
  if (!questions.peek().has(question)) return;
  if (isAnswered(question)) toNextOpen();
  else say('请先按 D、B、P、Q、R 选择，或按 N 表示“无”', true);
};

export const askHandIn = (): void => {
  if (!task.peek()) return;
  if (drafts.peek().size === 0) say('没有未交的答案', true);
  else dialog.value = 'hand-in';
};

/** Hands in what is answered so far. @returns why it could not be, in Chinese; '' where it was. */
export const handIn = async (): Promise<string> => {
  const now = task.peek();
  if (!now) return '';
  const sent = [...drafts.peek()].sort(([a], [b]) => a - b);
  const answers = sent.map(([question, answer]) => ({ question, answer }));
  const { number } = now.sample;
  try {
    const {
      added,
      refused,
      task: sample,
    } = await post<HandedIn>(`samples/${number}/${now.kind === 'own' ? 'answers' : 'agreed'}`, { answers });
    for (const [question] of sent) keepAnswer(shelf(), prefixOf(now), question, null);
    steps.done = [];
    steps.back = [];
    if (now.kind === 'own') {
      show('own', sample, null);
      toQuestion(firstOpen.peek() ?? current.peek());
    } else await openTask(number, 'agreed', 0);
    say(
      refused.length > 0
        ? `编号 ${refused.join('、')} 先前已有不同的答案交卷，先前的保留；其余已交卷`
        : `已交卷 ${added} 条`,
      refused.length > 0,
    );
    void loadSamples();
    return '';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) sayError(error);
    return `${error.message}。${error.advice}`;
  }
};
