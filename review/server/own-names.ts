import { hostname, networkInterfaces } from 'node:os';
import { UsageError } from '../../model/index.js';
import { Refused } from '../errors.js';

/** What the server is called: each name as it stands in a Host header, with the origin that belongs to it. */
export type OwnNames = ReadonlyMap<string, string>;

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const EVERYWHERE = ['0.0.0.0', '::'];

/** Whether only this machine reaches an address. */
export const isLoopback = (host: string): boolean => LOOPBACK.includes(bracketed(host).toLowerCase());

const bracketed = (host: string): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;

/** Every address of this machine, and its name. */
const ownAddresses = (): readonly string[] => [
  ...Object.values(networkInterfaces()).flatMap(
    (each) => each?.map(({ address }) => bracketed(address)) ?? [],
  ),
  hostname(),
];

/**
 * @param host what the server listens on.
 * @param origins under which it is reached besides, such as that of a proxy: https://qinggui.example.cn.
 * @throws UsageError for an origin that is none.
 */
export const ownNames = (host: string, port: number, origins: readonly string[] = []): OwnNames => {
  const names = new Map<string, string>();
  const hosts = EVERYWHERE.includes(host)
    ? [...LOOPBACK, ...ownAddresses()]
    : isLoopback(host)
      ? LOOPBACK
      : [bracketed(host)];
  for (const each of hosts) {
    const url = URL.canParse(`http://${each}:${port}`) ? new URL(`http://${each}:${port}`) : null;
    if (url) names.set(url.host, url.origin);
  }
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : null;
    if (!url || !/^https?:$/u.test(url.protocol) || url.href !== `${url.origin}/`)
      throw new UsageError(
        `不是网址：${origin}`,
        '请写出浏览器中使用的网址，只到主机名和端口为止，如 https://qinggui.example.cn',
      );
    names.set(url.host, url.origin);
  }
  return names;
};

/**
 * Refuses what another site makes a browser ask. A name that leads here but is none of the server's own means that
 * somebody else's page has been made to look like this server (DNS rebinding).
 *
 * @returns the origin under which the server is asked.
 * @throws Refused
 */
export const checkOrigin = (
  names: OwnNames,
  request: { readonly method: string; readonly url: string; header(name: string): string | undefined },
): string => {
  const { host, pathname } = new URL(request.url);
  const named = request.header('host')?.toLowerCase() ?? '';
  const own = names.get(named);
  // The target of a request may name another host than its header does.
  if (!own || named !== host) throw new Refused('网址中的主机名不是本程序的', '请使用启动时显示的网址');
  const origin = request.header('origin');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (origin === undefined ? !reads : origin !== own) throw foreign();
  const from = request.header('sec-fetch-site');
  // The page's files may be reached by a link from elsewhere, its data not.
  const closed = !reads || pathname.startsWith('/api');
  if (closed && from !== undefined && from !== 'same-origin' && !(reads && from === 'none')) throw foreign();
  return own;
};

const foreign = (): Refused =>
  new Refused('请求不是由清规的页面发出的，已拒绝', '请关闭其他网页，用启动时显示的网址打开清规后重试');
