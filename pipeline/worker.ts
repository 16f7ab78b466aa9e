import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  detectFormat,
  extract,
  isContainer,
  type Member,
  type ReadingOptions,
  type UnpackOptions,
  unpack as unpackMembers,
} from '../extractors/index.js';
import {
  type FileAnalysis,
  FileError,
  type FileFormat,
  type Manuscript,
  type Reason,
  reason,
} from '../model/index.js';
import { pack, unpack } from '../store/index.js';
import { analyse } from './analyse.js';
import { startWatch } from './watch.js';
import type { Unpacking, WorkerMessage, WorkerResult, WorkerTask, WrittenMember } from './work.js';

/** Extracts and analyses one file. Never throws for the file's fault: that is a result too. */
const work = async (task: WorkerTask): Promise<WorkerResult> => {
  if (task.from === 'manuscript')
    return { format: task.format, ...analysed(unpack<Manuscript>(task.manuscript)) };
  let format: FileFormat = 'unknown';
  const options: ReadingOptions = { ...task.reading, onProgress: () => send({ kind: 'progress' }) };
  try {
    format = await detectFormat(task.bytes);
    const opened = isContainer(format)
      ? await membersOf(task.bytes, format, { ...options, name: task.name }, task.unpacking)
      : undefined;
    return {
      ...(await read(task.bytes, format, options, opened)),
      ...(opened && { members: opened.members }),
    };
  } catch (error) {
    const why = reasonOf(error);
    return { format, reason: why, ...(isLasting(why) && { manuscript: { format, reason: why } }) };
  }
};

/** What was packed in a container, and how its unpacking ended: 'unpacked', or why the rest is missing. */
interface Opened {
  readonly members: readonly WrittenMember[];
  readonly reason: Reason;
}

/** Mails have a text of their own; archives have none. */
const isMail = (format: FileFormat): boolean => format === 'eml' || format === 'msg';

/** The text of a file, or the reason why there is none. */
const read = async (
  bytes: Uint8Array,
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
      ...analysed(manuscript),
    };
  } catch (error) {
    const why = reasonOf(error);
    return { format, reason: why, ...keep(why) };
  }

  function keep(why: Reason): Pick<WorkerResult, 'manuscript'> {
    return isWhole && isLasting(why) ? { manuscript: { ...kept, reason: why } } : {};
  }
};

/**
 * Unpacks a container, each member's content into a file of its own, named by its number. Of a mail that could not be
 * opened to the end a member of its own says so: the mail's text may be whole.
 */
const membersOf = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: UnpackOptions,
  unpacking: Unpacking,
): Promise<Opened> => {
  const members: WrittenMember[] = [];
  const lost = (path: string, why: Reason): void => {
    members.push({ path, bytes: 0, hash: '', format: 'unknown', reason: why });
  };
  const add = async ({ path, content, format: inner, reason: why }: Member): Promise<void> => {
    const size = content?.byteLength ?? 0;
    const member = { path, bytes: size, format: inner, hash: content ? hashOf(content) : '' };
    if (content && size > 0) {
      const written = String(members.length);
      if (unpacking !== 'name') await writeFile(join(unpacking.into, written), content);
      members.push({ ...member, ...(unpacking !== 'name' && { written }) });
      if (why && why.code !== 'unpacked') lost(`${path}/${REST}`, why);
    } else members.push({ ...member, reason: why ?? reason('empty') });
  };
  let last: Reason = reason('unpacked');
  try {
    for await (const member of unpackMembers(bytes, format, options)) {
      if (member.path === '') last = member.reason ?? last;
      else await add(member);
    }
  } catch (error) {
    // An archive of which nothing can be given is the file's failure; a mail still has its text.
    if (!isMail(format)) throw error;
    last = reasonOf(error);
  }
  if (isMail(format) && last.code !== 'unpacked') lost(REST, last);
  return { members, reason: last };
};

/** What stands for the part of a container that could not be unpacked. */
const REST = '（未能取出的附件）';

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const analysed = (manuscript: Manuscript): Pick<WorkerResult, 'analysis' | 'reason'> => {
  try {
    const analysis = analyse(manuscript);
    return { analysis: { data: pack(analysis), flagged: pack(flaggedOnly(analysis)) } };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
};

/** The analysis without unlabelled units and without trees: what a report on findings needs. */
const flaggedOnly = (analysis: FileAnalysis): FileAnalysis => ({
  ...analysis,
  documents: analysis.documents.map((document) => ({
    ...document,
    regulation: { ...document.regulation, provisions: [] },
    units: document.units.filter((unit) => unit.classification.labels.length > 0),
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
