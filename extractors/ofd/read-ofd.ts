import { FileError, type Manuscript, type MetadataField } from '../../model/index.js';
import { type DocumentPages, type PagesText, textOfPages } from '../layout/manuscript.js';
import type { PageContent } from '../layout/page.js';
import { verdictOf } from '../layout/verdict.js';
import { readPixels } from '../ocr/read-pixels.js';
import type { Recogniser } from '../ocr/recognised-page.js';
import { recogniser } from '../ocr/recogniser.js';
import { child, elementsOf, textOf } from '../package/element.js';
import type { ReadingOptions } from '../reading.js';
import { type Findings, readDocument } from './document.js';
import { type Extras, metadataOf, notesOf, readExtras } from './notes.js';
import { OfdPackage } from './package.js';
import { pageDrawer } from './page-drawer.js';
import { Budget } from './page-reader.js';

/** More documents than anybody keeps in one file. */
const MAX_DOCUMENTS = 1_000;

/**
 * Reads an OFD (GB/T 33190-2016): all its documents in their order; text by the places of its characters, as in a PDF:
 * lines, columns, tables, paragraphs, without running heads and page numbers; what is a picture or drawn as shapes is
 * recognised. Attachments and signatures are named in notes, not read.
 * Throws FileError: encrypted, corrupt, too-large; needs-ocr where no page has text that can be read, no-text.
 */
export const readOfd = async (
  bytes: Uint8Array,
  options: ReadingOptions,
  recognise: Recogniser = recogniser,
): Promise<Manuscript> => {
  const { limits, ocr, onProgress } = options;
  const file = await OfdPackage.open(bytes, limits.unpackedBytes);
  const { root, folder } = await file.entrance();
  const bodies = elementsOf(root).filter((element) => element.name === 'DocBody');
  if (bodies.length > MAX_DOCUMENTS) throw new FileError('too-large', `文件内有${bodies.length}个文档`);
  const budget = new Budget();
  const findings: Findings = {
    incomplete: new Set(),
    unshown: new Map(),
    fromFonts: new Map(),
    hidden: 0,
    remarks: 0,
  };
  const documents: (PageContent | null)[][] = [];
  const extras: Extras[] = [];
  const metadata: MetadataField[] = [];
  let lost = 0;
  for (const body of bodies) {
    const reference = child(body, 'DocRoot');
    const document = await file.optionalPart(reference && textOf(reference), [folder]);
    metadata.push(...metadataOf(body));
    if (!document) {
      lost++;
      continue;
    }
    const before = documents.reduce((sum, pages) => sum + pages.length, 0);
    const { pages, resources } = await readDocument(file, document, before, limits.pages, budget, findings);
    const read: (PageContent | null)[] = [];
    for (const page of pages) {
      const draw = page && pageDrawer(file, resources, page, limits.pixels, findings);
      read.push(draw && ocr ? await readPixels(page.content, { recognise, draw }) : (page?.content ?? null));
      onProgress();
    }
    documents.push(read);
    extras.push(await readExtras(file, body, document));
  }
  if (documents.length === 0) throw new FileError('corrupt', '压缩包内没有 OFD 文档');
  const read = textOrReason(documents, extras);
  const judged = documents
    .flat()
    .flatMap((page) => (page ? [{ ...page, readable: verdictOf(page) === 'text' }] : []));
  return {
    ...read,
    format: 'ofd',
    metadata,
    notes: [...read.notes, ...notesOf(extras, findings, judged, lost)],
  };
};

/** The text of all pages; where there is none, the reason says what there is instead. */
const textOrReason = (documents: readonly DocumentPages[], extras: readonly Extras[]): PagesText => {
  try {
    return textOfPages(documents);
  } catch (error) {
    if (!(error instanceof FileError) || error.reason.code !== 'no-text') throw error;
    const pages = documents.flat();
    const shapes = pages.some((page) => page && page.objects > 0);
    const signatures = extras.reduce((sum, extra) => sum + extra.signatures, 0);
    const words = [
      `共${pages.length}页`,
      shapes ? '只有图形或图片' : '都是空白',
      ...(signatures > 0 ? [`另有电子签章${signatures}个`] : []),
    ];
    throw new FileError('no-text', words.join('，'), { cause: error });
  }
};
