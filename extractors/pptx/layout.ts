import { attribute, child, type Element, elementsOf } from '../package/element.js';
import type { Place } from './order.js';

/** What a slide's shape takes over from the placeholder of its layout, or of the layout's master. */
export interface Inherited {
  readonly place: Place | null;
  readonly listStyles: readonly (Element | undefined)[];
}

/** What a shape that stands in for a placeholder says of it. */
export interface Placeholder {
  readonly type: string;
  readonly index: string | undefined;
}

/** The placeholder that a shape is, or undefined for a shape of its own. */
export const placeholderOf = (shape: Element): Placeholder | undefined => {
  for (const name of ['p:nvSpPr', 'p:nvPicPr', 'p:nvGraphicFramePr']) {
    const mark = child(child(child(shape, name), 'p:nvPr'), 'p:ph');
    if (mark) return { type: attribute(mark, 'type') ?? 'obj', index: attribute(mark, 'idx') };
  }
  return undefined;
};

/** Where a shape or group stands; null where it takes its place over. */
export const placeOf = (shape: Element): Place | null => {
  const properties = child(shape, 'p:spPr') ?? child(shape, 'p:grpSpPr');
  const offset = child(child(properties, 'a:xfrm') ?? child(shape, 'p:xfrm'), 'a:off');
  const [x, y] = [Number(attribute(offset, 'x')), Number(attribute(offset, 'y'))];
  return offset && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
};

/** The shapes of a slide, layout or master. */
export const shapesOf = (root: Element | undefined): Element[] => {
  const tree = child(child(root, 'p:cSld'), 'p:spTree');
  return tree ? elementsOf(tree) : [];
};

/** What a placeholder takes over from the layouts, the nearest first. */
export const inheritedBy = (placeholder: Placeholder | undefined, layouts: readonly Element[]): Inherited => {
  if (!placeholder) return { place: null, listStyles: [] };
  const models = layouts.flatMap((layout) => modelOf(placeholder, layout) ?? []);
  return {
    place: models.map(placeOf).find((place) => place !== null) ?? null,
    listStyles: models.map((model) => child(child(model, 'p:txBody'), 'a:lstStyle')),
  };
};

/** By its number where it has one, else by its kind; a centred title is a title. */
const modelOf = ({ type, index }: Placeholder, layout: Element): Element | undefined => {
  const shapes = shapesOf(layout);
  const kind = (of: string): string => of.replace('ctrTitle', 'title').replace('obj', 'body');
  return (
    (index === undefined ? undefined : shapes.find((shape) => placeholderOf(shape)?.index === index)) ??
    shapes.find((shape) => kind(placeholderOf(shape)?.type ?? '') === kind(type))
  );
};
