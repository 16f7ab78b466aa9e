import { FileError } from '../../model/index.js';
import type { Element } from '../package/element.js';
import { parseXml } from '../package/xml.js';
import { resolvePath, ZipPackage } from '../package/zip.js';
import { VOCABULARY } from './vocabulary.js';

/** A part refers to others; one that refers to the same ones without end is hostile. */
const MAX_READS = 50_000;
const ENCRYPTION = /(?:^|\/)encryptions\.xml$/;
const ENTRANCE = /(?:^|\/)ofd\.xml$/;

/** A part as found: its root element, and the folder that its own references start from. */
export interface Part {
  readonly root: Element;
  readonly folder: string;
}

/** The parts of an OFD, found as producers refer to them, which is not always as the standard says. */
export class OfdPackage {
  readonly #zip: ZipPackage;
  /** The folder that OFD.xml stands in: '' but for archives that were packed again. */
  readonly #root: string;
  readonly #entrance: string;
  readonly #pictureBytes: number;
  #reads = 0;

  private constructor(zip: ZipPackage, entrance: string, pictureBytes: number) {
    this.#zip = zip;
    this.#pictureBytes = pictureBytes;
    this.#entrance = entrance;
    this.#root = folderOf(entrance);
  }

  /**
   * `pictureBytes` is what all pictures together may unpack to.
   * Throws FileError: encrypted (GM/T 0099 keeps the keys in Encryptions.xml), corrupt, too-large.
   */
  static async open(bytes: Uint8Array, pictureBytes: number): Promise<OfdPackage> {
    const zip = await ZipPackage.open(bytes);
    if (zip.names.some((name) => ENCRYPTION.test(name))) throw new FileError('encrypted');
    const depth = (name: string): number => name.split('/').length;
    const [entrance] = zip.names
      .filter((name) => ENTRANCE.test(name))
      .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
    if (entrance === undefined) throw new FileError('corrupt', '压缩包内没有 OFD.xml');
    return new OfdPackage(zip, entrance, pictureBytes);
  }

  /** OFD.xml. */
  async entrance(): Promise<Part> {
    const root = parseXml((await this.#zip.bytes(this.#entrance))!, 'OFD.xml', VOCABULARY);
    return { root, folder: '' };
  }

  /**
   * The part that a reference leads to: from the first of the folders in which there is such a part, else from the
   * root. Undefined where there is none. Throws FileError: encrypted, corrupt, too-large.
   */
  async part(reference: string, folders: readonly string[]): Promise<Part | undefined> {
    const path = this.#find(reference, folders);
    const bytes = path === undefined ? undefined : await this.#zip.bytes(this.#root + path);
    return bytes && { root: parseXml(bytes, path!, VOCABULARY), folder: folderOf(path!) };
  }

  /** The bytes of a picture or font. Throws FileError: encrypted, corrupt, too-large. */
  async picture(reference: string, folders: readonly string[]): Promise<Uint8Array | undefined> {
    const path = this.#find(reference, folders);
    return path === undefined ? undefined : this.#zip.picture(this.#root + path, this.#pictureBytes);
  }

  /** The path from the root of what a reference leads to. */
  #find(reference: string, folders: readonly string[]): string | undefined {
    for (const folder of [...folders, '']) {
      const path = resolvePath(folder, reference.trim());
      if (path === '' || !this.#zip.has(this.#root + path)) continue;
      if (++this.#reads > MAX_READS) throw new FileError('too-large', `引用超过${MAX_READS}处`);
      return path;
    }
    return undefined;
  }

  /** The same for a part whose loss does not matter so much: undefined also where it is damaged. */
  async optionalPart(reference: string | undefined, folders: readonly string[]): Promise<Part | undefined> {
    if (!reference) return undefined;
    try {
      return await this.part(reference, folders);
    } catch (error) {
      if (error instanceof FileError && error.reason.code === 'corrupt') return undefined;
      throw error;
    }
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
