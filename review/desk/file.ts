import type { FileAnalysis, Lane, Manuscript, Subject } from '../../model/index.js';
import {
  type CorrectedManuscript,
  correctManuscript,
  nameByFile,
  passageKeys,
  Suppressions,
} from '../../pipeline/index.js';
import {
  eventsOf,
  findAnalysis,
  findRevised,
  keptManuscript,
  type ReviewDocument,
  type Store,
  saveRevised,
  unpack,
} from '../../store/index.js';
import type { Decided } from '../api.js';
import type { DeskContext } from './context.js';
import { type PartValues, type Said, saidOf, type ToolLabels } from './said.js';
import { UnreadableFile } from './unreadable.js';
import { Values } from './values.js';

/** Whose decisions a file is read with. */
export interface Eyes {
  readonly lane: Exclude<Lane, 'agreed'>;
  /** Nothing of what was agreed is taken in. */
  readonly blind: boolean;
}

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
  const events = await eventsOf(
    store,
    documents.map(({ id }) => id),
  );
  return documents.map((document) => ({
    document,
    values: new Values(events.filter((event) => event.document === document.id)),
  }));
};

/**
 * A file with everything that counts for one reviewer taken in. Where that changes what the tool said, the later stages
 * run again for this file, once; the results are kept.
 *
 * @param version of the analyses of the collection's scan.
 * @throws UnreadableFile where its analysis is gone or can not be made again.
 */
export const openFile = async (
  context: Pick<DeskContext, 'store' | 'reading' | 'reanalysis' | 'suppressed'>,
  parts: readonly PartOfFile[],
  version: string,
  eyes: Eyes,
): Promise<OpenFile> => {
  const { store } = context;
  const { hash, source } = parts[0]!.document;
  const [kept, packed] = await Promise.all([keptManuscript(store, hash), findAnalysis(store, hash, version)]);
  if (!kept || !packed || !version.startsWith(`${kept.version}+`)) throw new UnreadableFile(source);
  const original = unpack<Manuscript>(kept.data);
  const base = unpack<FileAnalysis>(packed);
  const valuesOf = ({ lane, blind }: Eyes): PartValues[] =>
    parts.map(({ document, values }) => ({ part: document.part, values: values.of(lane, blind) }));
  const toolLabels = labelsByPassage(base);
  const said = saidOf(valuesOf(eyes), toolLabels);
  const corrected = correctManuscript(original, said.corrections);
  if (said.print === '') return { original, corrected, said, analysis: asListed(context, base, source) };
  const found = await findRevised(store, { hash, print: said.print, version });
  if (found)
    return {
      original,
      corrected,
      said,
      analysis: asListed(context, unpack<FileAnalysis>(found.data), source),
    };
  const { reanalysis, reading } = context;
  const again = await reanalysis.analyseAgain({
    manuscript: kept.data,
    corrections: said.corrections,
    said: said.passages,
    reading,
  });
  if (!again.analysis) throw new UnreadableFile(source, again.reason);
  const others = (['first', 'second'] as const).map(
    (lane) => saidOf(valuesOf({ lane, blind: lane === 'second' }), toolLabels).print,
  );
  await saveRevised(
    store,
    { hash, print: said.print, version },
    { manuscript: again.manuscript, ...again.analysis },
    [said.print, ...others],
  );
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
      const keys = passageKeys(document.units.map(({ unit }) => unit.text));
      for (const [at, key] of keys.entries())
        known.set(`${part} ${key}`, document.units[at]!.classification.labels);
    }
    return known.get(`${part} ${passage}`);
  };
};

/** What counts for one reviewer of one document. */
export const valuesFor = ({ values }: PartOfFile, { lane, blind }: Eyes): ReadonlyMap<Subject, Decided> =>
  values.of(lane, blind);
