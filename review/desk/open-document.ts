import { documentName, type Lane, type ReadDocument, type Subject } from '../../model/index.js';
import { findDocument, lastScan, type ReviewDocument } from '../../store/index.js';
import type { Decided } from '../api.js';
import { NotFound, Refused } from '../errors.js';
import type { DeskContext } from './context.js';
import { type Eyes, type OpenFile, openFile, type PartOfFile, partsOf } from './file.js';
import { printOf, rowOf, type ViewRow } from './row.js';
import { siblingsOf } from './sync.js';
import type { Values } from './values.js';

/** A document as one reviewer sees it. */
export interface OpenDocument {
  readonly document: ReviewDocument;
  readonly values: Values;
  /** What counts for the reviewer. */
  readonly own: ReadonlyMap<Subject, Decided>;
  /** null for a file that could not be read or holds no document. */
  readonly file: OpenFile | null;
  readonly read: ReadDocument | null;
  readonly name: string;
  readonly row: ViewRow | null;
  readonly print: string;
}

/** Whose eyes a lane has. The second reviewer sees what was agreed once they have looked at the first's decisions. */
export const eyesOf = (lane: Exclude<Lane, 'agreed'>, values: Values): Eyes => ({
  lane,
  blind: lane === 'second' && values.value('second', 'revealed') === null,
});

/** The version of the analyses of the collection's last scan. @throws Refused where nothing was scanned. */
export const scannedVersion = async ({ store, collection }: DeskContext): Promise<string> => {
  const last = await lastScan(store, collection);
  if (!last) throw new Refused('这个结果目录还没有扫描过', '请先运行 qinggui scan');
  return last.version;
};

/** @throws NotFound where the collection has no such document, or not any more. */
export const openDocument = async (
  context: DeskContext,
  id: number,
  lane: Exclude<Lane, 'agreed'>,
): Promise<OpenDocument> => {
  const document = await findDocument(context.store, context.collection, id);
  if (!document?.present) throw new NotFound('没有这份文件，或最近一次扫描没有再找到它');
  const parts = await partsOf(context.store, await siblingsOf(context, document));
  return opened(context, document, parts, lane);
};

const opened = async (
  context: DeskContext,
  document: ReviewDocument,
  parts: readonly PartOfFile[],
  lane: Exclude<Lane, 'agreed'>,
): Promise<OpenDocument> => {
  const { values } = parts.find((part) => part.document.id === document.id)!;
  const eyes = eyesOf(lane, values);
  const own = values.of(eyes.lane, eyes.blind);
  const file =
    document.part >= 0 ? await openFile(context, parts, await scannedVersion(context), eyes) : null;
  const read = file?.analysis.documents[document.part] ?? null;
  const name = read ? documentName(read, document.source) : document.source;
  const row = rowOf(read, name, own, context.profile);
  return { document, values, own, file, read, name, row, print: printOf(read, row, document.hash) };
};
