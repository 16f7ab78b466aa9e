import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Role } from '../../model/index.js';
import { beginSession, endSession, findPerson, findSession, SESSION_HOURS } from '../../store/index.js';
import type { Session } from '../api.js';
import { Refused, ReviewError } from '../errors.js';
import { laneOf, type Who } from './desk.js';
import type { Asked, LocalUser, Passed, Tools } from './tools.js';

/** Nobody is signed in, or no more. */
export class SignedOut extends ReviewError {
  readonly status = 401;
}

const signedOut = ({ local }: Tools): SignedOut =>
  new SignedOut(
    '没有登录，或登录已过期',
    local ? '请在终端重新运行 qinggui review，用新显示的网址打开' : '请重新登录',
  );

/** A secure cookie of this name is taken from this host alone, and never from a page without encryption. */
const cookieOf = (c: Asked, { port }: Tools): { readonly name: string; readonly secure: boolean } => {
  const secure = c.get('origin').startsWith('https:');
  return { name: `${secure ? '__Host-' : ''}qinggui-${port}`, secure };
};

/** Signs somebody in: begins a session, ends the one that the browser had, and gives the browser its cookie. */
export const enter = async (c: Asked, tools: Tools, { name, role }: LocalUser): Promise<void> => {
  const { name: cookie, secure } = cookieOf(c, tools);
  const before = getCookie(c, cookie);
  if (before) await endSession(tools.store, before);
  const token = await beginSession(tools.store, { name, role }, tools.now());
  setCookie(c, cookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    maxAge: SESSION_HOURS * 3_600,
  });
};

/** Ends the session of the browser. */
export const leave = async (c: Asked, tools: Tools): Promise<void> => {
  const { name, secure } = cookieOf(c, tools);
  const token = getCookie(c, name);
  if (token) await endSession(tools.store, token);
  deleteCookie(c, name, { path: '/', secure });
};

/** Who asks; null where nobody is signed in. What a person may do is looked up each time: who is shut out is out at once. */
export const whoAsks = async (c: Asked, tools: Tools): Promise<Who | null> => {
  const token = getCookie(c, cookieOf(c, tools).name);
  const session = token ? await findSession(tools.store, token, tools.now()) : null;
  if (!session) return null;
  if (tools.local) return session.name === tools.local.name ? whoOf(tools.local) : null;
  const person = await findPerson(tools.store, session.name);
  return person?.active ? whoOf(person) : null;
};

/** From where somebody asks. The last address in the header is the one that the proxy itself saw. */
export const addressOf = (c: Asked, { proxied }: Tools): string => {
  const remote = c.env.incoming.socket.remoteAddress ?? '';
  const said =
    proxied && /^(?:::ffff:)?127\.|^::1$/u.test(remote) ? c.req.header('x-forwarded-for') : undefined;
  const last = said?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : remote;
};

const whoOf = ({ name, role }: LocalUser): Who => ({ name, role, lane: laneOf(role) });

/** Lets only those in who are signed in. */
export const signedIn = (tools: Tools) =>
  createMiddleware<Passed>(async (c, next) => {
    const who = await whoAsks(c, tools);
    if (!who) throw signedOut(tools);
    c.set('who', who);
    await next();
  });

const WRITERS: readonly Role[] = ['administrator', 'reviewer', 'second'];
/** The second reviewer judges without knowing what the first has said. */
const UNBLINDED: readonly Role[] = ['administrator', 'reviewer', 'reader'];

const only = (roles: readonly Role[], message: string, advice: string) =>
  createMiddleware<Passed>(async (c, next) => {
    if (!roles.includes(c.get('who').role)) throw new Refused(message, advice);
    await next();
  });

export const mayWrite = only(WRITERS, '只读角色不能作决定', '如需参与核对，请管理员修改角色');
export const maySeeFirst = only(
  UNBLINDED,
  '复核人不能查看初核的决定',
  '复核须独立进行；某份文件复核完毕后，可在该文件上查看初核的决定',
);
export const mayImport = only(
  WRITERS.filter((role) => UNBLINDED.includes(role)),
  '该角色不能导入台账',
  '请由初核人或管理员导入',
);
export const mayAgree = only(
  WRITERS.filter((role) => UNBLINDED.includes(role)),
  '合议的结果由初核人或管理员填写',
  '请在合议后由初核人或管理员记录',
);
export const maySeeAudits = only(
  UNBLINDED,
  '复核人不能查看台账核对',
  '核对以初核的决定为准，而复核须独立进行；请由初核人或管理员核对',
);
export const mayAudit = only(
  WRITERS.filter((role) => UNBLINDED.includes(role)),
  '该角色不能核对台账或记录答复',
  '请由初核人或管理员办理',
);
export const maySee = only(['second'], '只有复核人需要先揭示初核的决定', '初核的决定可直接查看');
export const administers = only(['administrator'], '只有管理员可以查看或修改', '请联系管理员');

/** What the page knows of who is signed in. */
export const sessionOf = ({ local, about }: Tools, who: Who): Session => ({
  name: who.name,
  role: who.role,
  lane: who.lane,
  local: local !== null,
  id: createHash('sha256').update(`${who.role} ${who.name}`).digest('hex').slice(0, 16),
  ...about,
});
