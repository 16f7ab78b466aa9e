import { FileError } from '../../model/index.js';
import { child, type Element, elementsOf } from '../package/element.js';
import { parseXml } from '../package/xml.js';
import { ZipPackage } from '../package/zip.js';
import { VOCABULARY } from './vocabulary.js';

/** The parts of an OpenDocument file, unpacked and parsed when asked for. */
export class OpenDocument {
  readonly #zip: ZipPackage;

  private constructor(zip: ZipPackage) {
    this.#zip = zip;
  }

  /** Reads the directory. Throws FileError: encrypted (as its manifest says), corrupt, too-large. */
  static async open(bytes: Uint8Array): Promise<OpenDocument> {
    const file = new OpenDocument(await ZipPackage.open(bytes));
    const manifest = await file.part('META-INF/manifest.xml');
    const entries = manifest ? elementsOf(manifest) : [];
    if (entries.some((entry) => child(entry, 'manifest:encryption-data'))) throw new FileError('encrypted');
    return file;
  }

  /** The root element of a part, or undefined where there is no such part. */
  async part(name: string): Promise<Element | undefined> {
    const bytes = await this.#zip.bytes(name);
    return bytes && parseXml(bytes, name, VOCABULARY);
  }
}
