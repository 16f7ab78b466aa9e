import type { FileAnalysis, Lane, Manuscript } from '../../model/index.js';
import {
  type CorrectedManuscript,
  correctManuscript,
  nameByFile,
  Suppressions,
} from '../../pipeline/index.js';
import {
  findAnalysis,
  findRevised,
  keptManuscript,
  type ReviewDocument,
  type Store,
  saveRevised,
  unpack,
} from '../../store/index.js';
import type { DeskContext } from './context.js';
import { keysOf } from './keys.js';
import { type PartValues, type Said, saidOf, type ToolLabels } from './said.js';
import { UnreadableFile } from './unreadable.js';
import { type Values, valuesOf } from './values.js';

/** Whose decisions a file is read with. */
export interface Eyes {
  readonly lane: Exclude<Lane, 'agreed'>;
  /** Nothing of what was agreed is taken in. */
  readonly blind: boolean;
}

export const FIRST_EYES: Eyes = { lane: 'first', blind: false };

/** A file's content as one reviewer has left it. */
export interface OpenFile {
  /** As it was read, and as it is corrected. */
  readonly original: Manuscript;
  readonly corrected: CorrectedManuscript;
  readonly analysis: FileAnalysis;
  readonly said: Said;
}

/** A document of a file with the log's events on it. */
export interface PartOfFile {
  readonly document: ReviewDocument;
  readonly values: Values;
}

/** Reads the log of a file's documents. */
export const partsOf = async (store: Store, documents: readonly ReviewDocument[]): Promise<PartOfFile[]> => {
  const values = await valuesOf(
    store,
    documents.map(({ id }) => id),
  );
  return documents.map((document) => ({ document, values: values.get(document.id)! }));
};

/** Documents in the order of the folder, file by file. */
export function* bySource(documents: readonly ReviewDocument[]): Generator<ReviewDocument[]> {
  let group: ReviewDocument[] = [];
  for (const document of documents) {
    if (group.length > 0 && group[0]!.source !== document.source) {
      yield group;
      group = [];
    }
    group.push(document);
  }
  if (group.length > 0) yield group;
}

/** Whether a file with these documents was read. */
export const isReadFile = (documents: readonly ReviewDocument[]): boolean =>
  documents.every(({ part }) => part >= 0);

/** What is kept of a file, of which nobody has said anything yet. */
export interface KeptFile {
  readonly packed: Uint8Array;
  readonly original: Manuscript;
  readonly analysis: FileAnalysis;
  /** Of the analysis. */
  readonly version: string;
}

/**
 * Reads a file from the store: once, however many eyes then look at it.
 *
 * @param version of the analyses of the collection's scan.
 * @throws UnreadableFile where its analysis is gone.
 */
export const keptFile = async (
  store: Store,
  { hash, source }: Pick<ReviewDocument, 'hash' | 'source'>,
  version: string,
): Promise<KeptFile> => {
  const [kept, packed] = await Promise.all([keptManuscript(store, hash), findAnalysis(store, hash, version)]);
  if (!kept || !packed || !version.startsWith(`${kept.version}+`)) throw new UnreadableFile(source);
  return {
    packed: kept.data,
    original: unpack<Manuscript>(kept.data),
    analysis: unpack<FileAnalysis>(packed),
    version,
  };
};

type FileContext = Pick<DeskContext, 'store' | 'reading' | 'reanalysis' | 'suppressed'>;

/** A file from the store as one reviewer has left it: `keptFile` and `seenWith`. */
export const openFile = async (
  context: FileContext,
  parts: readonly PartOfFile[],
  version: string,
  eyes: Eyes,
): Promise<OpenFile> =>
  seenWith(context, await keptFile(context.store, parts[0]!.document, version), parts, eyes);

/**
 * A file with everything that counts for one reviewer taken in. Where that changes what the tool said, the later stages
 * run again for this file, once; the results are kept.
 *
 * @throws UnreadableFile where its analysis can not be made again.
 */
export const seenWith = async (
  context: FileContext,
  { packed, original, analysis: base, version }: KeptFile,
  parts: readonly PartOfFile[],
  eyes: Eyes,
): Promise<OpenFile> => {
  const { store } = context;
  const { hash, source } = parts[0]!.document;
  const saidWith = ({ lane, blind }: Eyes): PartValues[] =>
    parts.map(({ document, values }) => ({ part: document.part, values: values.of(lane, blind) }));
  const toolLabels = labelsByPassage(base);
  const said = saidOf(saidWith(eyes), toolLabels);
  const corrected = correctManuscript(original, said.corrections);
  if (said.print === '') return { original, corrected, said, analysis: asListed(context, base, source) };
  const found = await findRevised(store, { hash, print: said.print, version });
  if (found)
    return {
      original,
      corrected,
      said,
      analysis: asListed(context, unpack<FileAnalysis>(found), source),
    };
  const { reanalysis, reading } = context;
  const again = await reanalysis.analyseAgain({
    manuscript: packed,
    corrections: said.corrections,
    said: said.passages,
    reading,
  });
  if (!again.analysis) throw new UnreadableFile(source, again.reason);
  const others = (['first', 'second'] as const).map(
    (lane) => saidOf(saidWith({ lane, blind: lane === 'second' }), toolLabels).print,
  );
  await saveRevised(store, { hash, print: said.print, version }, again.analysis.data, [
    said.print,
    ...others,
  ]);
  return {
    original,
    corrected,
    said,
    analysis: asListed(context, unpack<FileAnalysis>(again.analysis.data), source),
  };
};

/** An analysis as the clerk reads it: named by the file where it has no title, and marked where findings were set aside. */
export const asListed = (
  { suppressed }: Pick<DeskContext, 'suppressed'>,
  analysis: FileAnalysis,
  source: string,
): FileAnalysis => new Suppressions(suppressed).apply(nameByFile(analysis, source), source);

/** Which labels the tool alone gives each passage. */
const labelsByPassage = (analysis: FileAnalysis): ToolLabels => {
  const known = new Map<string, ReturnType<ToolLabels>>();
  const parts = new Set<number>();
  return (part, passage) => {
    const document = analysis.documents[part];
    if (!document) return undefined;
    if (!parts.has(part)) {
      parts.add(part);
      for (const [at, key] of keysOf(document).entries())
        known.set(`${part} ${key}`, document.units[at]!.classification.labels);
    }
    return known.get(`${part} ${passage}`);
  };
};
