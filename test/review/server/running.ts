import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../model/index.js';
import { type RunningServer, type ServerOptions, startServer } from '../../../review/server/listen.js';
import { addPerson, listViews, openStore, type Store } from '../../../store/index.js';
import { FakeDesk } from './fake-desk.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: what came back is what the test looks at
  readonly json: any;
}

export interface Ask {
  readonly method?: string;
  readonly body?: string | Uint8Array;
  /** undefined leaves a header out that would be sent otherwise. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookie?: string;
}

export const PASSWORD = '青山绿水四季常在';

/** A server that really listens, over a real database, with a page of three files and a clock that the test turns. */
export class Running {
  readonly folder = mkdtempSync(join(tmpdir(), 'qinggui-server-'));
  readonly desk = new FakeDesk();
  readonly complaints: unknown[] = [];
  store!: Store;
  server!: RunningServer;
  now = new Date('2026-03-01T08:00:00.000Z');

  async start(more: Partial<ServerOptions> = {}): Promise<this> {
    mkdirSync(join(this.folder, 'page', 'assets'), { recursive: true });
    writeFileSync(
      join(this.folder, 'page', 'index.html'),
      '<!doctype html><script src="./assets/a.js"></script>',
    );
    writeFileSync(join(this.folder, 'page', 'assets', 'index-Ab12_-Cd.js'), 'document.title = 1;');
    writeFileSync(join(this.folder, 'page', 'notes.txt'), 'not part of a page');
    writeFileSync(join(this.folder, 'secret.js'), 'secret');
    this.store ??= await openStore(join(this.folder, 'qinggui.db'));
    this.server = await startServer({
      desk: this.desk,
      store: this.store,
      port: 0,
      local: { name: '甲', role: 'administrator' },
      about: { unit: '清水市', form: 'national', version: '0.1.0' },
      page: join(this.folder, 'page'),
      now: () => this.now,
      complain: (error) => this.complaints.push(error),
      ...more,
    });
    return this;
  }

  async stop(): Promise<void> {
    await this.server?.close();
    await this.store?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks as the page would, unless told otherwise. */
  ask(path: string, { method = 'GET', body, headers = {}, cookie }: Ask = {}): Promise<Answer> {
    const host = `127.0.0.1:${this.server.port}`;
    const all: Record<string, string | undefined> = {
      host,
      ...(method === 'GET' ? {} : { origin: `http://${host}`, 'content-type': 'application/json' }),
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...headers,
    };
    return new Promise((done, failed) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.server.port,
          path,
          method,
          headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
          agent: false,
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () =>
            done({ status: answer.statusCode!, headers: answer.headers, text, json: parsed(text) }),
          );
        },
      );
      asked.on('error', failed);
      asked.end(body);
    });
  }

  post(path: string, body: unknown, more: Ask = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', body: JSON.stringify(body), ...more });
  }

  /** Comes in by the address that the start printed. Returns the cookie. */
  async enter(): Promise<string> {
    return cookieOf(await this.ask(this.server.url.replace(/^http:\/\/[^/]+/u, '')));
  }

  /** Signs in by password. Returns the cookie. */
  async signIn(name: string, role: Role): Promise<string> {
    await addPerson(this.store, { name, role, password: PASSWORD }, this.now.toISOString());
    return cookieOf(await this.post('/api/sign-in', { name, password: PASSWORD }));
  }

  /** Who saw what, the newest first. */
  async book(): Promise<readonly string[]> {
    const { views } = await listViews(this.store, 1, 1_000);
    return views.map(({ who, action, document, detail }) => `${who} ${action} ${document ?? ''} ${detail}`);
  }

  /** Sends bytes as they are and returns what comes back. */
  raw(bytes: string): Promise<string> {
    return new Promise((done, failed) => {
      let text = '';
      const socket = connect(this.server.port, '127.0.0.1', () => socket.end(bytes));
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      socket.on('close', () => done(text)).on('error', failed);
    });
  }
}

export const cookieOf = ({ status, headers }: Answer): string => {
  const cookie = headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error(`no cookie came with ${status}`);
  return cookie;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A decision as the page sends it. */
export const decision = (document: number, more: Record<string, unknown> = {}, seen = 0) => ({
  batch: '3f0c9a52-6a0e-4b67-9d3c-0a4c7a1b2c3d',
  items: [
    {
      document,
      changes: [
        { kind: 'finding', passage: '0123456789ab.1', label: 'D', seen, after: { verdict: 'confirmed' } },
      ],
    },
  ],
  ...more,
});
