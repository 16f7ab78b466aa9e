import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the built page may consist of. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Names with a hash of the content in them, which Vite puts there, never come with another content. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/u;

interface PageFile {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** The files of the page by their address. What is not in it is not served: no address leads to the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Where the page lies once it is built: beside the compiled program, also for one that runs from its source. */
const builtPage = (): string => {
  const beside = fileURLToPath(new URL('../../page/', import.meta.url));
  return existsSync(join(beside, 'index.html'))
    ? beside
    : fileURLToPath(new URL('../../dist/page/', import.meta.url));
};

/**
 * Reads the built page; a few hundred KB.
 *
 * @param folder where it lies; that of the program by default.
 * @returns nothing where it has not been built.
 */
export const readPage = (folder = builtPage()): PageFiles => {
  const files = new Map<string, PageFile>();
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!type || !entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${path.slice(join(folder, '/').length).replaceAll('\\', '/')}`;
    files.set(address === '/index.html' ? '/' : address, {
      bytes: readFileSync(path),
      headers: {
        'Content-Type': type,
        'Cache-Control': HASHED.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  }
  return files;
};
