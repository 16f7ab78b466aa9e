import { largePictures, verdictOf } from '../layout/verdict.js';
import type { Raster } from '../ocr/recognised-page.js';
import { scaleFor } from '../ocr/scale.js';
import type { Findings, OfdPage } from './document.js';
import { drawPage } from './drawing.js';
import { type OpenMedium, openMedium } from './media.js';
import type { OfdPackage } from './package.js';
import type { Resources } from './resources.js';

/**
 * Draws what of a page is pixels or shapes; its text is not drawn. Gives null where nothing of it can be shown, and for
 * a page whose text has no meaning, for a part of a page is not the page. What can not be shown is noted in `findings`.
 */
export const pageDrawer =
  (file: OfdPackage, resources: Resources, page: OfdPage, pixels: number, findings: Findings) =>
  async (): Promise<Raster | null> => {
    const { content, drawing, size } = page;
    const verdict = verdictOf(content);
    if (verdict === 'garbage') return null;
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
    const outlines = verdict === 'text' ? [] : drawing.outlines;
    const pictures = await Promise.all(
      drawing.images.map(async ({ resource }, index) => {
        const medium = await open(resource);
        const box = content.pictures[index]!;
        const area = box.width * box.height;
        return { ...box, resolution: medium ? Math.sqrt((medium.width * medium.height) / area) : 0 };
      }),
    );
    const shown = pictures.some(({ resolution }) => resolution > 0);
    if (!shown && outlines.length === 0) return null;
    const fine = verdict === 'text' ? largePictures({ ...content, pictures }) : pictures;
    return drawPage({ images: drawing.images, outlines }, size, scaleFor(size, fine, pixels), open);
  };
