import type { PageContent, Picture, Point, Rule, Transform } from '../layout/page.js';
import { edgesOf, type Rectangle, ruleBetween } from '../layout/rules.js';
import type { Pdfium, Scratch } from './pdfium.js';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Maps and plans hold hundreds of thousands of strokes; none of them is a table. */
const MAX_OBJECTS = 20_000;
const MAX_SEGMENTS = 20_000;
/** Render mode "outline": the pen's width counts as part of a character. */
const STROKE = 1;
/** PDFium reads no text object narrower than this, in points. */
const INVISIBLE = 0.02;

/**
 * Makes single characters readable whose font is neither embedded nor known to the engine: without a glyph they have
 * no width, and PDFium leaves them out of a page's text. Drawn as outlines, they have the width of the pen. To be
 * called before the text is loaded; the file itself is not changed.
 */
export const showThinText = (pdfium: Pdfium, page: number, scratch: Scratch): void => {
  const { pointer } = scratch;
  const objects = Math.min(pdfium._FPDFPage_CountObjects(page), MAX_OBJECTS);
  for (let i = 0; i < objects; i++) {
    const object = pdfium._FPDFPage_GetObject(page, i);
    if (pdfium._FPDFPageObj_GetType(object) !== TEXT) continue;
    if (!pdfium._FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) continue;
    if (scratch.float(2) - scratch.float(0) >= INVISIBLE) continue;
    pdfium._FPDFTextObj_SetTextRenderMode(object, STROKE);
    // Any transformation makes the engine measure the object again.
    pdfium._FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, 0);
  }
};

/** Form objects in form objects: deeper ones are not looked into. */
const MAX_NESTING = 6;

/** The images and strokes of a page of the given size in points. */
export const readObjects = (
  pdfium: Pdfium,
  page: number,
  transform: Transform,
  scratch: Scratch,
  size: { readonly width: number; readonly height: number },
): Pick<PageContent, 'rules' | 'imageShare' | 'pictures' | 'objects'> => {
  const rules: Rule[] = [];
  const pictures: Picture[] = [];
  let covered = 0;
  const objects = pdfium._FPDFPage_CountObjects(page);
  let segmentsLeft = MAX_SEGMENTS;
  for (let i = 0; i < Math.min(objects, MAX_OBJECTS); i++) {
    const object = pdfium._FPDFPage_GetObject(page, i);
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type !== PATH && type !== IMAGE && type !== FORM) continue;
    const bounds = boundsOf(pdfium, object, transform, scratch);
    if (!bounds) continue;
    if (type !== PATH) {
      covered += (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
      pictures.push(...picturesIn(pdfium, object, { transform, scratch, size, left: MAX_OBJECTS, depth: 0 }));
      continue;
    }
    const segments = pdfium._FPDFPath_CountSegments(object);
    if (segments > segmentsLeft) continue;
    segmentsLeft -= segments;
    // A line or a rectangle is its bounds; longer paths are often a whole table's grid in one.
    if (segments <= 5) rules.push(...edgesOf(bounds));
    else rules.push(...strokesOf(pdfium, object, segments, transform, scratch));
  }
  const area = size.width * size.height;
  return { rules, pictures, imageShare: area > 0 ? Math.min(1, covered / area) : 0, objects };
};

interface Around {
  readonly transform: Transform;
  readonly scratch: Scratch;
  readonly size: { readonly width: number; readonly height: number };
  /** Objects that may still be looked at. */
  left: number;
  depth: number;
}

/** An image, or the images inside a form object. */
const picturesIn = (pdfium: Pdfium, object: number, around: Around): Picture[] => {
  const type = pdfium._FPDFPageObj_GetType(object);
  if (type === IMAGE) return pictureOf(pdfium, object, around);
  if (type !== FORM || around.depth >= MAX_NESTING) return [];
  const inner = { ...around, transform: innerTransform(pdfium, object, around), depth: around.depth + 1 };
  const found: Picture[] = [];
  const count = pdfium._FPDFFormObj_CountObjects(object);
  for (let i = 0; i < count && inner.left > 0; i++) {
    inner.left--;
    found.push(...picturesIn(pdfium, pdfium._FPDFFormObj_GetObject(object, i), inner));
  }
  around.left = inner.left;
  return found;
};

/** From a form object's own space to the page as displayed. */
const innerTransform = (pdfium: Pdfium, form: number, { transform, scratch }: Around): Transform => {
  pdfium._FPDFPageObj_GetMatrix(form, scratch.pointer);
  const [a, b, c, d, e, f] = matrixIn(scratch);
  return (x, y) => transform(a * x + c * y + e, b * x + d * y + f);
};

const pictureOf = (pdfium: Pdfium, image: number, { transform, scratch, size }: Around): Picture[] => {
  const bounds = boundsOf(pdfium, image, transform, scratch);
  if (!bounds) return [];
  const [x, y] = [Math.max(0, bounds.left), Math.max(0, bounds.top)];
  const width = Math.min(size.width, bounds.right) - x;
  const height = Math.min(size.height, bounds.bottom) - y;
  if (!(width > 0 && height > 0)) return [];
  const { pointer } = scratch;
  const known = pdfium._FPDFImageObj_GetImagePixelSize(image, pointer, pointer + 4);
  const pixels = known ? scratch.integer(0) * scratch.integer(1) : 0;
  // The image may lie on its side: the root of the areas' ratio is right either way.
  const area = (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
  return [{ x, y, width, height, pixels, resolution: pixels > 0 ? Math.sqrt(pixels / area) : 0 }];
};

const boundsOf = (
  pdfium: Pdfium,
  object: number,
  transform: Transform,
  scratch: Scratch,
): Rectangle | null => {
  const { pointer } = scratch;
  if (!pdfium._FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return null;
  const a = transform(scratch.float(0), scratch.float(1));
  const b = transform(scratch.float(2), scratch.float(3));
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
};

const LINE_TO = 0;
const MOVE_TO = 2;

/** The straight horizontal and vertical strokes of a path. */
const strokesOf = (
  pdfium: Pdfium,
  object: number,
  segments: number,
  transform: Transform,
  scratch: Scratch,
): Rule[] => {
  const { pointer } = scratch;
  pdfium._FPDFPageObj_GetMatrix(object, pointer);
  const [a, b, c, d, e, f] = matrixIn(scratch);
  const rules: Rule[] = [];
  let start: Point | undefined;
  let last: Point | undefined;
  const stroke = (from: Point | undefined, to: Point | undefined): void => {
    if (from && to) rules.push(...ruleBetween(from, to));
  };
  for (let i = 0; i < segments; i++) {
    const segment = pdfium._FPDFPath_GetPathSegment(object, i);
    if (!segment || !pdfium._FPDFPathSegment_GetPoint(segment, pointer, pointer + 4)) continue;
    const [x, y] = [scratch.float(0), scratch.float(1)];
    const point = transform(a * x + c * y + e, b * x + d * y + f);
    const type = pdfium._FPDFPathSegment_GetType(segment);
    if (type === MOVE_TO) start = point;
    else if (type === LINE_TO) stroke(last, point);
    last = point;
    if (pdfium._FPDFPathSegment_GetClose(segment)) stroke(point, start);
  }
  return rules;
};

/** The six numbers of a matrix at the beginning of the scratch memory. */
const matrixIn = (scratch: Scratch): [number, number, number, number, number, number] => [
  scratch.float(0),
  scratch.float(1),
  scratch.float(2),
  scratch.float(3),
  scratch.float(4),
  scratch.float(5),
];
