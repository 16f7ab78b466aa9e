import { DEFAULT_FILE_LIMITS, type FileLimits } from '../model/index.js';

/** How a file is to be read. */
export interface ReadingOptions {
  readonly limits: FileLimits;
  /** False leaves pages without text unread and names them. */
  readonly ocr: boolean;
  /** Called when a part of the work is done that may take long, such as a recognised page: the time limit starts anew. */
  readonly onProgress: () => void;
}

export const DEFAULT_READING: ReadingOptions = {
  limits: DEFAULT_FILE_LIMITS,
  ocr: true,
  onProgress: () => undefined,
};
