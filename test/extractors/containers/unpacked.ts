import { type Member, type UnpackOptions, unpack } from '../../../extractors/index.js';
import { DEFAULT_FILE_LIMITS, type FileFormat, type FileLimits } from '../../../model/index.js';

export const options = (limits: Partial<FileLimits> = {}, name = ''): UnpackOptions => ({
  limits: { ...DEFAULT_FILE_LIMITS, ...limits },
  onProgress: () => undefined,
  name,
});

export const membersOf = async (
  bytes: Uint8Array,
  format: FileFormat,
  how: UnpackOptions = options(),
): Promise<Member[]> => {
  const members: Member[] = [];
  for await (const member of unpack(bytes, format, how)) members.push(member);
  return members;
};

/** One line a member: its path, and its text or why it has none. */
export const listOf = async (
  bytes: Uint8Array,
  format: FileFormat,
  how: UnpackOptions = options(),
): Promise<string[]> =>
  (await membersOf(bytes, format, how)).map(
    ({ path, content, reason }) =>
      `${path} = ${[content && Buffer.from(content).toString('utf8', 0, 40), reason?.code].filter((part) => part !== null && part !== undefined).join(' + ')}`,
  );
