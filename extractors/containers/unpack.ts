import {
  FileError,
  type FileFormat,
  type FileLimits,
  isHiddenName,
  type Reason,
  reason,
  reasonByName,
} from '../../model/index.js';
import { detectFormat } from '../detect.js';
import { Budget, LimitError, megabytes } from './budget.js';
import { collect } from './collect.js';
import { safePath, UniquePaths } from './member-path.js';
import type { ContainerReader, PackedEntry } from './packed-entry.js';

/** A file that was packed inside another one, or, at the end, the container itself. */
export interface Member {
  /**
   * Its path inside the outermost container, with '/', names decoded and made safe for showing; inner containers are
   * folders in it: 内层.zip/通知.docx. Unique: a second one gets （2）. '' is the outermost container itself.
   */
  readonly path: string;
  /** null with a reason. */
  readonly content: Uint8Array | null;
  /** By content; 'unknown' where there is none. */
  readonly format: FileFormat;
  /**
   * Why it has no content. 'unpacked': a container, all of whose members came before it; with another code the rest of
   * them is missing. A mail inside is a document too: it has its content, and a reason where attachments are missing.
   */
  readonly reason?: Reason;
}

/** Loaded when first needed, so that a folder without archives never loads their libraries. */
const READERS: Readonly<Partial<Record<FileFormat, () => Promise<ContainerReader>>>> = {
  zip: async () => (await import('./zip.js')).readZip,
  rar: async () => (await import('./rar.js')).readRar,
  '7z': async () => (await import('./seven-zip.js')).readSevenZip,
  tar: async () => (await import('./tar.js')).readTar,
  gz: async () => (await import('./compressed.js')).readGzip,
  bz2: async () => (await import('./compressed.js')).readBzip2,
  eml: async () => (await import('./mail.js')).readEmlFiles,
  msg: async () => (await import('./mail.js')).readMsgFiles,
  xz: async () => (await import('./compressed.js')).readXz,
};

/** Mails are documents, too. */
const DOCUMENTS: ReadonlySet<FileFormat> = new Set(['eml', 'msg']);

/** Whether a file of this format has files inside that `unpack` gives. */
export const isContainer = (format: FileFormat): boolean => format in READERS;

/** How a container is to be unpacked. */
export interface UnpackOptions {
  readonly limits: FileLimits;
  /** Called after each member: the time limit starts anew. */
  readonly onProgress: () => void;
  /** The container's own file name, from which the file in 通知.docx.gz has its name. */
  readonly name?: string;
}

/**
 * All files packed in a container, in its order, those in inner containers where the inner one stands, and behind its
 * members each container itself, once: the last member has path '' and is the outermost one. One member is in memory at
 * a time, beside the containers that are open around it; drop its content before asking for the next.
 *
 * Limits hold for all depths together. Where one is reached, or the container breaks off, what came before stays, and
 * the container's own member says by its reason (too-many, too-deep, ratio, too-large, encrypted, corrupt …) that the
 * rest is missing; the containers around it go on.
 *
 * Throws FileError where nothing at all can be given of the outermost container: with the same codes, 'empty' for an
 * archive without files, 'unsupported' for a format that is no container.
 */
export async function* unpack(
  bytes: Uint8Array,
  format: FileFormat,
  options: UnpackOptions,
): AsyncGenerator<Member> {
  if (!isContainer(format)) throw new FileError('unsupported', format);
  const unpacking = new Unpacking(options.onProgress);
  const outcome = yield* unpacking.members(
    { bytes, format, name: options.name ?? '', prefix: '' },
    new Budget(bytes.length, options.limits),
  );
  if (outcome.given === 0 && outcome.reason.code !== 'unpacked')
    throw outcome.error ?? new FileError(outcome.reason.code);
  yield { path: '', content: null, format, reason: outcome.reason };
}

/** A container that is open. */
interface Container {
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
  readonly name: string;
  /** '' or the container's path and '/'. */
  readonly prefix: string;
}

/** How a container ended. */
interface Outcome {
  readonly reason: Reason;
  /** Where it broke off. */
  readonly error?: FileError;
  /** Members given, of all depths. */
  readonly given: number;
}

class Unpacking {
  readonly #paths = new UniquePaths();
  readonly #onProgress: () => void;
  #given = 0;

  constructor(onProgress: () => void) {
    this.#onProgress = onProgress;
  }

  async *members(container: Container, budget: Budget): AsyncGenerator<Member, Outcome> {
    const before = this.#given;
    try {
      const read = await READERS[container.format]!();
      for await (const file of read(container.bytes, { budget, name: container.name }))
        yield* this.#member(file, container.prefix, budget);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return { reason: error.reason, error, given: this.#given - before };
    }
    const given = this.#given - before;
    if (given > 0 || DOCUMENTS.has(container.format)) return { reason: reason('unpacked'), given };
    return { reason: reason('empty', '里面没有文件'), given };
  }

  async *#member(file: PackedEntry, prefix: string, budget: Budget): AsyncGenerator<Member> {
    const inside = safePath(file.path);
    const path = this.#paths.unique(`${prefix}${inside}`);
    const why = reasonBefore(file, inside, budget.limits);
    if (why) yield this.#give({ path, content: null, format: 'unknown', reason: why });
    else {
      const content = await contentOf(file, budget.limits);
      if (content instanceof FileError)
        yield this.#give({ path, content: null, format: 'unknown', reason: content.reason });
      else yield* this.#content(path, content, budget);
    }
  }

  async *#content(path: string, content: Uint8Array, budget: Budget): AsyncGenerator<Member> {
    const format = await detectFormat(content);
    if (!isContainer(format)) yield this.#give({ path, content, format });
    else if (budget.depth >= budget.limits.depth) yield this.#give(closed(path, content, format));
    else {
      const container = { bytes: content, format, name: path, prefix: `${path}/` };
      const { reason: why } = yield* this.members(container, budget.inner(content.length));
      if (!DOCUMENTS.has(format)) yield this.#give({ path, content: null, format, reason: why });
      else if (why.code === 'unpacked') yield this.#give({ path, content, format });
      else yield this.#give({ path, content, format, reason: why });
    }
  }

  #give(member: Member): Member {
    this.#given++;
    this.#onProgress();
    return member;
  }
}

/** A container that is too deep inside to be opened. A mail is read all the same. */
const closed = (path: string, content: Uint8Array, format: FileFormat): Member => ({
  path,
  content: DOCUMENTS.has(format) ? content : null,
  format,
  reason: reason('too-deep'),
});

/** What tells, before any byte is unpacked, that a file is not to be. */
const reasonBefore = (file: PackedEntry, path: string, limits: FileLimits): Reason | null => {
  if (file.kind === 'link') return reason('link');
  if (file.kind === 'special') return reason('unsupported', '不是普通文件（设备、管道等）');
  const steps = path.split('/');
  const byName = reasonByName(steps.at(-1)!);
  if (byName) return reason(byName);
  if (steps.slice(0, -1).some(isHiddenName)) return reason('hidden', '在隐藏文件夹中');
  if (file.declaredBytes > limits.bytes) return tooLarge(limits).reason;
  return null;
};

const tooLarge = (limits: FileLimits): FileError =>
  new FileError('too-large', `上限 ${megabytes(limits.bytes)}`);

/** The content, or why this file alone has none. Throws LimitError where the container has to end. */
const contentOf = async (file: PackedEntry, limits: FileLimits): Promise<Uint8Array | FileError> => {
  try {
    const content = await collect(file.content(), file.declaredBytes, limits.bytes);
    if (!content) return tooLarge(limits);
    return content.length > 0 ? content : new FileError('empty');
  } catch (error) {
    if (error instanceof FileError && !(error instanceof LimitError)) return error;
    throw error;
  }
};
