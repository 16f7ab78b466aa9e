import { type AllAnswers, type AnswerLane, drawnSample, lookEnds, standingOf } from '../../audit/index.js';
import type { SampleAnswer } from '../../store/index.js';
import { Refused } from '../errors.js';
import type { ListedSample } from '../sample-api.js';
import type { Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { type Head, questionCount, questionsOf } from './sample-kept.js';

type Own = Exclude<AnswerLane, 'agreed'>;

/** Whose answers a person gives. @throws Refused for who only reads. */
export const ownLane = ({ lane }: Who): Own => {
  if (!lane) throw new Refused('只读角色不能答抽查', '如需参与抽查，请管理员修改角色');
  return lane;
};

/** What one reviewer may know of a sample: their own lane alone, and how many differences once both are done. */
export const listedSample = async (
  context: DeskContext,
  head: Head,
  answers: readonly SampleAnswer[],
  who: Who,
): Promise<ListedSample> => {
  const lane = ownLane(who);
  const questions = questionCount(head);
  const handed = new Set(answers.filter((each) => each.lane === lane).map(({ question }) => question));
  const open = Array.from({ length: questions }, (_, at) => at + 1).find((number) => !handed.has(number));
  return {
    number: head.number,
    mark: head.frameHash.slice(0, 12),
    drawnAt: head.at,
    questions,
    handedIn: handed.size,
    looks: lookEnds(questions, head.plan.design.looks),
    open: open ?? null,
    differences: lane === 'first' ? ((await splitQuestions(context, head, answers))?.length ?? null) : null,
    closed: closedWords(answers, who),
  };
};

/** Two opinions of one person are one. */
export const closedWords = (answers: readonly SampleAnswer[], { name, lane }: Who): string => {
  const other = lane === 'second' ? 'first' : 'second';
  return answers.some((each) => each.lane === other && each.who === name)
    ? `您（${name}）已在这次抽查中以${lane === 'second' ? '初核人' : '复核人'}的身份交卷；复核须由另一人独立进行`
    : '';
};

/**
 * Questions up to the next look that two reviewers differ on and have not agreed on; null until both have answered all up to
 * there: before that, whoever is not done would learn of the other's answers.
 */
export const splitQuestions = async (
  context: DeskContext,
  head: Head,
  answers: readonly SampleAnswer[],
): Promise<readonly number[] | null> => {
  if (!answers.some(({ lane }) => lane === 'second')) return null;
  const sample = drawnSample({ plan: head.plan, questions: await questionsOf(context, head) });
  const { open, split } = standingOf(sample, head.plan.design.looks, byLane(answers));
  return open.length > 0 ? null : split;
};

const byLane = (rows: readonly SampleAnswer[]): AllAnswers => {
  const found: Partial<Record<AnswerLane, Record<number, string>>> = {};
  for (const { lane, question, answer } of rows) {
    const own = found[lane as AnswerLane] ?? {};
    own[question] = answer;
    found[lane as AnswerLane] = own;
  }
  return found;
};
