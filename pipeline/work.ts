import type { PageImage, PageWish } from '../extractors/index.js';
import type { FileFormat, FileLimits, PackedFile, Reason } from '../model/index.js';
import type { PackedAnalysis, StoredManuscript } from '../store/index.js';
import type { SaidOfPassage } from './said.js';

/** How files are to be read; goes to the reading processes with each task. */
export interface Reading {
  readonly limits: FileLimits;
  /** Whether pages without text are recognised. */
  readonly ocr: boolean;
  /** The user's statute texts; absent where there are none. */
  readonly library?: LibraryRef;
  /** The user's own model; absent for the one that comes with the program. */
  readonly model?: ModelRef;
}

/** A file with a model's bytes, and which model it is. */
export interface ModelRef {
  readonly path: string;
  readonly fingerprint: string;
  /** The folder of the encoder with which it was learned; absent where there was none. */
  readonly encoder?: string;
}

/** Where the user's statute texts are, and which. */
export interface LibraryRef {
  readonly path: string;
  /** StatuteLibrary.fingerprint: results made with other texts are other results. */
  readonly fingerprint: string;
}

/** What to do with files packed inside: write them into a folder for the tasks that follow, or only name them. */
export type Unpacking = { readonly into: string } | 'name';

/** One file's work: all of it from the bytes, or what follows extraction from a stored manuscript. */
export type WorkerTask =
  | {
      readonly from: 'bytes';
      readonly bytes: Uint8Array;
      /** The file's name without folders. */
      readonly name: string;
      readonly reading: Reading;
      readonly unpacking: Unpacking;
      /** Without analysis where only the text is wanted. */
      readonly to?: 'manuscript';
    }
  | {
      readonly from: 'manuscript';
      readonly format: FileFormat;
      readonly manuscript: Uint8Array;
      readonly reading: Pick<Reading, 'library' | 'model'>;
      /** What persons have said of labels. */
      readonly said?: readonly SaidOfPassage[];
    }
  | OriginalTask;

/** What is wanted of a file that was scanned before, to be looked at: one of its pages, or a file packed inside. */
export type OriginalTask = {
  readonly from: 'original';
  readonly bytes: Uint8Array;
} & (
  | { readonly to: 'page'; readonly wish: PageWish }
  | {
      readonly to: 'member';
      /** The file's name without folders. */
      readonly name: string;
      /** As PackedFile.path. */
      readonly path: string;
      readonly limits: FileLimits;
    }
);

/** A packed file, and the name that its content was written under; none where it has no content. */
export type WrittenMember = PackedFile & { readonly written?: string };

/** What comes back, already packed, so that the main process only writes it down. */
export interface WorkerResult {
  readonly format: FileFormat;
  /** Present when extraction ran and its verdict will be the same the next time. */
  readonly manuscript?: StoredManuscript;
  readonly analysis?: PackedAnalysis;
  /** Why there is no analysis. */
  readonly reason?: Reason;
  /** The files packed inside, in order. */
  readonly members?: readonly WrittenMember[];
  /** The page that was wanted. */
  readonly image?: PageImage;
  /** The content of the packed file that was wanted; absent where there is no such file. */
  readonly content?: Uint8Array;
}

/** What a reading process sends. */
export type WorkerMessage =
  | { readonly kind: 'progress' }
  /** `resident` in megabytes. */
  | { readonly kind: 'result'; readonly result: WorkerResult; readonly resident: number }
  | { readonly kind: 'crash'; readonly detail: string };

/** Descriptor on which the watch inside a process says that it ends it for its memory. */
export const WATCH_PIPE = 4;
