import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileError } from '../../model/index.js';
import { isEncryptedPackage } from '../word/compound-file.js';
import { attribute, type Element, elementsOf } from './element.js';
import { parseXml } from './xml.js';

const MAX_ENTRIES = 20_000;
/** Bytes that one part, and all parts together, may unpack to. Pictures are never unpacked. */
const MAX_PART = 96 * 1024 * 1024;
const MAX_TOTAL = 192 * 1024 * 1024;

/** The parts of a .docx, unpacked and parsed when asked for. Part names have no leading '/'. */
export class DocxPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the directory. Throws FileError: encrypted, corrupt, too-large. */
  static async open(bytes: Uint8Array): Promise<DocxPackage> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (isEncryptedPackage(buffer)) throw new FileError('encrypted');
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(buffer);
      if (zip.entryCount > MAX_ENTRIES) throw new FileError('too-large', `压缩包内文件超过${MAX_ENTRIES}个`);
      for await (const entry of zip.eachEntry()) {
        entries.set(partKey(entry.fileName), entry);
      }
      return new DocxPackage(zip, entries);
    } catch (error) {
      if (error instanceof FileError) throw error;
      throw new FileError('corrupt', '不是完整的压缩包，可能没有下载完整', { cause: error });
    }
  }

  /** The root element of a part, or undefined where there is no such part. */
  async part(name: string): Promise<Element | undefined> {
    const entry = this.#entries.get(partKey(name));
    return entry && parseXml(await this.#unpack(entry), name);
  }

  /** Type (the last word of its URI) → part name, of what a part refers to; '' is the package itself. */
  async relations(of: string): Promise<ReadonlyMap<string, string>> {
    const slash = of.lastIndexOf('/') + 1;
    const folder = of.slice(0, slash);
    const root = await this.part(`${folder}_rels/${of.slice(slash)}.rels`);
    const found = new Map<string, string>();
    for (const relation of root ? elementsOf(root) : []) {
      const type = attribute(relation, 'Type')?.split('/').at(-1);
      const target = attribute(relation, 'Target');
      if (!type || !target || attribute(relation, 'TargetMode') === 'External' || found.has(type)) continue;
      found.set(type, target.startsWith('/') ? target.slice(1) : resolvePath(folder, target));
    }
    return found;
  }

  async #unpack(entry: Entry): Promise<Buffer> {
    if (entry.isEncrypted()) throw new FileError('encrypted');
    this.#unpacked += entry.uncompressedSize;
    if (entry.uncompressedSize > MAX_PART || this.#unpacked > MAX_TOTAL)
      throw new FileError('too-large', '解压后的正文过大');
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (crc32(content) !== entry.crc32) throw new Error(`CRC-32 of ${entry.fileName} does not match`);
      return content;
    } catch (error) {
      throw new FileError('corrupt', `压缩包内的 ${entry.fileName} 已损坏`, { cause: error });
    }
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
const partKey = (name: string): string => name.toLowerCase();

const resolvePath = (folder: string, target: string): string => {
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};
