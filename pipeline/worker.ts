import { detectFormat, extract } from '../extractors/index.js';
import {
  type FileAnalysis,
  FileError,
  type FileFormat,
  type Manuscript,
  type Reason,
  reason,
} from '../model/index.js';
import { type PackedAnalysis, pack, type StoredManuscript, unpack } from '../store/index.js';
import { analyse } from './analyse.js';

/** One file's work: all of it from the bytes, or what follows extraction from a stored manuscript. */
export type WorkerTask =
  | { readonly from: 'bytes'; readonly bytes: Uint8Array }
  | { readonly from: 'manuscript'; readonly format: FileFormat; readonly manuscript: Uint8Array };

/** What comes back, already packed, so that the main thread only writes it down. */
export interface WorkerResult {
  readonly format: FileFormat;
  /** Present when extraction ran and its verdict will be the same the next time. */
  readonly manuscript?: StoredManuscript;
  readonly analysis?: PackedAnalysis;
  /** Why there is no analysis. */
  readonly reason?: Reason;
}

/** Extracts and analyses one file. Never throws for the file's fault: that is a result too. */
export default async (task: WorkerTask): Promise<WorkerResult> => {
  if (task.from === 'manuscript')
    return { format: task.format, ...analysed(unpack<Manuscript>(task.manuscript)) };
  let format: FileFormat = 'unknown';
  try {
    format = await detectFormat(task.bytes);
    const manuscript = await extract(task.bytes, format);
    return { format, manuscript: { format, data: pack(manuscript) }, ...analysed(manuscript) };
  } catch (error) {
    const why = reasonOf(error);
    return { format, reason: why, ...(isLasting(why) && { manuscript: { format, reason: why } }) };
  }
};

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

/** A verdict on the content holds until the extractor changes; one on circumstances is tried again. */
const isLasting = ({ code }: Reason): boolean =>
  !['timeout', 'out-of-memory', 'access', 'internal'].includes(code);
