/** A file that goes out. */
export interface ExportedFile {
  /** With its ending, as it is saved. */
  readonly name: string;
  /** Content type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What is not in it, in Chinese, a sentence each; [] where everything is. */
  readonly notes: readonly string[];
}
