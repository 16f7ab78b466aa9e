import { DEFAULT_READING, detectFormat, extract, isContainer, unpack } from '../../extractors/index.js';
import { FileError, type FileFormat, type Manuscript, type Reason } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';

/**
 * Reads a file as a scan does, up to the analysis: its own text, and that of all files packed in it. Throws the first
 * reason where nothing of it is read.
 */
export const readAll = async (
  bytes: Uint8Array,
  options = DEFAULT_READING,
): Promise<readonly Manuscript[]> => {
  const manuscripts: Manuscript[] = [];
  let refused: FileError | undefined;
  for await (const part of partsOf(bytes, options)) {
    try {
      if ('reason' in part) throw new FileError(part.reason.code, part.reason.message);
      const manuscript = await extract(part.bytes, part.format, options);
      checkSound(manuscript);
      analyse(manuscript);
      manuscripts.push(manuscript);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // A mail without text of its own is what is attached to it; an archive that ends too early says why itself.
      if (!refused || refused.reason.code === 'no-text' || isOwn(part)) refused = error;
    }
  }
  if (manuscripts.length > 0) return manuscripts;
  throw refused ?? new FileError('empty');
};

type Part =
  | { readonly bytes: Uint8Array; readonly format: FileFormat }
  | { readonly reason: Reason; readonly own: boolean };

const isOwn = (part: Part): boolean => 'own' in part && part.own;

/** The file itself where it has a text of its own, and the files packed inside. */
async function* partsOf(bytes: Uint8Array, options: typeof DEFAULT_READING): AsyncGenerator<Part> {
  const format = await detectFormat(bytes);
  const isMail = format === 'eml' || format === 'msg';
  if (!isContainer(format) || isMail) yield { bytes, format };
  if (!isContainer(format)) return;
  for await (const member of unpack(bytes, format, options)) {
    if (member.content) yield { bytes: member.content, format: member.format };
    else if (member.reason && member.reason.code !== 'unpacked')
      yield { reason: member.reason, own: member.path === '' };
  }
}

/** The laws of a manuscript that everything after the reader relies on. */
const checkSound = ({ text, blocks }: Manuscript): void => {
  let end = -1;
  for (const { span } of blocks) {
    if (span.start !== end + 1 || span.end <= span.start) throw new Error('blocks do not follow each other');
    if (text.slice(span.start, span.end).trim().length !== span.end - span.start)
      throw new Error('a block has blanks at its edges');
    end = span.end;
  }
  if (end !== text.length) throw new Error('blocks do not cover the text');
};
