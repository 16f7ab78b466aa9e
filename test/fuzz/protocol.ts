/** What a reading process is asked for: mutants of one format by their numbers. */
export interface Piece {
  readonly format: string;
  readonly from: number;
  readonly count: number;
}

/** What a reading process says, a line of JSON each. */
export type Line =
  | { readonly say: 'begin'; readonly number: number }
  | {
      readonly say: 'end';
      readonly number: number;
      /** 'read', or the reason's code. */
      readonly outcome: string;
      /** What a finding is about: the error's first lines. */
      readonly error?: string;
      readonly milliseconds: number;
      /** Most resident memory so far, in megabytes. */
      readonly peak: number;
    }
  /** After a collection of garbage: megabytes that are still held. */
  | { readonly say: 'held'; readonly number: number; readonly heap: number; readonly resident: number }
  | { readonly say: 'done' };
