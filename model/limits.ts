/** What one file, and all that is packed inside it, may take. A clerk's folder stays far below; flags change them. */
export interface FileLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  /** Bytes that an archive or mail, with all that is packed inside what it holds, may unpack to. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed one, counted for an archive as a whole. */
  readonly ratio: number;
  /** Files inside an archive or mail, with those inside what it holds. */
  readonly entries: number;
  /** Archives inside archives: 1 opens the outermost alone. */
  readonly depth: number;
  /** Pages of a PDF, OFD or picture file. */
  readonly pages: number;
  /** Pixels of one picture. */
  readonly pixels: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_FILE_LIMITS: FileLimits = {
  bytes: 200 * MEGABYTE,
  unpackedBytes: 1024 * MEGABYTE,
  // Deflate packs at most 1032 to 1; forms in XML reach 100 to 1.
  ratio: 500,
  entries: 10_000,
  depth: 5,
  pages: 5_000,
  // A0 at 200 dpi has 62 million, A3 at 600 dpi 70 million.
  pixels: 120_000_000,
};

/** What the reading of one file may take. */
export const DEFAULT_WORK = {
  /** Milliseconds, counted anew after each page that is recognised and each file that is unpacked. */
  timeout: 120_000,
  /** Megabytes of resident memory of the process that reads it. */
  memory: 1536,
} as const;
