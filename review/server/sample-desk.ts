import type {
  HandedIn,
  HandInRequest,
  QuestionContext,
  SampleDifferences,
  SampleList,
  SampleQuestions,
  SampleTask,
} from '../sample-api.js';
import type { Who } from './who.js';

/**
 * The audit samples of the collection as blind tasks. Who asks may decide, the server has seen to that; that nobody learns of
 * another's answers, nor what a question is, is seen to here.
 *
 * @throws NotFound, Refused, BadRequest (review/errors.ts).
 */
export interface SampleDesk {
  list(who: Who): Promise<SampleList>;
  task(number: number, who: Who): Promise<SampleTask>;
  /** @param from number of the first of them. */
  questions(number: number, from: number): Promise<SampleQuestions>;
  context(number: number, question: number): Promise<QuestionContext>;
  /** Takes answers for good, all or none of them; what was answered before stays. */
  handIn(number: number, answers: HandInRequest['answers'], who: Who): Promise<HandedIn>;
  /** What two reviewers who are both done differ on. The server lets only the first reviewer ask. */
  differences(number: number): Promise<SampleDifferences>;
  /** What the two have come to. The server lets only the first reviewer write it down. */
  agree(number: number, answers: HandInRequest['answers'], who: Who): Promise<HandedIn>;
}
