import { largePictures, verdictOf } from '../layout/verdict.js';
import type { Drawn } from '../ocr/read-pixels.js';
import { scaleFor } from '../ocr/scale.js';
import type { Findings, OfdPage } from './document.js';
import { drawPage } from './drawing.js';
import { type OpenMedium, openMedium } from './media.js';
import type { OfdPackage } from './package.js';
import type { Resources } from './resources.js';

/**
 * Draws what of a page is pixels or shapes. Text is drawn where it has no meaning and the fonts in the file have the shapes
 * of all its characters; else such a page gives null, for a part of a page is not the page. Null also where nothing can
 * be shown. What can not be shown is noted in `findings`.
 */
export const pageDrawer =
  (file: OfdPackage, resources: Resources, page: OfdPage, pixels: number, findings: Findings) =>
  async (): Promise<Drawn | null> => {
    const { content, drawing, size } = page;
    const verdict = verdictOf(content);
    const withText = verdict === 'garbage';
    const letters = withText ? page.letterShapes() : [];
    if (!letters) return null;
    const opened = new Map<string, OpenMedium | null>();
    const open = async (resource: string): Promise<OpenMedium | null> => {
      const known = opened.get(resource);
      if (known !== undefined) return known;
      const found = await openMedium(file, resources.media.get(resource), pixels);
      const medium = typeof found === 'string' ? null : found;
      if (typeof found === 'string') {
        const reasons = findings.unshown.get(content.number) ?? new Set();
        findings.unshown.set(content.number, reasons.add(found));
      }
      opened.set(resource, medium);
      return medium;
    };
    // Beside text, only pictures count: shapes are rules and ornaments.
    const outlines = verdict === 'text' ? [] : [...drawing.outlines, ...letters];
    const pictures = await Promise.all(
      drawing.images.map(async ({ resource }, index) => {
        const medium = await open(resource);
        const box = content.pictures[index]!;
        const count = medium ? medium.width * medium.height : 0;
        return { ...box, pixels: count, resolution: Math.sqrt(count / (box.width * box.height)) };
      }),
    );
    const shown = pictures.some(({ resolution }) => resolution > 0);
    if (!shown && outlines.length === 0) return null;
    const fine = verdict === 'text' ? largePictures({ ...content, pictures }) : pictures;
    const scale = scaleFor(size, fine, pixels);
    return { withText, raster: await drawPage({ images: drawing.images, outlines }, size, scale, open) };
  };
