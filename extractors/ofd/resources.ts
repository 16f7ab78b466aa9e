import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import { resolvePath } from '../package/zip.js';
import type { OfdPackage, Part } from './package.js';

/** What the objects of a document refer to by number. */
export interface Resources {
  /** Fonts that are bold. */
  readonly boldFonts: Set<string>;
  /** Fonts whose files are in the package. */
  readonly fonts: Map<string, InPackage>;
  /** Pictures. */
  readonly media: Map<string, Medium>;
  /** CompositeGraphicUnits: drawings that are used in several places (GB/T 33190-2016, 13). */
  readonly units: Map<string, Element>;
  /** DrawParams: colours and widths that many objects share (GB/T 33190-2016, 8.2). */
  readonly drawParams: Map<string, Element>;
}

/** Where a file of the package may stand. */
export interface InPackage {
  readonly file: string;
  /** Folders to try, in order. */
  readonly folders: readonly string[];
}

export interface Medium extends InPackage {
  readonly format: string;
}

export const noResources = (): Resources => ({
  boldFonts: new Set(),
  fonts: new Map(),
  media: new Map(),
  units: new Map(),
  drawParams: new Map(),
});

/**
 * Adds the resources that PublicRes, DocumentRes or PageRes of an element name. Returns how many of these parts are
 * missing or damaged.
 */
export const addResources = async (
  file: OfdPackage,
  owner: Element | undefined,
  folders: readonly string[],
  resources: Resources,
): Promise<number> => {
  let lost = 0;
  for (const reference of owner ? elementsOf(owner) : []) {
    if (!['PublicRes', 'DocumentRes', 'PageRes'].includes(reference.name)) continue;
    const part = await file.optionalPart(textOf(reference), folders);
    if (part) addPart(part, folders, resources);
    else lost++;
  }
  return lost;
};

const addPart = (
  { root, folder }: Part,
  around: readonly string[],
  { boldFonts, fonts, media, units, drawParams }: Resources,
): void => {
  // As the standard has it first, then as producers do.
  const base = attribute(root, 'BaseLoc') ?? '';
  const inside = base && resolvePath(folder, base);
  const folders = [...new Set([...(inside ? [`${inside}/`] : []), folder, ...around])];
  for (const list of elementsOf(root))
    for (const resource of elementsOf(list)) {
      const id = attribute(resource, 'ID');
      if (id === undefined) continue;
      if (resource.name === 'Font') {
        if (isBold(resource)) boldFonts.add(id);
        const file = child(resource, 'FontFile');
        if (file) fonts.set(id, { file: textOf(file).trim(), folders });
      }
      if (resource.name === 'MultiMedia') {
        const file = child(resource, 'MediaFile');
        const format = attribute(resource, 'Format') ?? '';
        if (file) media.set(id, { file: textOf(file).trim(), folders, format });
      }
      if (resource.name === 'DrawParam') drawParams.set(id, resource);
      const content = resource.name === 'CompositeGraphicUnit' ? child(resource, 'Content') : undefined;
      if (content) units.set(id, content);
    }
};

const isBold = (font: Element): boolean =>
  attribute(font, 'Bold') === 'true' || /bold/i.test(attribute(font, 'FontName') ?? '');
