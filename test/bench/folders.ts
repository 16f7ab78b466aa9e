import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manuscript } from '../../model/index.js';
import { makeFolder, page } from '../cli/run.js';
import { manuscriptOf } from '../manuscripts.js';
import { shared } from '../shared.js';

/** Generated documents where there is no real folder, and articles in each. */
const GENERATED = 300;
const ARTICLES = 60;
const HEAD = /^---\n[\s\S]*?\n---\n/u;

/** A folder to scan, and what it is, for the table. */
export interface Folder {
  readonly path: string;
  readonly what: string;
}

/** A copy of the folder of real documents, or else generated ones, below `scratch`, to scan and to add files to. */
export const folderToScan = (scratch: string): Folder => {
  const path = join(scratch, 'folder');
  const real = shared('files/folder');
  if (real) {
    cpSync(real, path, { recursive: true });
    return { path, what: 'real files of mixed formats' };
  }
  return { path: generated(scratch, 'folder', GENERATED), what: 'generated html and txt files' };
};

/** A folder of so many generated documents. */
export const generated = (scratch: string, name: string, count: number): string => {
  const path = join(scratch, name);
  mkdirSync(path);
  makeFolder(path, count, ARTICLES);
  return path;
};

/** Puts one more document into a folder. */
export const addDocument = (folder: string): void =>
  writeFileSync(join(folder, '新增.html'), page(1_000_000, ARTICLES));

/** Texts that need no extraction, and what they are. */
export const plainTexts = (): { readonly texts: () => Iterable<Manuscript>; readonly what: string } => {
  const laws = shared('laws');
  if (laws) return { texts: () => lawsIn(laws), what: 'real statute texts' };
  const lines = (number: number): string => page(number, ARTICLES).replace(/<[^>]*>/gu, '\n');
  const texts = function* () {
    for (let number = 0; number < GENERATED; number += 1) yield manuscriptOf(lines(number));
  };
  return { texts, what: 'generated texts' };
};

function* lawsIn(folder: string): Generator<Manuscript> {
  for (const bytes of contentsOf(folder))
    yield manuscriptOf(Buffer.from(bytes).toString('utf8').replace(HEAD, '').replace(/^#+ /gmu, ''));
}

/** The contents of a folder's files in the order of their names, each content once, as a scan reads them. */
export function* contentsOf(folder: string): Generator<Uint8Array> {
  const seen = new Set<string>();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const bytes = readFileSync(path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (!seen.has(hash)) yield bytes;
    seen.add(hash);
  }
}
