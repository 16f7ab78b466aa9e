import { linesOf } from '../layout/lines.js';
import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import type { Fonts } from './fonts/fonts.js';
import { type Matrix, placeOf } from './geometry.js';
import type { OfdPackage, Part } from './package.js';
import { type Budget, PageReader } from './page-reader.js';
import type { Resources } from './resources.js';

/** The same words so often in one annotation are a watermark, whatever the annotation calls itself. */
const TILED = 3;

/** Where the annotations of each page stand, by the page's ID. */
export type AnnotationFiles = ReadonlyMap<string, readonly { reference: string; folder: string }[]>;

/** Reads Annotations.xml (GB/T 33190-2016, 15); nothing where there is none. */
export const annotationFiles = async (
  file: OfdPackage,
  document: Element,
  folder: string,
): Promise<AnnotationFiles> => {
  const reference = child(document, 'Annotations');
  const list = await file.optionalPart(reference && textOf(reference), [folder]);
  const found = new Map<string, { reference: string; folder: string }[]>();
  for (const page of list ? elementsOf(list.root) : []) {
    const location = child(page, 'FileLoc');
    const id = attribute(page, 'PageID');
    if (!location || id === undefined) continue;
    const entry = { reference: textOf(location), folder: list!.folder };
    const entries = found.get(id);
    if (entries) entries.push(entry);
    else found.set(id, [entry]);
  }
  return found;
};

/** What the annotations of a page say. */
export interface PageAnnotations {
  /** Text shown on the page: one entry a line, nothing twice. */
  readonly texts: readonly string[];
  /** Comments that the page does not show. */
  readonly remarks: number;
}

/** Reads the text in a page's annotations; watermarks are left out. */
export const readAnnotations = (
  part: Part,
  around: {
    readonly matrix: Matrix;
    readonly size: { readonly width: number; readonly height: number };
    readonly resources: Resources;
    readonly fonts: Fonts;
    readonly budget: Budget;
  },
): PageAnnotations => {
  const texts = new Set<string>();
  let remarks = 0;
  for (const annotation of elementsOf(part.root)) {
    const remark = child(annotation, 'Remark');
    if (remark && textOf(remark).trim()) remarks++;
    const appearance = child(annotation, 'Appearance');
    const shown = attribute(annotation, 'Visible') !== 'false';
    if (!appearance || !shown || attribute(annotation, 'Type') === 'Watermark') continue;
    const reader = new PageReader(around.size, around.resources, around.budget);
    reader.read(appearance, placeOf(appearance, around.matrix));
    const { glyphs, asides } = reader.build(0, around.fonts).content;
    const lines = [...linesOf(glyphs, 0).map((line) => line.text), ...asides];
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    for (const [line, count] of counts) if (count < TILED) texts.add(line);
  }
  return { texts: [...texts], remarks };
};
