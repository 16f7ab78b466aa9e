import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import { decodeName } from '../encoding.js';
import type { Budget } from './budget.js';
import { ByteSource, piecesOf } from './byte-source.js';
import type { ContainerReader, PackedEntry } from './packed-entry.js';
import { isTarHeader, parsePax, parseTarHeader, TAR_BLOCK, type TarHeader, untilNul } from './tar-header.js';

/** Bytes of a long name or of the facts of one entry. */
const MAX_FACTS = 1024 * 1024;
const KINDS: Readonly<Record<string, PackedEntry['kind'] | 'folder'>> = {
  '1': 'link',
  '2': 'link',
  '3': 'special',
  '4': 'special',
  '5': 'folder',
  '6': 'special',
  D: 'folder',
  M: 'special',
  S: 'special',
  V: 'special',
};

/** The files of a tar archive. Throws FileError('corrupt') where it breaks off or a header is none. */
export const readTar: ContainerReader = (bytes, { budget }) =>
  tarFiles(new ByteSource(piecesOf(bytes), budget), budget);

/** The files of a tar archive that comes as a stream, which a compressed one does. Throws as readTar, and what the stream throws. */
export async function* tarFiles(source: ByteSource, budget: Budget): AsyncGenerator<PackedEntry> {
  let longName: Buffer | undefined;
  let facts: { path?: string; size?: number } = {};
  for (let header = await nextHeader(source); header; header = await nextHeader(source)) {
    const { type, size } = header;
    if ('xXgLK'.includes(type)) {
      const body = await factsBody(source, size);
      if (type === 'L') longName = untilNul(body);
      else if (type === 'x' || type === 'X') facts = parsePax(body);
    } else {
      budget.countEntry();
      const path = facts.path ?? decodeName(longName ?? header.name);
      yield* entryOf(source, header, path, facts.size ?? size);
      longName = undefined;
      facts = {};
    }
  }
}

/** Null at the end: two blocks of zeros, or just nothing more. */
const nextHeader = async (source: ByteSource): Promise<TarHeader | null> => {
  const block = await source.take(TAR_BLOCK);
  if (block.length === 0 || (block.length === TAR_BLOCK && block.every((byte) => byte === 0))) return null;
  const header = isTarHeader(block) ? parseTarHeader(block) : null;
  if (!header) throw new FileError('corrupt', '压缩包不完整或已损坏');
  return header;
};

const factsBody = async (source: ByteSource, size: number): Promise<Buffer> => {
  if (size > MAX_FACTS) throw new FileError('corrupt', '文件名过长');
  const body = await source.take(size);
  await source.skip(paddingOf(size));
  return body;
};

/** What follows a header, the padding included, whether it is asked for or not. */
async function* entryOf(
  source: ByteSource,
  header: TarHeader,
  path: string,
  stated: number,
): AsyncGenerator<PackedEntry> {
  const kind = KINDS[header.type] ?? (path.endsWith('/') ? 'folder' : 'file');
  const size = kind === 'link' ? 0 : stated;
  let left = size;
  const content = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of source.read(size)) {
      left -= piece.length;
      yield piece;
    }
    if (left > 0) throw new FileError('corrupt', '压缩包在这里中断');
  };
  if (kind !== 'folder') yield { path, kind, declaredBytes: size, content };
  await source.skip(left + paddingOf(size));
}

const paddingOf = (size: number): number => (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
