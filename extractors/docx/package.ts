import { FileError } from '../../model/index.js';
import { attribute, type Element, elementsOf } from '../package/element.js';
import { parseXml } from '../package/xml.js';
import { resolvePath, ZipPackage } from '../package/zip.js';
import { isEncryptedPackage } from '../word/compound-file.js';
import { VOCABULARY } from './vocabulary.js';

/** The parts of a .docx, unpacked and parsed when asked for. Part names have no leading '/'. */
export class DocxPackage {
  readonly zip: ZipPackage;

  private constructor(zip: ZipPackage) {
    this.zip = zip;
  }

  /** Reads the directory. Throws FileError: encrypted, corrupt, too-large. */
  static async open(bytes: Uint8Array): Promise<DocxPackage> {
    if (isEncryptedPackage(bytes)) throw new FileError('encrypted');
    return new DocxPackage(await ZipPackage.open(bytes));
  }

  /** The root element of a part, or undefined where there is no such part. */
  async part(name: string): Promise<Element | undefined> {
    const bytes = await this.zip.bytes(name);
    return bytes && parseXml(bytes, name, VOCABULARY);
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
      found.set(type, resolvePath(folder, target));
    }
    return found;
  }
}
