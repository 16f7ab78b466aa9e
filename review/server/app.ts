import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { Refused, TooMany } from '../errors.js';
import { addressOf, SignedOut, signedIn } from './access.js';
import { answerOf, refusal } from './answers.js';
import { withStrictHeaders } from './headers.js';
import { checkOrigin } from './own-names.js';
import { addAudits } from './routes/audits.js';
import { addDecisions } from './routes/decisions.js';
import { addDocuments } from './routes/documents.js';
import { addEntrance } from './routes/entrance.js';
import { addFigures } from './routes/figures.js';
import { addPeople } from './routes/people.js';
import { addSamples } from './routes/samples.js';
import { addSignIn } from './routes/sign-in.js';
import type { Asked, Passed, Tools } from './tools.js';

/**
 * Answers requests of the review page. The doors come first, for every address: the server's own name, the page's own
 * origin; below /api a session; then each route asks for the role that it needs.
 */
export const createApp = (tools: Tools): ((request: Request, env: HttpBindings) => Promise<Response>) => {
  const app = new Hono<Passed>();
  app.use('*', async (c, next) => {
    const { method, url } = c.req;
    c.set('origin', checkOrigin(tools.names, { method, url, header: (name) => c.req.header(name) }));
    await next();
  });
  addEntrance(app, tools);

  const api = new Hono<Passed>();
  addSignIn(api, tools);
  api.use('*', signedIn(tools));
  addDocuments(api, tools);
  addDecisions(api, tools);
  addFigures(api, tools);
  addSamples(api, tools);
  addAudits(api, tools);
  addPeople(api, tools);
  app.route('/api', api);

  app.notFound(() => refusal(404, '没有这个地址', '请返回首页'));
  app.onError(async (error, c) => {
    try {
      await recordRefusal(tools, c, error);
      return answerOf(error, tools.complain);
    } catch (another) {
      return answerOf(another, tools.complain);
    }
  });
  return async (request, env) => withStrictHeaders(await app.fetch(request, env));
};

/** A page that is opened without a session is no intrusion: it asks who it is first. */
const ASKS_WHO = '/api/session';

const recordRefusal = async (tools: Tools, c: Asked, error: Error): Promise<void> => {
  const matters =
    error instanceof Refused ||
    error instanceof TooMany ||
    (error instanceof SignedOut && c.req.path !== ASKS_WHO);
  if (!matters) return;
  const name = c.get('tried');
  await tools.book.refused(
    c.get('who')?.name ?? '',
    `${error.message}：${c.req.method} ${c.req.path}（${name ? `姓名“${name}”，` : ''}来自 ${addressOf(c, tools)}）`,
  );
};
