import { fromBufferPromise } from 'yauzl';
import type { FileFormat } from '../../model/index.js';

/** More entries than any document has; a hostile archive may list millions. */
const MAX_ENTRIES = 20_000;
/** Parts of a document inside an OFD. */
const OFD_PART = /^Doc_\d+\/(?:Document|PublicRes|DocumentRes|Pages\/Page_\d+\/Content)\.xml$/i;
const LOCAL_HEADER = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Which document a zip archive is, by the names in it; 'zip' for any other. Macro-enabled forms count as the plain ones. */
export const zipFormat = async (buffer: Buffer): Promise<FileFormat> => {
  const names = (await namesInDirectory(buffer)) ?? namesInHeaders(buffer);
  const has = (test: (name: string) => boolean): boolean => names.some(test);
  if (has((name) => /(?:^|\/)OFD\.xml$/i.test(name))) return 'ofd';
  if (has((name) => /^word\/document\d*\.xml$/i.test(name))) return 'docx';
  if (has((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name))) return 'xlsx';
  if (has((name) => /^ppt\/presentation\.xml$/i.test(name))) return 'pptx';
  if (names.includes('mimetype') && names.includes('content.xml')) return openDocumentFormat(buffer);
  // A package that was cut off before its main part.
  if (has((name) => OFD_PART.test(name))) return 'ofd';
  if (names.includes('[Content_Types].xml')) {
    for (const [folder, format] of [
      ['word/', 'docx'],
      ['xl/', 'xlsx'],
      ['ppt/', 'pptx'],
    ] as const)
      if (has((name) => name.startsWith(folder))) return format;
  }
  return 'zip';
};

/** The names in the central directory; null where it is missing or damaged. */
const namesInDirectory = async (buffer: Buffer): Promise<string[] | null> => {
  try {
    const zip = await fromBufferPromise(buffer, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) {
      names.push(nameOf(entry.fileName as unknown as Buffer));
      if (names.length >= MAX_ENTRIES) break;
    }
    return names;
  } catch {
    return null;
  }
};

/** What can still be read of an archive that was cut off: the names before each entry. */
const namesInHeaders = (buffer: Buffer): string[] => {
  const names: string[] = [];
  for (
    let at = buffer.indexOf(LOCAL_HEADER);
    at >= 0 && at + 30 <= buffer.length && names.length < MAX_ENTRIES;
    at = buffer.indexOf(LOCAL_HEADER, at + 30)
  ) {
    const length = buffer.readUInt16LE(at + 26);
    names.push(nameOf(buffer.subarray(at + 30, at + 30 + length)));
  }
  return names;
};

/** Only the ASCII names of document parts matter here. */
const nameOf = (name: Buffer): string => name.toString('latin1').replaceAll('\\', '/');

const OPEN_DOCUMENTS: Readonly<Record<string, FileFormat>> = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
};

/** The mimetype entry stands first and uncompressed (OpenDocument 1.2, part 3, 3.3); templates are the same. */
const openDocumentFormat = (buffer: Buffer): FileFormat => {
  const kind = /application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(buffer.toString('latin1', 0, 200))?.[1];
  return OPEN_DOCUMENTS[kind ?? ''] ?? 'zip';
};
