import { FileError, type MetadataField } from '../../model/index.js';
import { elementsOf, textOf } from './element.js';
import { relationsOf } from './relations.js';
import { parseXml, type Vocabulary } from './xml.js';
import type { ZipPackage } from './zip.js';

const PROPERTIES = ['title', 'subject', 'keywords', 'creator', 'created', 'modified'] as const;
const VOCABULARY: Vocabulary = { ignored: new Set(), ignoredAttributes: [], blanks: new Set() };

/** The document properties of an Office Open XML file; a damaged properties part does not matter to the text. */
export const readCoreProperties = async (zip: ZipPackage): Promise<MetadataField[]> => {
  try {
    const related = (await relationsOf(zip, '')).find(({ type }) => type === 'core-properties');
    const part = related?.target ?? 'docProps/core.xml';
    const bytes = await zip.bytes(part);
    const found = bytes ? elementsOf(parseXml(bytes, part, VOCABULARY)) : [];
    return PROPERTIES.flatMap((name) => {
      const property = found.find((element) => element.name === name);
      const value = property ? textOf(property).replace(/\s+/gu, ' ').trim() : '';
      return value ? [{ name, value, from: 'properties' as const }] : [];
    });
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
};
