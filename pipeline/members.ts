import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Member, type UnpackOptions, unpack } from '../extractors/index.js';
import { FileError, type FileFormat, type Reason, reason } from '../model/index.js';
import type { Unpacking, WrittenMember } from './work.js';

/** What was packed in a container, and how its unpacking ended: 'unpacked', or why the rest is missing. */
export interface Opened {
  readonly members: readonly WrittenMember[];
  readonly reason: Reason;
}

/** Mails have a text of their own; archives have none. */
export const isMail = (format: FileFormat): boolean => format === 'eml' || format === 'msg';

/**
 * Unpacks a container, each member's content into a file of its own, named by its number. Of a mail that could not be
 * opened to the end a member of its own says so: the mail's text may be whole.
 */
export const membersOf = async (
  bytes: Uint8Array,
  format: FileFormat,
  options: UnpackOptions,
  unpacking: Unpacking,
): Promise<Opened> => {
  const members: WrittenMember[] = [];
  const lost = (path: string, why: Reason): void => {
    members.push({ path, bytes: 0, hash: '', format: 'unknown', reason: why });
  };
  const add = async ({ path, content, format: inner, reason: why }: Member): Promise<void> => {
    const size = content?.byteLength ?? 0;
    const member = { path, bytes: size, format: inner, hash: content && size > 0 ? hashOf(content) : '' };
    if (content && size > 0) {
      const written = String(members.length);
      if (unpacking !== 'name') await writeFile(join(unpacking.into, written), content);
      members.push({ ...member, ...(unpacking !== 'name' && { written }) });
      if (why && why.code !== 'unpacked') lost(`${path}/${REST}`, why);
    } else members.push({ ...member, reason: why ?? reason('empty') });
  };
  let last: Reason = reason('unpacked');
  try {
    for await (const member of unpack(bytes, format, options)) {
      if (member.path === '') last = member.reason ?? last;
      else await add(member);
    }
  } catch (error) {
    // An archive of which nothing can be given is the file's failure; a mail still has its text.
    if (!isMail(format) || !(error instanceof FileError)) throw error;
    last = error.reason;
  }
  if (isMail(format) && last.code !== 'unpacked') lost(REST, last);
  return { members, reason: last };
};

/** What stands for the part of a container that could not be unpacked. */
const REST = '（未能取出的附件）';

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
