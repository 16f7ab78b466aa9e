import { attribute, child, type Element, elementsOf } from '../package/element.js';
import type { PassageItem } from '../word/items.js';
import { readTextBody } from './text.js';

/** The text of a SmartArt's points in the order of its outline: a point, then those below it. */
export const readDiagram = (data: Element): PassageItem[] => {
  const points = new Map<string, Element>();
  for (const point of elementsOf(child(data, 'dgm:ptLst') ?? data))
    if (point.name === 'dgm:pt') points.set(attribute(point, 'modelId') ?? '', point);
  const below = new Map<string, { readonly to: string; readonly order: number }[]>();
  for (const link of elementsOf(child(data, 'dgm:cxnLst') ?? data)) {
    if (link.name !== 'dgm:cxn' || (attribute(link, 'type') ?? 'parOf') !== 'parOf') continue;
    const from = attribute(link, 'srcId') ?? '';
    const entry = { to: attribute(link, 'destId') ?? '', order: Number(attribute(link, 'srcOrd')) || 0 };
    const known = below.get(from);
    if (known) known.push(entry);
    else below.set(from, [entry]);
  }
  return inOrder(points, below).flatMap((id) => {
    const point = points.get(id)!;
    const text = child(point, 'dgm:t');
    // Others are the drawing's own: its transitions and its presentation.
    return text && (attribute(point, 'type') ?? 'node') === 'node' ? readTextBody(text, {}) : [];
  });
};

/** Points from the roots down, each once; those that no root leads to at the end. */
const inOrder = (
  points: ReadonlyMap<string, Element>,
  below: ReadonlyMap<string, readonly { readonly to: string; readonly order: number }[]>,
): string[] => {
  const seen = new Set<string>();
  const visit = (start: string): void => {
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id) || !points.has(id)) continue;
      seen.add(id);
      const next = [...(below.get(id) ?? [])].sort((a, b) => b.order - a.order);
      open.push(...next.map(({ to }) => to));
    }
  };
  for (const [id, point] of points) if (attribute(point, 'type') === 'doc') visit(id);
  for (const id of points.keys()) visit(id);
  return [...seen];
};
