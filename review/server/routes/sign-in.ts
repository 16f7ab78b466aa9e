import { z } from 'zod';
import { personBy, personName } from '../../../store/index.js';
import { signInRequest } from '../../api.js';
import { NotFound, TooMany } from '../../errors.js';
import { addressOf, enter, leave, SignedOut, sessionOf } from '../access.js';
import { readJson } from '../body.js';
import { laneOf } from '../desk.js';
import type { Api, Tools } from '../tools.js';

/** Passwords that wait to be looked at; each takes a processor for a moment. */
const WAITING = 20;

/** Signing in and out by name and password, where the server is open to a network. */
export const addSignIn = (api: Api, tools: Tools): void => {
  if (tools.local) {
    api.all('/sign-in', () => {
      throw new NotFound('本机使用不需要登录', '请用启动时显示的网址打开');
    });
    return;
  }
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: many at once would leave no processor for those who work. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= WAITING) throw new TooMany(10, '同时登录的人太多', '请过十秒再试');
    waiting += 1;
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn.finally(() => {
      waiting -= 1;
    });
  };

  api.post('/sign-in', async (c) => {
    const { name, password } = await readJson(c, signInRequest);
    const address = addressOf(c, tools);
    const known = personName(name);
    c.set('tried', known);
    const person = await inTurn(async () => {
      const succeeded = tools.limits.begin(known, address);
      const found = await personBy(tools.store, known, password);
      if (found) succeeded();
      return found;
    });
    if (!person) throw new SignedOut('姓名或密码不对', '请核对后重试；忘记密码请找管理员重设');
    await enter(c, tools, person);
    await tools.book.add(person.name, 'sign-in', `登录（来自 ${address}）`);
    return c.json(sessionOf(tools, { name: person.name, role: person.role, lane: laneOf(person.role) }));
  });

  api.post('/sign-out', async (c) => {
    await readJson(c, z.object({}));
    await leave(c, tools);
    return c.json({});
  });
};
