import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileError } from '../../model/index.js';
import { zipEntryName } from './zip-name.js';

const MAX_ENTRIES = 20_000;
/** Bytes that one part, and all parts together, may unpack to; pictures are counted apart. */
const MAX_PART = 96 * 1024 * 1024;
const MAX_TOTAL = 192 * 1024 * 1024;

/**
 * The parts of a document that is a zip archive, unpacked when asked for. Names are compared without case and with
 * '/', without a leading one; nothing is ever written, so a name that leads out of the archive is a name like others.
 */
export class ZipPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;
  #pictures = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the directory. Throws FileError: corrupt, too-many. */
  static async open(bytes: Uint8Array): Promise<ZipPackage> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(buffer, { decodeStrings: false });
      if (zip.entryCount > MAX_ENTRIES)
        throw new FileError('too-many', `文件内部有${zip.entryCount}个部件，上限${MAX_ENTRIES}个`);
      for await (const entry of zip.eachEntry()) entries.set(partKey(zipEntryName(entry)), entry);
      return new ZipPackage(zip, entries);
    } catch (error) {
      if (error instanceof FileError) throw error;
      throw new FileError('corrupt', '不是完整的压缩包，可能没有下载完整', { cause: error });
    }
  }

  /** The names of all parts as they are compared: small letters, '/' between folders. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(partKey(name));
  }

  /** The bytes of a part, or undefined where there is no such part. Throws FileError: encrypted, corrupt, too-large. */
  async bytes(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(partKey(name));
    if (!entry) return undefined;
    if (entry.isEncrypted()) throw new FileError('encrypted');
    this.#unpacked += entry.uncompressedSize;
    if (entry.uncompressedSize > MAX_PART || this.#unpacked > MAX_TOTAL)
      throw new FileError('too-large', '解压后的正文过大');
    return this.#content(entry);
  }

  /**
   * The bytes of a picture, which is looked at and let go: all of them together may unpack to `most`. Undefined where
   * there is no such part. Throws FileError: encrypted, corrupt, too-large.
   */
  async picture(name: string, most: number): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(partKey(name));
    if (!entry) return undefined;
    if (entry.isEncrypted()) throw new FileError('encrypted');
    this.#pictures += entry.uncompressedSize;
    if (entry.uncompressedSize > MAX_PART || this.#pictures > most)
      throw new FileError('too-large', '解压后的图片过大');
    return this.#content(entry);
  }

  async #content(entry: Entry): Promise<Uint8Array> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (crc32(content) !== entry.crc32) throw new Error(`CRC-32 of ${zipEntryName(entry)} does not match`);
      return content;
    } catch (error) {
      throw new FileError('corrupt', `压缩包内的 ${zipEntryName(entry)} 已损坏`, { cause: error });
    }
  }
}

const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** A target as a name from the root, as seen from a folder ('' or ending in '/'); '..' never leads out of the root. */
export const resolvePath = (folder: string, target: string): string => {
  const plain = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : `${folder}${plain}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};
