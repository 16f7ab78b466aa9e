import { type Block, FileError, type FileFormat, type Manuscript, type Span } from '../../model/index.js';
import { type PagesText, textOfPages } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { contentOf } from '../ocr/page-content.js';
import type { Recogniser } from '../ocr/recognised-page.js';
import { recogniser } from '../ocr/recogniser.js';
import { ZipPackage } from '../package/zip.js';
import type { ReadingOptions } from '../reading.js';

/** Where packaged documents keep their pictures. */
const PICTURE = /^(?:(?:word|xl|ppt)\/media|pictures)\/[^/]*\.(?:png|jpe?g|tiff?|bmp|gif|webp)$/;
/** Formats whose pictures are looked into. */
const PACKAGES: ReadonlySet<FileFormat> = new Set(['docx', 'pptx', 'xlsx', 'odt']);
/** Pixels of a picture's shorter side below which it is a seal, a logo or an icon, not a page. */
const LEAST_SIDE = 500;
/** Chinese characters that make a picture one of a text. */
const LEAST_HAN = 30;

/** Reads the document itself. */
type Read = () => Promise<Manuscript>;

/**
 * A packaged document with the text of its pictures: pages that were scanned and pasted in. What is recognised stands
 * behind the document's own text, picture by picture in the order of their numbers; `page` of its blocks is the
 * picture's number. A document of pictures alone has their text. Pictures of other things than text are left out.
 *
 * Throws FileError: what `read` throws, but for needs-ocr where the pictures give a text.
 */
export const readWithPictures = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: ReadingOptions,
  read: Read,
  recognise: Recogniser = recogniser,
): Promise<Manuscript> => {
  if (!PACKAGES.has(format) || !options.ocr) return read();
  const own = await read().catch((error: unknown) => {
    if (error instanceof FileError && error.reason.code === 'needs-ocr') return error;
    throw error;
  });
  const found = await textOfPictures(bytes, options, recognise);
  if (own instanceof FileError) {
    if (!found) throw own;
    const { pages: _, ...text } = found;
    return { format: format as Manuscript['format'], metadata: [], ...text };
  }
  return found ? joined(own, found) : own;
};

/** What the pictures say; null where none of them shows a text. */
const textOfPictures = async (
  bytes: Uint8Array,
  options: ReadingOptions,
  recognise: Recogniser,
): Promise<PagesText | null> => {
  const zip = await ZipPackage.open(bytes);
  const names = zip.names.filter((name) => PICTURE.test(name)).sort(byNumber);
  const pages: PageContent[] = [];
  let number = 0;
  for (const name of names) {
    number += 1;
    if (number > options.limits.pages) break;
    const page = await pageOf(zip, name, number, options, recognise);
    if (page) pages.push(page);
  }
  if (pages.length === 0) return null;
  const text = textOfPages([pages]);
  return { ...text, notes: text.notes.map(({ code, message }) => ({ code, message: ofPictures(message) })) };
};

/** Notes speak of pages; here they are pictures. */
const ofPictures = (message: string): string =>
  message.replace(/^第([\d、-]+)页/u, '第$1幅图片').replace('有文字由', '的文字（接在正文之后）由');

const pageOf = async (
  zip: ZipPackage,
  name: string,
  number: number,
  { limits, onProgress }: ReadingOptions,
  recognise: Recogniser,
): Promise<PageContent | null> => {
  // Loaded when there is a picture to look at: most documents have none.
  const { openPicture, rasterOf } = await import('./decode.js');
  const { resolutionOf } = await import('./resolution.js');
  try {
    const picture = await openPicture((await zip.picture(name, limits.unpackedBytes))!, limits.pixels);
    if (Math.min(picture.width, picture.height) < LEAST_SIDE) return null;
    const { scale, shrunk } = await resolutionOf(await picture.page(0), limits.pixels);
    const page = contentOf(await recognise(await rasterOf(shrunk, scale)), number);
    onProgress();
    const han = page.glyphs.filter(({ char }) => /\p{Script=Han}/u.test(char)).length;
    return han >= LEAST_HAN ? page : null;
  } catch (error) {
    // A picture that can not be opened is one of those that the document's note speaks of.
    if (error instanceof FileError) return null;
    throw error;
  }
};

/** image2.png before image10.png. */
const byNumber = (a: string, b: string): number => numberIn(a) - numberIn(b) || (a < b ? -1 : 1);

const numberIn = (name: string): number => Number(/(\d{1,9})\.[a-z]+$/.exec(name)?.[1] ?? 0);

/** The document's own text, then that of its pictures. */
const joined = (own: Manuscript, found: PagesText): Manuscript => {
  const offset = own.text.length + 1;
  const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const tables = own.blocks.reduce((next, { cell }) => Math.max(next, (cell?.table ?? -1) + 1), 0);
  const last = own.blocks.at(-1)?.paragraph ?? 0;
  const blocks = found.blocks.map(
    ({ cell, ...block }): Block => ({
      ...block,
      span: moved(block.span),
      paragraph: last + block.paragraph,
      ...(cell && { cell: { ...cell, table: tables + cell.table } }),
    }),
  );
  return {
    ...own,
    text: `${own.text}\n${found.text}`,
    blocks: [...own.blocks, ...blocks],
    notes: [...own.notes.filter(({ code }) => code !== 'pictures'), ...found.notes],
    ...(found.turns && { turns: found.turns }),
    recognised: (found.recognised ?? []).map((line) => ({
      ...line,
      span: moved(line.span),
      doubtful: line.doubtful.map(moved),
    })),
    repairs: (found.repairs ?? []).map((repair) => ({ ...repair, span: moved(repair.span) })),
  };
};
