import { addAnswers, answersOf, type SampleAnswer } from '../../store/index.js';
import { BadRequest, NotFound, Refused } from '../errors.js';
import {
  type HandedIn,
  type HandInRequest,
  QUESTIONS_AT_ONCE,
  type QuestionContext,
  type SampleDifferences,
  type SampleList,
  type SampleQuestions,
  type SampleTask,
} from '../sample-api.js';
import type { Who } from '../server/desk.js';
import type { SampleDesk } from '../server/sample-desk.js';
import type { DeskContext } from './context.js';
import { contextOf } from './sample-context.js';
import { type Head, headOf, headsOf, questionCount, questionsOf } from './sample-kept.js';
import { closedWords, listedSample, ownLane, splitQuestions } from './sample-standing.js';

type Given = HandInRequest['answers'];

/** What reviewers do with the samples that `qinggui audit sample draw` has kept. */
export class AuditSamples implements SampleDesk {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  async list(who: Who): Promise<SampleList> {
    const samples = [];
    for (const head of await headsOf(this.#context))
      samples.push(
        await listedSample(this.#context, head, await answersOf(this.#context.store, head.id), who),
      );
    return { samples };
  }

  async task(number: number, who: Who): Promise<SampleTask> {
    return this.#taskOf(await headOf(this.#context, number), who);
  }

  async questions(number: number, from: number): Promise<SampleQuestions> {
    const all = await questionsOf(this.#context, await headOf(this.#context, number));
    const wanted = all.slice(from - 1, from - 1 + QUESTIONS_AT_ONCE);
    return {
      questions: wanted.map(({ document, place, text }, at) => ({
        number: from + at,
        document,
        place,
        text,
      })),
    };
  }

  async context(number: number, question: number): Promise<QuestionContext> {
    const head = await headOf(this.#context, number);
    if (question > questionCount(head)) throw new NotFound('没有这个编号', '请返回抽查页重新选择');
    return contextOf(this.#context, head, question);
  }

  async handIn(number: number, answers: Given, who: Who): Promise<HandedIn> {
    const head = await headOf(this.#context, number);
    mustBeOfIt(answers, head);
    const closed = closedWords(await answersOf(this.#context.store, head.id), who);
    if (closed)
      throw new Refused(closed, '请由另一人登录，或另起姓名：qinggui review --second --reviewer 姓名');
    return this.#add(head, ownLane(who), answers, who);
  }

  async differences(number: number): Promise<SampleDifferences> {
    const head = await headOf(this.#context, number);
    const answers = await answersOf(this.#context.store, head.id);
    const split = (await splitQuestions(this.#context, head, answers)) ?? [];
    const questions = await questionsOf(this.#context, head);
    const said = (lane: string, question: number): string =>
      answers.find((each) => each.lane === lane && each.question === question)!.answer;
    return {
      items: split.map((at) => {
        const { document, place, text } = questions[at - 1]!;
        return { number: at, document, place, text, first: said('first', at), second: said('second', at) };
      }),
    };
  }

  async agree(number: number, answers: Given, who: Who): Promise<HandedIn> {
    const head = await headOf(this.#context, number);
    mustBeOfIt(answers, head);
    const given = await answersOf(this.#context.store, head.id);
    // What is agreed on already may come again, as from a page that has not heard of it.
    const settled = given.filter(({ lane }) => lane === 'agreed').map(({ question }) => question);
    const may = new Set([...((await splitQuestions(this.#context, head, given)) ?? []), ...settled]);
    const early = answers.filter(({ question }) => !may.has(question)).map(({ question }) => question);
    if (early.length > 0)
      throw new Refused(
        `编号 ${early.join('、')} 还不能合议，或两人没有不一致`,
        '两人都交卷到同一处以后，再就不一致的条目合议',
      );
    return this.#add(head, 'agreed', answers, who);
  }

  async #add(head: Head, lane: string, answers: Given, who: Who): Promise<HandedIn> {
    const { store, clock } = this.#context;
    const rows: SampleAnswer[] = answers.map((each) => ({ ...each, lane, who: who.name }));
    const { added, refused } = await addAnswers(store, head.id, rows, clock());
    return {
      added,
      refused: refused.map(({ question }) => question),
      task: await this.#taskOf(head, who),
    };
  }

  async #taskOf(head: Head, who: Who): Promise<SampleTask> {
    const answers = await answersOf(this.#context.store, head.id);
    const lane = ownLane(who);
    return {
      ...(await listedSample(this.#context, head, answers, who)),
      handed: answers
        .filter((each) => each.lane === lane)
        .map(({ question, answer, who: by }) => ({ question, answer: by === who.name ? answer : null })),
    };
  }
}

const mustBeOfIt = (answers: Given, head: Head): void => {
  const numbers = answers.map(({ question }) => question);
  if (Math.max(...numbers) > questionCount(head) || new Set(numbers).size < numbers.length)
    throw new BadRequest('编号不在这次抽查中，或重复', '请刷新页面后重试');
};
