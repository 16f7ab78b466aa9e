import { readFile } from 'node:fs/promises';
import { decodeModel, type LearnedModel, UnfitModel } from '../classifiers/index.js';
import { detectFormat, drawPage, extract, isContainer, type ReadingOptions } from '../extractors/index.js';
import {
  concernsReviewer,
  EMPTY_LIBRARY,
  type FileAnalysis,
  FileError,
  type FileFormat,
  type Manuscript,
  type Reason,
  reason,
  type StatuteLibrary,
} from '../model/index.js';
import { type OpenLibrary, openLibrary, pack, unpack } from '../store/index.js';
import { analyse, textsOf } from './analyse.js';
import { vectorsOf } from './encoding.js';
import { isMail, membersOf, type Opened } from './members.js';
import { memberAt } from './originals/member.js';
import type { SaidOfPassage } from './said.js';
import { startWatch } from './watch.js';
import type {
  LibraryRef,
  ModelRef,
  OriginalTask,
  Reading,
  WorkerMessage,
  WorkerResult,
  WorkerTask,
} from './work.js';

/** Extracts and analyses one file. Never throws for the file's fault: that is a result too. */
const work = async (task: WorkerTask): Promise<WorkerResult> => {
  if (task.from === 'original') return workOnOriginal(task);
  if (task.from === 'manuscript')
    return {
      format: task.format,
      ...(await analysed(unpack<Manuscript>(task.manuscript), task.reading, task.said)),
    };
  let format: FileFormat = 'unknown';
  const options: ReadingOptions = { ...task.reading, onProgress: () => send({ kind: 'progress' }) };
  try {
    format = await detectFormat(task.bytes);
    const opened = isContainer(format)
      ? await membersOf(task.bytes, format, { ...options, name: task.name }, task.unpacking)
      : undefined;
    return {
      ...(await read(task, format, options, opened)),
      ...(opened && { members: opened.members }),
    };
  } catch (error) {
    const why = reasonOf(error);
    return { format, reason: why, ...(isLasting(why) && { manuscript: { format, reason: why } }) };
  }
};

/** Draws a page, or unpacks a file, of a file that was scanned before. */
const workOnOriginal = async (task: OriginalTask): Promise<WorkerResult> => {
  let format: FileFormat = 'unknown';
  try {
    format = await detectFormat(task.bytes);
    if (task.to === 'page') return { format, image: await drawPage(task.bytes, format, task.wish) };
    const content = await memberAt(task, format, () => send({ kind: 'progress' }));
    return { format, ...(content && { content }) };
  } catch (error) {
    return { format, reason: reasonOf(error) };
  }
};

/** The text of a file, or the reason why there is none. */
const read = async (
  { bytes, reading, to }: Extract<WorkerTask, { from: 'bytes' }>,
  format: FileFormat,
  options: ReadingOptions,
  opened: Opened | undefined,
): Promise<WorkerResult> => {
  // What was packed is kept with the verdict, without the names of this scan's copies.
  const members = opened?.members.map(({ written: _, ...member }) => member);
  const isWhole = [...(opened?.members ?? []), ...(opened ? [opened] : [])].every(
    (part) => !part.reason || isLasting(part.reason),
  );
  const kept = { format, ...(members && { members }) };
  try {
    if (opened && !isMail(format)) return { format, reason: opened.reason, ...keep(opened.reason) };
    const manuscript = await extract(bytes, format, options);
    return {
      format,
      ...(isWhole && { manuscript: { ...kept, data: pack(manuscript) } }),
      ...(to === undefined && (await analysed(manuscript, reading))),
    };
  } catch (error) {
    const why = reasonOf(error);
    return { format, reason: why, ...keep(why) };
  }

  function keep(why: Reason): Pick<WorkerResult, 'manuscript'> {
    return isWhole && isLasting(why) ? { manuscript: { ...kept, reason: why } } : {};
  }
};

const analysed = async (
  manuscript: Manuscript,
  { library, model }: Pick<Reading, 'library' | 'model'>,
  said: readonly SaidOfPassage[] = [],
): Promise<Pick<WorkerResult, 'analysis' | 'reason'>> => {
  try {
    const analysis = analyse(
      manuscript,
      library ? await libraryAt(library) : EMPTY_LIBRARY,
      model && (await modelAt(model)),
      model?.encoder === undefined
        ? undefined
        : await vectorsOf(model.encoder, textsOf(manuscript), () => send({ kind: 'progress' })),
      said,
    );
    return { analysis: { data: pack(analysis), flagged: pack(flaggedOnly(analysis)) } };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
};

let open: { readonly ref: LibraryRef; readonly library: OpenLibrary } | undefined;

/** The statute texts, opened by the first file that needs them. An import during the scan would mix two libraries. */
const libraryAt = async (ref: LibraryRef): Promise<StatuteLibrary> => {
  if (open?.ref.path === ref.path && open.ref.fingerprint === ref.fingerprint) return open.library;
  open?.library.close();
  open = undefined;
  const library = await openLibrary(ref.path).catch((error: unknown) => {
    throw new FileError('internal', error instanceof Error ? error.message : `法规库 ${ref.path} 不能使用`);
  });
  if (library.fingerprint !== ref.fingerprint) {
    library.close();
    throw new FileError('internal', '法规库在扫描期间有改动，请重新扫描');
  }
  open = { ref, library };
  return library;
};

let decoded: LearnedModel | undefined;

/** The user's model, decoded by the first file that needs it. */
const modelAt = async ({ path, fingerprint }: ModelRef): Promise<LearnedModel> => {
  if (decoded?.fingerprint === fingerprint) return decoded;
  const model = decodeModel(
    await readFile(path).catch(() => {
      throw new FileError('internal', '模型文件在扫描期间被删除，请重新扫描');
    }),
  );
  if (model.fingerprint !== fingerprint) throw new UnfitModel('another model');
  decoded = model;
  return model;
};

/** The analysis without unlabelled units and without trees: what a report on findings needs. */
const flaggedOnly = (analysis: FileAnalysis): FileAnalysis => ({
  ...analysis,
  documents: analysis.documents.map((document) => ({
    ...document,
    regulation: { ...document.regulation, provisions: [] },
    units: document.units.filter(({ classification }) => concernsReviewer(classification)),
  })),
});

const reasonOf = (error: unknown): Reason =>
  error instanceof FileError
    ? error.reason
    : reason('internal', error instanceof Error ? error.message : String(error));

/**
 * A verdict on the content holds until the extractor changes. One on circumstances is tried again: limits may be
 * raised, and a program that reads what the own readers call damaged may have been installed.
 */
const LASTING: ReadonlySet<Reason['code']> = new Set([
  'unpacked',
  'unsupported',
  'needs-ocr',
  'no-text',
  'encrypted',
  'empty',
  'hidden',
  'temporary',
  'link',
]);

const isLasting = ({ code }: Reason): boolean => LASTING.has(code);

const send = (message: WorkerMessage): void => {
  process.send?.(message);
};

startWatch(Number(process.argv[2]));
// Ctrl-C reaches every process of a terminal: the scan lets the files under way come to their end.
process.on('SIGINT', () => undefined);
// The scan has ended, or was ended.
process.on('disconnect', () => process.exit(0));
process.on('message', (task) => {
  work(task as WorkerTask).then(
    (result) =>
      send({ kind: 'result', result, resident: Math.ceil(process.memoryUsage.rss() / (1024 * 1024)) }),
    (error: unknown) =>
      send({ kind: 'crash', detail: error instanceof Error ? error.message : String(error) }),
  );
});
