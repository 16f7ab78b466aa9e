import { Buffer } from 'node:buffer';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { parse, type utils, write } from 'cfb';
import { makeZip } from '../fixtures/zip.js';
import { type ZipPart, zipParts } from '../fixtures/zip-parts.js';
import { mutateBytes } from './bytes.js';
import type { Random } from './random.js';

/** Changes what is inside a container and closes it again, so that the reader gets past its checksums. */
export type Inside = (random: Random, bytes: Uint8Array, other: Uint8Array) => Buffer;

/** Parts of a zip are changed, left out, doubled, or given each other's names. */
export const insideZip: Inside = (random, bytes, other) => {
  const parts = zipParts(bytes);
  const donors = zipParts(other);
  for (let times = 1 + random.below(2); times > 0; times--) {
    const at = random.below(parts.length);
    const part = parts[at]!;
    const kind = random.below(12);
    if (kind === 0 && parts.length > 1) parts.splice(at, 1);
    else if (kind === 1) parts.push({ ...part, name: random.pick(parts).name });
    else if (kind === 2) parts[at] = { ...part, name: random.pick([...parts, ...donors]).name };
    else if (kind === 3) parts[at] = { ...part, content: random.pick(donors).content };
    else parts[at] = { ...part, content: mutateBytes(random, part.content, donorFor(part, donors, random)) };
  }
  return makeZip(parts);
};

/** The other file's part of the same name, or any. */
const donorFor = (part: ZipPart, donors: readonly ZipPart[], random: Random): Uint8Array =>
  (donors.find(({ name }) => name === part.name) ?? random.pick(donors)).content;

/** What is behind gzip's checksum is changed. */
export const insideGzip: Inside = (random, bytes, other) =>
  gzipSync(mutateBytes(random, gunzipSync(bytes), gunzipSync(other)));

/** Streams of a compound file are changed; storage and sector tables are made right again. */
export const insideCompound: Inside = (random, bytes, other) => {
  const container = parse(Buffer.from(bytes), { type: 'buffer' });
  const streams = streamsOf(container);
  const donors = streamsOf(parse(Buffer.from(other), { type: 'buffer' }));
  for (let times = 1 + random.below(2); times > 0; times--) {
    const stream = random.pick(streams);
    const donor = donors.find(({ name }) => name === stream.name) ?? random.pick(donors);
    stream.content = mutateBytes(random, stream.content as Uint8Array, donor.content as Uint8Array);
    stream.size = stream.content.length;
  }
  return Buffer.from(write(container, { type: 'buffer' }) as Buffer);
};

const streamsOf = (container: ReturnType<typeof utils.cfb_new>) =>
  container.FileIndex.filter(({ type, content }) => type === 2 && content && content.length > 0);

const STREAM = 'stream';
/** Content streams of a PDF are unpacked, changed and packed again, with their lengths. */
export const insidePdf: Inside = (random, bytes, other) => {
  const pdf = Buffer.from(bytes);
  const found = flateStreams(pdf);
  if (found.length === 0) return mutateBytes(random, bytes, other);
  const { start, end, length, content } = random.pick(found);
  const packed = deflateSync(mutateBytes(random, content, content));
  return Buffer.concat([
    pdf.subarray(0, length.start),
    Buffer.from(String(packed.length)),
    pdf.subarray(length.end, start),
    packed,
    pdf.subarray(end),
  ]);
};

interface FlateStream {
  readonly start: number;
  readonly end: number;
  /** Where the length is written. */
  readonly length: { readonly start: number; readonly end: number };
  readonly content: Buffer;
}

const flateStreams = (pdf: Buffer): FlateStream[] => {
  const found: FlateStream[] = [];
  for (let at = pdf.indexOf('/Length '); at >= 0; at = pdf.indexOf('/Length ', at + 1)) {
    const digits = /^\d+/.exec(pdf.toString('latin1', at + 8, at + 18))?.[0];
    const keyword = pdf.indexOf(STREAM, at);
    if (!digits || keyword < 0 || keyword > at + 500) continue;
    const start = keyword + STREAM.length + (pdf[keyword + STREAM.length] === 0x0d ? 2 : 1);
    const end = start + Number(digits);
    try {
      const content = inflateSync(pdf.subarray(start, end));
      found.push({ start, end, length: { start: at + 8, end: at + 8 + digits.length }, content });
    } catch {
      // Not deflated: changes of the file's own bytes reach it.
    }
  }
  return found;
};
