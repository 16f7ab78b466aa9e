import { attribute, elementsOf } from './element.js';
import { parseXml, type Vocabulary } from './xml.js';
import { resolvePath, type ZipPackage } from './zip.js';

/** What a part refers to inside its package. */
export interface Relation {
  readonly id: string;
  /** The last word of its URI: worksheet, slide, notesSlide. */
  readonly type: string;
  /** The part's name. */
  readonly target: string;
}

const VOCABULARY: Vocabulary = { ignored: new Set(), ignoredAttributes: [], blanks: new Set() };

/** The relations of a part, those to the outside left out; '' is the package itself. */
export const relationsOf = async (zip: ZipPackage, part: string): Promise<readonly Relation[]> => {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const bytes = await zip.bytes(name);
  if (!bytes) return [];
  return elementsOf(parseXml(bytes, name, VOCABULARY)).flatMap((relation): Relation[] => {
    const id = attribute(relation, 'Id');
    const type = attribute(relation, 'Type')?.split('/').at(-1);
    const target = attribute(relation, 'Target');
    if (!id || !type || !target || attribute(relation, 'TargetMode') === 'External') return [];
    return [{ id, type, target: resolvePath(folder, target) }];
  });
};
