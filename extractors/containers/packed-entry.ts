import type { Budget } from './budget.js';

/** One file as a reader of archives finds it, before it is unpacked. Folders are counted but not given. */
export interface PackedEntry {
  /** As it stands in the archive, decoded; may lead out of it. */
  readonly path: string;
  /** special: devices, pipes and the like. */
  readonly kind: 'file' | 'link' | 'special';
  /** What the archive says of its size; often right, never to be trusted. */
  readonly declaredBytes: number;
  /**
   * The content, piece by piece, each counted in the container's budget. To be read at most once, before the next file
   * is asked for. Throws FileError for this file alone (encrypted, corrupt, unsupported) and LimitError for the container.
   */
  content(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What a reader needs to know beside the bytes. */
export interface ReaderContext {
  readonly budget: Budget;
  /** The container's own file name, '' where it is not known. */
  readonly name: string;
}

/**
 * The files of one container in its order. Throws FileError where it can not be read, or not any further: what was
 * given before stays.
 */
export type ContainerReader = (bytes: Uint8Array, context: ReaderContext) => AsyncIterable<PackedEntry>;

/** The reason for one volume of an archive that was split. */
export const VOLUME = '分卷压缩包的一卷，请把各卷放在一起用压缩软件解开后重新扫描';
