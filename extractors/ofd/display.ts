import { FileError } from '../../model/index.js';
import { checkPage, type PageWish, type Sheet, type Size, scaleFor } from '../display/sheet.js';
import type { Turned } from '../layout/turning.js';
import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import { type Around, areaOf, type Findings, openDocument, pagesOf } from './document.js';
import { drawLayers, type PlacedImage } from './drawing.js';
import type { Fonts } from './fonts/fonts.js';
import { POINTS, placeOf, TO_POINTS } from './geometry.js';
import { type OpenMedium, openMedium } from './media.js';
import type { Outline } from './outlines.js';
import { OfdPackage, type Part } from './package.js';
import { Budget, PageReader, type Painted } from './page-reader.js';
import { addResources } from './resources.js';

/**
 * Draws a page for a person to look at: pictures, shapes and text in the order in which they are painted, annotations
 * on top. Characters without a shape in the fonts of the file are given instead. Clips and seals are not drawn.
 * Throws FileError: encrypted, corrupt, too-large.
 */
export const displayOfd = async (bytes: Uint8Array, wish: PageWish): Promise<Sheet> => {
  const file = await OfdPackage.open(bytes, wish.unpackedBytes);
  const { document, before, count } = await documentOf(file, wish.page);
  checkPage(wish, count);
  const { pages, around } = await openDocument(
    file,
    document!,
    before,
    wish.pages,
    new Budget(),
    NO_FINDINGS(),
  );
  const { painted, size } = await readPainted(pages[wish.page - before - 1]!, around);
  const scale = scaleFor(size, wish);
  await around.fonts.load(fontsOf(painted));
  const { layers, missing } = layersOf(painted, around.fonts);
  const open = opener(file, around, wish.pixels);
  return { raster: await drawLayers(layers, size, scale, open, true), size, missing };
};

/** Nobody asks what was noticed on the way. */
const NO_FINDINGS = (): Findings => ({
  incomplete: new Set(),
  unshown: new Map(),
  fromFonts: new Map(),
  hidden: 0,
  remarks: 0,
});

/** The document of the file that has a page, the pages before it, and the pages of the whole file. */
const documentOf = async (
  file: OfdPackage,
  page: number,
): Promise<{ readonly document: Part | undefined; readonly before: number; readonly count: number }> => {
  const { root, folder } = await file.entrance();
  let found: { document: Part; before: number } | undefined;
  let count = 0;
  for (const body of elementsOf(root).filter((element) => element.name === 'DocBody')) {
    const reference = child(body, 'DocRoot');
    const document = await file.optionalPart(reference && textOf(reference), [folder]);
    if (!document) continue;
    const pages = pagesOf(document.root).length;
    if (page > count && page <= count + pages) found = { document, before: count };
    count += pages;
  }
  return { document: found?.document, before: found?.before ?? 0, count };
};

const readPainted = async (
  page: Element,
  around: Around,
): Promise<{ readonly painted: readonly Painted[]; readonly size: Size }> => {
  const { file, folder, resources, budget } = around;
  const part = await file.optionalPart(attribute(page, 'BaseLoc'), [folder]);
  if (!part) throw new FileError('corrupt', '页面无法打开');
  await addResources(file, part.root, [part.folder, folder], resources);
  const area = areaOf(part.root, 'Area') ?? around.area;
  const size = { width: area.width * POINTS, height: area.height * POINTS };
  const reader = new PageReader(size, resources, budget);
  const templates = elementsOf(part.root).filter((element) => element.name === 'Template');
  const isAbove = (template: Element): boolean => attribute(template, 'ZOrder') === 'Foreground';
  const readTemplates = async (chosen: readonly Element[]): Promise<void> => {
    for (const template of chosen) {
      const content = await around.templates.content(attribute(template, 'TemplateID') ?? '');
      if (content) reader.read(content, TO_POINTS);
    }
  };
  await readTemplates(templates.filter((template) => !isAbove(template)));
  for (const content of elementsOf(part.root).filter((element) => element.name === 'Content'))
    reader.read(content, TO_POINTS);
  await readTemplates(templates.filter(isAbove));
  for (const { reference, folder: from } of around.annotations.get(attribute(page, 'ID') ?? '') ?? []) {
    const annotations = await file.optionalPart(reference, [from, folder]);
    for (const annotation of annotations ? elementsOf(annotations.root) : []) {
      const appearance = child(annotation, 'Appearance');
      if (appearance && attribute(annotation, 'Visible') !== 'false')
        reader.read(appearance, placeOf(appearance, TO_POINTS));
    }
  }
  return { painted: reader.painted, size };
};

const fontsOf = (painted: readonly Painted[]): Set<string> =>
  new Set(
    painted.flatMap((each) => (each.kind === 'text' ? each.letters.slice(0, 1).map(({ font }) => font) : [])),
  );

/** Pictures, and the shapes between two pictures together; characters that have no shape. */
const layersOf = (
  painted: readonly Painted[],
  fonts: Fonts,
): {
  readonly layers: readonly (PlacedImage | readonly Outline[])[];
  readonly missing: readonly Turned[];
} => {
  const layers: (PlacedImage | readonly Outline[])[] = [];
  const missing: Turned[] = [];
  let shapes: Outline[] = [];
  const close = (): void => {
    if (shapes.length > 0) layers.push(shapes);
    shapes = [];
  };
  for (const each of painted) {
    if (each.kind === 'image') {
      close();
      layers.push(each.image);
    } else if (each.kind === 'shape') shapes.push(each.outline);
    else
      for (const letter of each.letters) {
        const { fill, opacity } = each.paint;
        const shape = fonts.shapeOf(letter);
        if (shape) shapes.push({ ...shape, fill, ...(opacity < 1 && { opacity }) });
        else if (letter.turned && letter.turned.char.trim() !== '') missing.push(letter.turned);
      }
  }
  close();
  return { layers, missing };
};

/** Opens each picture once; one that can not be shown is left out. */
const opener = (
  file: OfdPackage,
  { resources }: Around,
  pixels: number,
): ((resource: string) => Promise<OpenMedium | null>) => {
  const opened = new Map<string, OpenMedium | null>();
  return async (resource) => {
    const known = opened.get(resource);
    if (known !== undefined) return known;
    const found = await openMedium(file, resources.media.get(resource), pixels);
    const medium = typeof found === 'string' ? null : found;
    opened.set(resource, medium);
    return medium;
  };
};
