import { EMPTY_LIBRARY, type LibraryVersion, type StatuteLibrary } from '../../model/index.js';

/** A library that is open for reading. */
export interface OpenLibrary extends StatuteLibrary {
  /** Versions that can be looked up. */
  readonly size: number;
  /** One line a version, by title, the newest first. */
  readonly all: () => readonly LibraryVersion[];
  /** Files that gave no statute, and why, in Chinese. */
  readonly leftOut: () => readonly { readonly source: string; readonly why: string }[];
  /** Files that hold the same version as another one, which is shown in their place; `differs`: in other words. */
  readonly duplicates: () => readonly {
    readonly source: string;
    readonly of: string;
    readonly differs: boolean;
  }[];
  /** Statutes whose level is in doubt, and why, in Chinese. */
  readonly doubts: () => readonly { readonly source: string; readonly title: string; readonly why: string }[];
  /**
   * Reads through what every use needs, in some hundredths of a second.
   *
   * @throws UsageError where the file is damaged.
   */
  readonly probe: () => void;
  readonly close: () => void;
}

/** The library of someone who imported nothing. */
export const NOTHING: OpenLibrary = {
  ...EMPTY_LIBRARY,
  size: 0,
  all: () => [],
  leftOut: () => [],
  duplicates: () => [],
  doubts: () => [],
  probe: () => undefined,
  close: () => undefined,
};
