import { type FileAnalysis, type Manuscript, type ReadDocument, subjectOf } from '../../model/index.js';
import { needsPerson } from '../../reports/index.js';
import {
  analysedFiles,
  behindTheLog,
  type DocumentEntry,
  documentsOf,
  findDocument,
  findGonePart,
  keptManuscript,
  knownDocuments,
  lastScan,
  markGone,
  type ReviewDocument,
  type ScannedFile,
  saveDocuments,
  saveSync,
  syncedScan,
  unpack,
} from '../../store/index.js';
import type { DeskContext } from './context.js';
import { doubtfulByPart, entryOf, isRecognised, MERGED, NO_VALUES, unreadOf } from './entry.js';
import {
  asListed,
  FIRST_EYES,
  isReadFile,
  keptFile,
  openFile,
  type PartOfFile,
  partsOf,
  seenWith,
} from './file.js';
import { Identities } from './identities.js';

/** Documents that are written at once: a transaction costs more than a row. */
const AT_ONCE = 100;

/**
 * Brings the list of documents up to the collection's last scan and the end of the log. Documents keep their numbers, and
 * with them what persons have decided: the same content is the same document wherever it lies now; else the document with
 * the same title, or at the same place, in the file of the same name.
 *
 * @param onFile called with the number of files done.
 * @returns the scan, and the version of its analyses; null where nothing was scanned yet.
 */
export const syncDocuments = async (
  context: DeskContext,
  onFile: (done: number) => void = () => undefined,
): Promise<{ readonly scan: number; readonly version: string } | null> => {
  const { store, collection } = context;
  const last = await lastScan(store, collection);
  if (!last) return null;
  const synced = await syncedScan(store, collection);
  if (synced?.scan !== last.scan || synced.version !== last.version) {
    await takeScan(context, last, onFile);
    await saveSync(store, collection, last);
  }
  await refreshDocuments(context, last.version, await behindTheLog(store, collection));
  return last;
};

const takeScan = async (
  context: DeskContext,
  { scan, version }: { readonly scan: number; readonly version: string },
  onFile: (done: number) => void,
): Promise<void> => {
  const { store, collection } = context;
  const identities = new Identities(await knownDocuments(store, collection));
  // A file that has moved is known by its content, and must be so before another one takes its old place.
  for await (const { file, analysis } of analysedFiles(store, scan, version, 'flagged'))
    if (isListed(file)) identities.claimContent(file, titlesIn(analysis));
  let waiting: DocumentEntry[] = [];
  const flush = async (): Promise<void> => {
    await saveDocuments(store, waiting);
    waiting = [];
  };
  let done = 0;
  for await (const { file, analysis } of analysedFiles(store, scan, version, 'all')) {
    if (isListed(file)) waiting.push(...(await entriesOf(context, scan, file, analysis, identities)));
    if (waiting.length >= AT_ONCE) await flush();
    onFile(++done);
  }
  await flush();
  await markGone(store, identities.unclaimed());
};

/** Files that a person has something to do with: read ones, and those that have to be read by a person. */
const isListed = (file: ScannedFile): boolean => file.status === 'read' || needsPerson(file);

/** '' for a document without a title; null for a file without documents. */
const titlesIn = (analysis: FileAnalysis | null): (string | null)[] =>
  analysis?.documents.length
    ? analysis.documents.map(({ regulation }) => regulation.header.title?.value ?? '')
    : [null];

/** The documents of a file as the tool alone sees them. */
const entriesOf = async (
  context: DeskContext,
  scan: number,
  file: ScannedFile,
  analysis: FileAnalysis | null,
  identities: Identities,
): Promise<DocumentEntry[]> => {
  const { store, collection, profile } = context;
  const named = analysis && asListed(context, analysis, file.source);
  const documents: readonly (ReadDocument | null)[] = named?.documents.length ? named.documents : [null];
  const doubtful =
    named && isRecognised(named) ? doubtfulByPart(await manuscriptOf(store, file.hash), named) : [];
  const ids = identities.idsOf(file, titlesIn(named));
  return documents.map((document, index) => {
    const part = document ? index : -1;
    return entryOf({
      id: ids[index]!,
      collection,
      scan,
      file,
      part,
      first: document,
      second: document,
      unread: part <= 0 ? unreadOf(file, analysis) : '',
      empty: file.status === 'read' && !document,
      doubtfulWords: doubtful[index] ?? 0,
      values: NO_VALUES,
      profile,
      newWords: true,
    });
  });
};

const manuscriptOf = async (store: DeskContext['store'], hash: string): Promise<Manuscript | null> => {
  const kept = await keptManuscript(store, hash);
  return kept && unpack<Manuscript>(kept.data);
};

/** Takes in what persons have decided on some documents since they were last written. */
export const refreshDocuments = async (
  context: DeskContext,
  version: string,
  ids: readonly number[],
): Promise<void> => {
  const { store, collection } = context;
  const wanted = new Set(ids);
  const seen = new Set<string>();
  for (const id of ids) {
    const document = await findDocument(store, collection, id);
    if (!document?.present || seen.has(document.source)) continue;
    seen.add(document.source);
    let parts = await partsOf(store, await siblingsOf(context, document));
    const parted = await partedBy(context, version, parts);
    if (parted.length > 0) {
      for (const made of await saveDocuments(store, parted)) wanted.add(made);
      parts = await partsOf(store, await siblingsOf(context, document));
    }
    await saveDocuments(store, await refreshed(context, version, parts, wanted));
  }
};

/** The documents of the same file, in order. */
export const siblingsOf = (
  { store, collection }: DeskContext,
  { source }: Pick<ReviewDocument, 'source'>,
): Promise<ReviewDocument[]> => documentsOf(store, collection, source);

/** Documents of which nobody knew before a corrected title parted them from the one above; listed like all others. */
const partedBy = async (
  context: DeskContext,
  version: string,
  parts: readonly PartOfFile[],
): Promise<DocumentEntry[]> => {
  const { store, profile } = context;
  const siblings = parts.map(({ document }) => document);
  const isCorrected = parts.some(({ values }) =>
    values.subjects('agreed').some((subject) => subjectOf(subject)?.kind === 'correction'),
  );
  if (!isReadFile(siblings) || !isCorrected) return [];
  const { analysis, corrected } = await openFile(context, parts, version, FIRST_EYES);
  const known = new Set(siblings.map(({ part }) => part));
  if (analysis.documents.every((_, part) => known.has(part))) return [];
  const doubtful = doubtfulByPart(corrected.manuscript, analysis);
  const [file] = siblings as [ReviewDocument];
  const entries: DocumentEntry[] = [];
  for (const [part, document] of analysis.documents.entries())
    if (!known.has(part))
      entries.push(
        entryOf({
          id: await findGonePart(store, file, part),
          collection: file.collection,
          scan: file.scan_id,
          file: fileOf(file),
          part,
          first: document,
          second: document,
          unread: '',
          empty: false,
          doubtfulWords: doubtful[part] ?? 0,
          values: NO_VALUES,
          profile,
          newWords: true,
        }),
      );
  return entries;
};

const fileOf = ({ source, hash, position, format }: ReviewDocument) => ({
  source,
  hash,
  position: position.slice(0, position.lastIndexOf('#')),
  format: format as ScannedFile['format'],
});

/** Corrections of recognised words touch every document of the file, also when they are taken back. */
const refreshed = async (
  context: DeskContext,
  version: string,
  parts: readonly PartOfFile[],
  wanted: ReadonlySet<number>,
): Promise<DocumentEntry[]> => {
  const isRead = isReadFile(parts.map(({ document }) => document));
  const kept = isRead ? await keptFile(context.store, parts[0]!.document, version) : null;
  const first = kept && (await seenWith(context, kept, parts, FIRST_EYES));
  const second = kept && (await seenWith(context, kept, parts, { lane: 'second', blind: true }));
  const doubtful =
    first && isRecognised(first.analysis) ? doubtfulByPart(first.corrected.manuscript, first.analysis) : [];
  return parts.flatMap(({ document, values }) => {
    const read = first?.analysis.documents[document.part] ?? null;
    const isMerged = isRead && read === null;
    const entry = entryOf({
      id: document.id,
      collection: document.collection,
      scan: document.scan_id,
      file: fileOf(document),
      part: document.part,
      first: read,
      second: second?.analysis.documents[document.part] ?? null,
      unread: isMerged ? MERGED : document.unread === MERGED ? '' : document.unread,
      empty: isMerged || (document.part < 0 && document.empty === 1),
      doubtfulWords: doubtful[document.part] ?? document.doubtful_words,
      values,
      profile: context.profile,
      newWords: false,
    });
    const { print, doubtful_words } = entry.document;
    const hasChanged = print !== document.print || doubtful_words !== document.doubtful_words;
    return wanted.has(document.id) || hasChanged ? [entry] : [];
  });
};
