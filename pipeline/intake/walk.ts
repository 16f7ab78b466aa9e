import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, type FileOutcome, type Reason, reason, UsageError } from '../../model/index.js';
import { DATABASE_NAME, EXPORTS_FOLDER, isHiddenName, isOutputName, reasonByName } from './names.js';
import { uniqueSources } from './sources.js';

/** A path as the file system knows it: bytes where the name is no UTF-8. */
export type FilePath = string | Buffer;

/** A file below a root: to be read, or with the reason why it is not. */
export type Found =
  | { readonly source: string; readonly path: FilePath; readonly bytes: number; readonly maxBytes: number }
  | { readonly source: string; readonly outcome: FileOutcome };

export interface WalkOptions {
  /** Where a scan writes its results: files with the names of results in it are not read. */
  readonly output?: string;
  /** Absolute real paths of further results, which are not read either. */
  readonly ownFiles?: readonly string[];
  /** Larger files are reported, not read. */
  readonly maxBytes?: number;
}

/** In bytes: 200 MB. */
const DEFAULT_MAX_BYTES = 200 * 1024 * 1024;

/** One entry of the walk, before its source is known to be unique. */
interface Entry {
  readonly root: string;
  /** Path below the root; the file's name where the root is a file. */
  readonly relative: string;
  readonly path: FilePath;
  readonly bytes: number;
  readonly status?: 'skipped' | 'failed';
  readonly reason?: Reason;
}

/**
 * Every file below the roots, each once, sorted by source (code units), also those that are not to be read: links,
 * hidden, temporary, empty and unreadable ones, results of the tool. A hidden folder is one entry for all below
 * it. Links are not followed, except one that is itself a root. Throws UsageError for a root that does not exist.
 */
export async function* walk(roots: readonly string[], options: WalkOptions = {}): AsyncGenerator<Found> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const root of roots) entries.push(...(await entriesOf(root, options, seen)));
  const sources = uniqueSources(entries);
  const order = entries.map((_, i) => i).sort((a, b) => compare(sources[a]!, sources[b]!) || a - b);
  for (const i of order) yield toFound(entries[i]!, sources[i]!, options.maxBytes ?? DEFAULT_MAX_BYTES);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toFound = (entry: Entry, source: string, maxBytes: number): Found => {
  const { path, bytes, status } = entry;
  const tooLarge = !status && bytes > maxBytes;
  const why = tooLarge
    ? reason('too-large', `${megabytes(bytes)}，上限 ${megabytes(maxBytes)}`)
    : entry.reason;
  if (!why) return { source, path, bytes, maxBytes };
  return {
    source,
    outcome: { source, bytes, hash: '', format: 'unknown', status: status ?? 'failed', reason: why },
  };
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const entriesOf = async (root: string, options: WalkOptions, seen: Set<string>): Promise<Entry[]> => {
  const full = resolve(root);
  const found = await stat(full).catch((error: unknown) => {
    throw missingRoot(root, error);
  });
  const walker = new Walker(found.isDirectory() ? full : dirname(full), options, seen);
  if (found.isDirectory()) walker.folder(full, '');
  else walker.file(full, basename(full), basename(full), true);
  return walker.entries;
};

const missingRoot = (root: string, error: unknown): UsageError => {
  const denied = codeOf(error) === 'EACCES';
  return new UsageError(
    denied ? `没有权限读取：${root}` : `找不到文件或文件夹：${root}`,
    denied ? '请检查该路径的读取权限后重试' : '请核对路径是否写对；路径中有空格时请用引号括起来',
    { cause: error },
  );
};

/** Collects the entries below one root; without turns of the event loop, which would cost more than the walk. */
class Walker {
  readonly entries: Entry[] = [];
  readonly #root: string;
  readonly #output: string | null;
  readonly #ownFiles: readonly string[];
  /** Real paths of folders and files that an earlier root has given already. */
  readonly #seen: Set<string>;

  constructor(root: string, { output, ownFiles = [] }: WalkOptions, seen: Set<string>) {
    this.#ownFiles = ownFiles;
    this.#root = root;
    this.#output = output === undefined ? null : resolve(output);
    this.#seen = seen;
  }

  folder(path: FilePath, relative: string): void {
    if (this.#isRepeated(path)) return;
    let names: Dirent<Buffer>[];
    try {
      names = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      this.#add(path, `${relative}/`.replace(/^\/$/, './'), 0, 'failed', reason('access', codeOf(error)));
      return;
    }
    const holdsDatabase = names.some((entry) => entry.name.toString() === DATABASE_NAME);
    const isOutput = holdsDatabase || this.#isOutput(path);
    for (const entry of names) {
      const { text, exact } = readName(entry.name);
      const below = childPath(path, entry.name, text, exact);
      const place = relative ? `${relative}/${text}` : text;
      if (entry.isSymbolicLink()) this.#add(below, place, 0, 'skipped', reason('link'));
      else if (entry.isDirectory()) {
        if (isOutput && text === EXPORTS_FOLDER)
          this.#add(below, `${place}/`, 0, 'skipped', reason('own-output'));
        else if (isHiddenName(text))
          this.#add(below, `${place}/`, 0, 'skipped', reason('hidden', '整个文件夹'));
        else this.folder(below, place);
      } else if (isOutput && isOutputName(text)) this.#add(below, place, 0, 'skipped', reason('own-output'));
      else this.file(below, place, text, false);
    }
  }

  /** `chosen`: named by the user, so that a name like .txt does not hide it. */
  file(path: FilePath, relative: string, name: string, chosen: boolean): void {
    if (this.#isRepeated(path)) return;
    if (this.#isOwn(path)) {
      this.#add(path, relative, 0, 'skipped', reason('own-output'));
      return;
    }
    const byName = reasonByName(name);
    try {
      const { size, ...kind } = describe(path, chosen);
      if (!kind.isFile)
        this.#add(path, relative, 0, 'skipped', reason('unsupported', '不是普通文件（设备、管道等）'));
      else if (byName && !(chosen && byName === 'hidden'))
        this.#add(path, relative, size, 'skipped', reason(byName));
      else if (size === 0) this.#add(path, relative, 0, 'skipped', reason('empty'));
      else this.entries.push({ root: this.#root, relative, path, bytes: size });
    } catch (error) {
      this.#add(path, relative, 0, 'failed', reason('access', codeOf(error)));
    }
  }

  #add(path: FilePath, relative: string, bytes: number, status: 'skipped' | 'failed', why: Reason): void {
    this.entries.push({ root: this.#root, relative, path, bytes, status, reason: why });
  }

  /** By its real path: the one that was scanned may lead there through a link. */
  #isOutput(folder: FilePath): boolean {
    return this.#output !== null && (String(folder) === this.#output || realPath(folder) === this.#output);
  }

  #isOwn(path: FilePath): boolean {
    return this.#ownFiles.length > 0 && this.#ownFiles.includes(realPath(path) ?? '');
  }

  /** Roots may overlap: a file is given once, under the first of them. */
  #isRepeated(path: FilePath): boolean {
    const real = realPath(path, 'latin1');
    if (real === null) return false;
    if (this.#seen.has(real)) return true;
    this.#seen.add(real);
    return false;
  }
}

/** With 'latin1' every byte of a name that is no UTF-8 counts. */
const realPath = (path: FilePath, encoding: 'utf8' | 'latin1' = 'utf8'): string | null => {
  try {
    return realpathSync.native(path, 'buffer').toString(encoding);
  } catch {
    return null;
  }
};

const describe = (path: FilePath, follow: boolean): { size: number; isFile: boolean } => {
  const found = follow ? statSync(path) : lstatSync(path);
  return { size: found.size, isFile: found.isFile() };
};

/** A name as text. Names out of old archives are often GBK; the bytes stay what opens the file. */
export const readName = (name: Buffer): { text: string; exact: boolean } => {
  const text = name.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(name)) return { text, exact: true };
  return { text: new TextDecoder('gb18030').decode(name), exact: false };
};

/** The path of an entry: its bytes where a name in it is no UTF-8. */
export const childPath = (folder: FilePath, name: Buffer, text: string, exact: boolean): FilePath =>
  exact && typeof folder === 'string'
    ? join(folder, text)
    : Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);
