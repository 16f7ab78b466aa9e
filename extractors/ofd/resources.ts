import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import type { OfdPackage, Part } from './package.js';

/** What the objects of a document refer to by number. */
export interface Resources {
  /** Fonts that are bold. */
  readonly boldFonts: Set<string>;
  /** CompositeGraphicUnits: drawings that are used in several places (GB/T 33190-2016, 13). */
  readonly units: Map<string, Element>;
}

export const noResources = (): Resources => ({ boldFonts: new Set(), units: new Map() });

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
    if (part) addPart(part, resources);
    else lost++;
  }
  return lost;
};

const addPart = ({ root }: Part, { boldFonts, units }: Resources): void => {
  for (const list of elementsOf(root))
    for (const resource of elementsOf(list)) {
      const id = attribute(resource, 'ID');
      if (id === undefined) continue;
      if (resource.name === 'Font' && isBold(resource)) boldFonts.add(id);
      const content = resource.name === 'CompositeGraphicUnit' ? child(resource, 'Content') : undefined;
      if (content) units.set(id, content);
    }
};

const isBold = (font: Element): boolean =>
  attribute(font, 'Bold') === 'true' || /bold/i.test(attribute(font, 'FontName') ?? '');
