import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { codeOf, UsageError } from '../../model/index.js';
import type { Store } from '../../store/index.js';
import { refusal } from './answers.js';
import { createApp } from './app.js';
import { Book } from './book.js';
import type { Desk } from './desk.js';
import { Entry } from './entry.js';
import { STRICT_HEADERS, withStrictHeaders } from './headers.js';
import { isLoopback, ownNames } from './own-names.js';
import { readPage } from './page-files.js';
import { SignInLimits } from './sign-in-limits.js';
import type { About, LocalUser } from './tools.js';

const SECOND = 1_000;
/** A browser opens six at a time; what is more than this is no office. */
const CONNECTIONS = { local: 64, network: 512 };
const HEADERS_BYTES = 16_384;

export interface ServerOptions {
  readonly desk: Desk;
  readonly store: Store;
  /** What to listen on; this machine alone by default. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Who sits at this machine; null where persons sign in by name and password. */
  readonly local: LocalUser | null;
  /** Addresses under which it is reached besides, such as that of a proxy: https://qinggui.example.cn. */
  readonly origins?: readonly string[];
  readonly about: About;
  /** Folder of the built page; that of the program by default. */
  readonly page?: string;
  readonly now?: () => Date;
  /** Told of errors that are the program's own; standard error by default. */
  readonly complain?: (error: unknown) => void;
}

export interface RunningServer {
  /** To be opened in a browser; for the person of this machine with the token that lets in once. */
  readonly url: string;
  readonly port: number;
  /** Answers what is being asked, then ends. */
  close(): Promise<void>;
}

const complainAloud = (error: unknown): void => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`程序内部错误：${detail}\n`);
};

/**
 * Starts the server of the review page.
 *
 * @throws UsageError where it can not listen there, with what to do.
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { desk, store, host = '127.0.0.1', local, about, origins } = options;
  const { now = () => new Date(), complain = complainAloud } = options;
  if (local && !isLoopback(host))
    throw new UsageError('对网络开放时必须登录', '请先用 qinggui users add 添加人员，再用 --host 启动');
  // What is wrong with them is told before anything listens.
  ownNames(host, options.port, origins);
  const page = readPage(options.page);
  const server = createServer({
    maxHeaderSize: HEADERS_BYTES,
    requireHostHeader: true,
    headersTimeout: 10 * SECOND,
    requestTimeout: 60 * SECOND,
    keepAliveTimeout: 5 * SECOND,
    connectionsCheckingInterval: 5 * SECOND,
  });
  server.maxConnections = local ? CONNECTIONS.local : CONNECTIONS.network;
  server.on('clientError', (error, socket) => answerBroken(codeOf(error), socket as Socket));
  const port = await listening(server, host, options.port);

  const entry = new Entry(now());
  const app = createApp({
    desk,
    store,
    names: ownNames(host, port, origins),
    port,
    proxied: (origins ?? []).length > 0,
    local,
    entry,
    limits: new SignInLimits(() => now().getTime()),
    book: new Book(store, now),
    page,
    about,
    now,
    complain,
  });
  server.on(
    'request',
    getRequestListener((request, env) => app(request, env as Parameters<typeof app>[1]), {
      overrideGlobalObjects: false,
      errorHandler: () => withStrictHeaders(refusal(400, '请求的格式不对', '请用启动时显示的网址打开')),
    }),
  );
  const open = origins?.[0]?.replace(/\/$/u, '') ?? `http://${shown(host)}:${port}`;
  return {
    url: local ? `${open}/enter?token=${entry.token}` : `${open}/`,
    port,
    close: () => closed(server),
  };
};

const listening = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', (error) => failed(listenRefusal(error, host, port)));
    server.listen({ host, port, exclusive: true }, () => done((server.address() as AddressInfo).port));
  });

const listenRefusal = (error: Error, host: string, port: number): unknown => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new UsageError(
        `端口 ${port} 已被占用`,
        '如果清规已在运行，请用已打开的页面；否则用 --port 另写一个端口，如 --port 0 由系统选择',
        { cause: error },
      );
    case 'EACCES':
      return new UsageError(`没有权限使用端口 ${port}`, '请用 --port 另写一个 1024 以上的端口', {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(`本机没有地址 ${host}`, '请核对 --host；0.0.0.0 表示本机的全部地址', {
        cause: error,
      });
    default:
      return error;
  }
};

const shown = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** What is no HTTP is answered and left; so is who is too slow. */
const answerBroken = (code: string, socket: Socket): void => {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  const headers = Object.entries({ ...STRICT_HEADERS, Connection: 'close', 'Content-Length': '0' });
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
};

/** Milliseconds that answers under way are given at the end. */
const PATIENCE = 5 * SECOND;

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });
