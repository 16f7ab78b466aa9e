import { NotFound } from '../../errors.js';
import { handInRequest, questionsQuery } from '../../sample-api.js';
import { mayAgree, mayWrite } from '../access.js';
import { readJson, readQuery } from '../body.js';
import type { Api, Asked, Tools } from '../tools.js';
import { numberIn } from './documents.js';

/** Audit samples as blind tasks, for who may decide. */
export const addSamples = (api: Api, { desk: { samples }, book }: Tools): void => {
  const numberOf = (c: Asked): number => numberIn(c.req.param('number'));
  const write = (c: Asked, words: string): Promise<void> =>
    book.add(c.get('who').name, 'view', `第 ${numberOf(c)} 次抽查，${words}`);

  api.get('/samples', mayWrite, async (c) => c.json(await samples.list(c.get('who'))));
  api.get('/samples/:number', mayWrite, async (c) => c.json(await samples.task(numberOf(c), c.get('who'))));
  api.get('/samples/:number/questions', mayWrite, async (c) => {
    const { from } = readQuery(c, questionsQuery);
    const answer = await samples.questions(numberOf(c), from);
    const last = answer.questions.at(-1);
    if (!last) throw new NotFound('没有这个编号', '请返回抽查页重新选择');
    await write(c, `编号 ${from} 至 ${last.number}`);
    return c.json(answer);
  });
  api.get('/samples/:number/questions/:question/context', mayWrite, async (c) => {
    const question = numberIn(c.req.param('question'));
    const answer = await samples.context(numberOf(c), question);
    await write(c, `编号 ${question} 的前后条文`);
    return c.json(answer);
  });
  api.post('/samples/:number/answers', mayWrite, async (c) => {
    const { answers } = await readJson(c, handInRequest);
    return c.json(await samples.handIn(numberOf(c), answers, c.get('who')));
  });

  api.get('/samples/:number/differences', mayAgree, async (c) => {
    const answer = await samples.differences(numberOf(c));
    await write(c, '两人不一致的条目');
    return c.json(answer);
  });
  api.post('/samples/:number/agreed', mayAgree, async (c) => {
    const { answers } = await readJson(c, handInRequest);
    return c.json(await samples.agree(numberOf(c), answers, c.get('who')));
  });
};
