import type { PixelBox, Plane } from './plane.js';
import type { Region } from './regions.js';
import type { PixelRule } from './ruling.js';

/** Darker pixels are ink. */
const INK = 150;
/** Lines end where this much blank follows, in heights of the line: a full stop stands close, the next column does not. */
const REACH = 0.9;
/** Parts of a line that stand this close, in heights, are read together. */
const TOGETHER = 1.2;
/** A gap this wide inside a line, in heights, parts columns. */
const GUTTER = 2.2;

/**
 * Lines of text as they are read: cut where an upright rule or a wide gap crosses them, joined where the detector saw
 * parts of one, drawn out to the signs at their ends that it overlooked, and trimmed to their ink.
 */
export const spansOf = (plane: Plane, regions: readonly Region[], rules: readonly PixelRule[]): Region[] => {
  const upright = rules.filter(({ direction }) => direction === 'vertical');
  const cut = regions.flatMap((region) => cutAtRules(region, upright));
  const joined = join(cut, upright);
  return joined
    .map((region) => drawOut(plane, region, upright))
    .filter((region) => region !== null)
    .flatMap((region) => cutAtGutters(plane, region));
};

const heightOf = ({ top, bottom }: PixelBox): number => bottom - top;

const crosses = (rule: PixelRule, top: number, bottom: number): boolean =>
  Math.min(rule.bottom, bottom) - Math.max(rule.top, top) > 0.5 * (bottom - top);

const cutAtRules = (region: Region, upright: readonly PixelRule[]): Region[] => {
  const cuts = upright
    .filter(
      (rule) =>
        crosses(rule, region.top, region.bottom) && rule.left < region.right && rule.right > region.left,
    )
    .sort((a, b) => a.left - b.left);
  const parts: Region[] = [];
  let { left } = region;
  for (const rule of cuts) {
    parts.push({ ...region, left, right: rule.left });
    left = rule.right;
  }
  parts.push({ ...region, left });
  return parts.filter((part) => part.right - part.left > 0.15 * heightOf(part));
};

/** Parts side by side at the same height become one line. */
const join = (regions: readonly Region[], upright: readonly PixelRule[]): Region[] => {
  const sorted = [...regions].sort((a, b) => a.left - b.left || a.top - b.top);
  const lines: Region[] = [];
  for (const region of sorted) {
    const at = lines.findLastIndex((line) => areOne(line, region, upright));
    if (at < 0) lines.push(region);
    else lines[at] = around(lines[at]!, region);
  }
  return lines.sort((a, b) => a.top - b.top || a.left - b.left);
};

const areOne = (line: Region, part: Region, upright: readonly PixelRule[]): boolean => {
  const low = Math.min(heightOf(line), heightOf(part));
  const high = Math.max(heightOf(line), heightOf(part));
  const shared = Math.min(line.bottom, part.bottom) - Math.max(line.top, part.top);
  // A sign is lower than the line that it belongs to.
  const small = part.right - part.left < 1.6 * high || line.right - line.left < 1.6 * high;
  if (shared < 0.6 * low || (!small && low < 0.6 * high)) return false;
  if (part.left - line.right > TOGETHER * high * (small ? 0.6 : 1)) return false;
  const [from, to] = [Math.min(line.right, part.left), Math.max(line.right, part.left)];
  return !upright.some(
    (rule) => rule.left >= from - 2 && rule.right <= to + 2 && crosses(rule, part.top, part.bottom),
  );
};

const around = (a: Region, b: Region): Region => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
  score: Math.max(a.score, b.score),
});

/** The line's box after its ink; null where there is none. */
const drawOut = (plane: Plane, region: Region, upright: readonly PixelRule[]): Region | null => {
  const height = heightOf(region);
  const walls = upright.filter((rule) => crosses(rule, region.top, region.bottom));
  const wallLeft = Math.max(
    0,
    ...walls.filter((rule) => rule.right <= region.left + 2).map((rule) => rule.right),
  );
  const wallRight = Math.min(
    plane.width,
    ...walls.filter((rule) => rule.left >= region.right - 2).map((rule) => rule.left),
  );
  const top = Math.max(0, Math.round(region.top));
  const bottom = Math.min(plane.height, Math.round(region.bottom));
  // The outer eighths belong to the lines above and below where these stand close.
  const inset = Math.round(height / 8);
  const inked = (column: number): boolean => {
    for (let row = top + inset; row < bottom - inset; row += 1)
      if (plane.data[row * plane.width + column]! < INK) return true;
    return false;
  };
  const reach = Math.round(REACH * height);
  const drawnOut = (from: number, step: 1 | -1, wall: number): number => {
    let end = from;
    for (let at = from; Math.abs(at - end) <= reach && at !== wall && at >= 0 && at < plane.width; at += step)
      if (inked(at)) end = at;
    return end;
  };
  const right = drawnOut(Math.min(plane.width - 1, Math.max(0, Math.round(region.right))), 1, wallRight);
  const left = drawnOut(Math.max(0, Math.min(plane.width - 1, Math.round(region.left))), -1, wallLeft - 1);
  return { ...region, left, right: right + 1, top, bottom };
};

const cutAtGutters = (plane: Plane, region: Region): Region[] => {
  const gutter = GUTTER * heightOf(region);
  const parts: Region[] = [];
  let start = region.left;
  let last = region.left;
  for (let column = region.left; column < region.right; column += 1) {
    let ink = false;
    for (let row = region.top; row < region.bottom && !ink; row += 1)
      ink = plane.data[row * plane.width + column]! < INK;
    if (!ink) continue;
    if (column - last > gutter) {
      parts.push({ ...region, left: start, right: last + 2 });
      start = column - 2;
    }
    last = column;
  }
  parts.push({ ...region, left: start });
  return parts;
};
