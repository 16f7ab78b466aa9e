import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { codeOf, UsageError } from '../model/index.js';
import { announceOutput, confirmOutput, findOutput, type Store } from '../store/index.js';

/** A file that the scan leaves in the output folder. */
export interface OutputFile {
  readonly store: Store;
  readonly collection: string;
  readonly folder: string;
  readonly name: string;
  /** Stands for everything that the content is made from. */
  readonly fingerprint: string;
  /** Whether a person may have edited the file that stands there; then it is kept under another name. */
  readonly editable: boolean;
  /** Writes the content to a path. */
  readonly render: (path: string) => Promise<void>;
}

/** What became of an output file. */
export interface OutputResult {
  readonly path: string;
  /** Where the version that a person had edited is kept now. */
  readonly keptAs?: string;
}

/** How the names begin that output files have while they are being written, beside the finished ones. */
const PARTIAL = '.qinggui-partial-';

/** Removes what a process that ended while writing has left in the output folder. */
export const dropPartials = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    if (name.startsWith(PARTIAL)) await rm(join(folder, name), { force: true });
};

/** What stands under an output's name now. */
interface Standing {
  /** Hash of the file, null where there is none. */
  readonly current: string | null;
  /** Whether the tool wrote it so. */
  readonly own: boolean;
  /** Whether it is the tool's own and made from what `fingerprint` stands for. */
  readonly upToDate: boolean;
}

type Place = Pick<OutputFile, 'store' | 'collection' | 'folder' | 'name' | 'fingerprint'>;

const standing = async ({ store, collection, folder, name, fingerprint }: Place): Promise<Standing> => {
  const known = await findOutput(store, collection, name);
  const current = await hashOf(join(folder, name));
  const own = current !== null && (known?.hashes.includes(current) ?? false);
  return { current, own, upToDate: own && known?.fingerprint === fingerprint };
};

/** Whether an output file is as the tool would write it now. */
export const isUpToDate = async (place: Place): Promise<boolean> => (await standing(place)).upToDate;

/**
 * Brings an output file up to date. It appears under its name whole or not at all; it is not rendered again when
 * nothing that it is made from has changed; and a file that the tool did not write itself is never replaced, but
 * moved aside first.
 *
 * @throws UsageError when the folder or the file can not be written, as while Excel holds it open.
 */
export const writeOutput = async (output: OutputFile): Promise<OutputResult> => {
  const { store, collection, folder, name, fingerprint, editable, render } = output;
  const path = join(folder, name);
  const partial = join(folder, `${PARTIAL}${name}`);
  const { current, own, upToDate } = await standing(output);
  if (upToDate) return { path };
  try {
    await rm(partial, { force: true });
    await render(partial);
    await toDisk(partial);
    const pending = await hashOf(partial);
    if (pending === null) throw new Error(`${partial} was not written`);
    const keptAs = current !== null && !own && editable ? await moveAside(path) : undefined;
    await announceOutput(store, collection, name, { current: (own && current) || '', pending });
    await rename(partial, path);
    await confirmOutput(store, collection, name, { fingerprint, hash: pending });
    return { path, ...(keptAs !== undefined && { keptAs }) };
  } catch (error) {
    await rm(partial, { force: true });
    throw writeRefusal(path, error);
  }
};

/** SHA-256 of a file in hex, read in pieces; null where there is none. */
const hashOf = async (path: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw writeRefusal(path, error);
  }
  return hash.digest('hex');
};

/** A rename may reach the disk before the content does; a power cut in between would leave an empty file. */
const toDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Gives an edited file the first free name 台账.人工修改1.xlsx, 台账.人工修改2.xlsx … */
const moveAside = async (path: string): Promise<string> => {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number += 1) {
    const aside = `${stem}.人工修改${number}${extension}`;
    if (await exists(aside)) continue;
    await rename(path, aside);
    return aside;
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A failure to write to `path` in the user's words; anything else as it is. */
export const writeRefusal = (path: string, error: unknown): unknown => {
  switch (codeOf(error)) {
    case 'EBUSY':
    case 'EPERM':
      return new UsageError(
        `${path} 正被其他程序占用，无法更新`,
        '请关闭正在打开它的程序（如 Excel、WPS）后重新运行同一命令；已读取的文件不会重新处理',
        { cause: error },
      );
    case 'EACCES':
    case 'EROFS':
      return new UsageError(
        `没有权限写入 ${dirname(path)}`,
        '请检查文件夹权限，或用 --output 换一个目录；已读取的文件不会重新处理',
        { cause: error },
      );
    case 'ENOSPC':
      return new UsageError(`磁盘空间不足，无法写入 ${path}`, '请清理磁盘后重新运行同一命令', {
        cause: error,
      });
    case 'EISDIR':
      return new UsageError(`${path} 是一个文件夹，无法写入`, '请把它改名，或用 --output 换一个目录', {
        cause: error,
      });
    default:
      return error;
  }
};
