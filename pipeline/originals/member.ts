import { unpack } from '../../extractors/index.js';
import type { FileFormat } from '../../model/index.js';
import type { OriginalTask } from '../work.js';

/**
 * The content of a file that is packed in another one, by its path; undefined where there is none. What comes before it
 * is unpacked as well, under the limits of a scan, and nothing behind it. Throws FileError as `unpack` does.
 */
export const memberAt = async (
  { bytes, name, path, limits }: Extract<OriginalTask, { to: 'member' }>,
  format: FileFormat,
  onProgress: () => void,
): Promise<Uint8Array | undefined> => {
  for await (const member of unpack(bytes, format, { limits, onProgress, name }))
    if (member.path === path) return member.content ?? undefined;
  return undefined;
};
