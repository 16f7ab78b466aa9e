import { FileError, type Manuscript, type MetadataField } from '../../model/index.js';
import { textOfPages } from '../layout/manuscript.js';
import { verdictOf } from '../layout/verdict.js';
import { child, elementsOf, textOf } from '../package/element.js';
import { type Findings, type OfdPages, readDocument } from './document.js';
import { type Extras, metadataOf, notesOf, readExtras } from './notes.js';
import { OfdPackage } from './package.js';
import { Budget } from './page-reader.js';

/** More documents than anybody keeps in one file. */
const MAX_DOCUMENTS = 1_000;

/**
 * Reads an OFD (GB/T 33190-2016): all its documents in their order; text by the places of its characters, as in a PDF:
 * lines, columns, tables, paragraphs, without running heads and page numbers. Attachments and signatures are named in
 * notes, not read. Throws FileError: encrypted, corrupt, too-large; needs-ocr where no page has text that can be read,
 * no-text.
 */
export const readOfd = async (bytes: Uint8Array): Promise<Manuscript> => {
  const file = await OfdPackage.open(bytes);
  const { root, folder } = await file.entrance();
  const bodies = elementsOf(root).filter((element) => element.name === 'DocBody');
  if (bodies.length > MAX_DOCUMENTS) throw new FileError('too-large', `文件内有${bodies.length}个文档`);
  const budget = new Budget();
  const findings: Findings = { incomplete: new Set(), hidden: 0, remarks: 0 };
  const documents: OfdPages[] = [];
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
    documents.push(await readDocument(file, document, documents.flat().length, budget, findings));
    extras.push(await readExtras(file, body, document));
  }
  if (documents.length === 0) throw new FileError('corrupt', '压缩包内没有 OFD 文档');
  const { text, blocks, notes, pages } = textOfPages(documents);
  const judged = documents
    .flat()
    .flatMap((page) => (page ? [{ ...page, readable: verdictOf(page) === 'text' }] : []));
  return {
    format: 'ofd',
    text,
    blocks,
    metadata,
    notes: [...notes, ...notesOf(extras, findings, judged, lost)],
    pages,
  };
};
