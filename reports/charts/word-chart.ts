import type { Paragraph } from 'docx';
import { printable } from '../word/type.js';
import { draw } from './draw.js';
import type { Drawing } from './drawing.js';
import { chartPng } from './png.js';

/** What a page holds from left to right, in pixels of 1/96 inch. */
const PAGE_WIDTH = 620;

/**
 * A chart as a centred picture with its words as alternative text: SVG, and PNG for programs that do not draw SVG.
 *
 * @param id numbers the pictures of a document from 1: docx's own numbers go on from one document to the next.
 */
export const wordChart = async (
  docx: typeof import('docx'),
  drawing: Drawing,
  id: number,
): Promise<Paragraph> => {
  // Paper is white; a draft's watermark goes on behind the picture.
  const svg = await draw(drawing, 'transparent');
  const scale = Math.min(1, PAGE_WIDTH / drawing.width);
  const transformation = {
    width: Math.round(drawing.width * scale),
    height: Math.round(drawing.height * scale),
  };
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new docx.ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        transformation,
        fallback: { type: 'png', data: await chartPng(svg) },
        altText: {
          id: String(id),
          name: `图${id}`,
          title: printable(drawing.title),
          description: printable(drawing.words),
        },
      }),
    ],
  });
};
