import { writeFile } from 'node:fs/promises';
import type { Paragraph, Table } from 'docx';
import { writeWholeZip } from '../whole-zip.js';
import { PAGE, type WordOrientation } from './page.js';
import { WordParts } from './parts.js';
import { printable } from './type.js';
import { escapeXml, watermarkHeader } from './watermark.js';

/** Pages that are set the same way. Every page bears its number. */
export interface WordSection {
  readonly orientation: WordOrientation;
  /** Behind the text of every page, such as 草稿. */
  readonly watermark?: string;
  readonly children: readonly (Paragraph | Table)[];
}

/**
 * Writes a Word document (.docx) on A4; the file appears under its name only when it is complete, and the same sections
 * give the same bytes. `title` and `remark` are the document's properties. `compose` may be asynchronous; what it throws is
 * thrown here.
 */
export const writeWordFile = (
  path: string,
  title: string,
  compose: (parts: WordParts) => readonly WordSection[] | Promise<readonly WordSection[]>,
  remark = '',
): Promise<void> =>
  writeWholeZip(path, async (partial) => writeFile(partial, await render(title, compose, remark)));

const render = async (
  title: string,
  compose: Parameters<typeof writeWordFile>[2],
  remark: string,
): Promise<Buffer> => {
  // Loaded here, since it is large and most commands write no document.
  const docx = await import('docx');
  const parts = new WordParts(docx);
  const sections = await compose(parts);
  const document = new docx.Document({
    creator: '清规',
    title: printable(title),
    ...(parts.styles && { styles: parts.styles }),
    sections: sections.map(({ orientation, watermark, children }, index) => ({
      properties: {
        page: {
          size: {
            width: PAGE.width,
            height: PAGE.height,
            orientation: docx.PageOrientation[orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'],
          },
          margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
        },
      },
      ...(watermark && { headers: { default: watermarkHeader(docx, printable(watermark), index + 1) } }),
      footers: { default: parts.footer() },
      children: [...children],
    })),
  });
  return docx.Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(printable(title), printable(remark)) },
  ]);
};

/** No clock in a result: the same input gives the same bytes. */
const coreProperties = (title: string, remark: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>清规</dc:creator>${remark && `<dc:description>${escapeXml(remark)}</dc:description>`}<cp:lastModifiedBy>清规</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2021-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`;
