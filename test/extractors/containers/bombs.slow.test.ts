import { Buffer } from 'node:buffer';
import { crc32, createDeflateRaw, createGzip, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING, detectFormat, unpack } from '../../../extractors/index.js';
import { make7z } from '../../fixtures/seven-zip.js';
import { makeTar } from '../../fixtures/tar.js';
import { makeZip } from '../../fixtures/zip.js';

const MEGABYTE = 1024 * 1024;
const MAX_EXTRA = 300 * MEGABYTE;
const MAX_SECONDS = 60;

/** A gigabyte of zeros, packed without having it in memory. */
const packedZeros = async (
  packer: ReturnType<typeof createGzip>,
  before: Buffer = Buffer.alloc(0),
): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  packer.on('data', (piece: Buffer) => pieces.push(piece));
  packer.write(before);
  const zeros = Buffer.alloc(8 * MEGABYTE);
  for (let i = 0; i < 128; i++) await new Promise<void>((done) => packer.write(zeros, () => done()));
  await new Promise<void>((done) => packer.end(done));
  return Buffer.concat(pieces);
};

/** Zeros with some noise, that pack to a fiftieth and so keep below the ratio. */
const noisy = (megabytes: number): Buffer => {
  const bytes = Buffer.alloc(megabytes * MEGABYTE);
  let state = 1;
  for (let at = 0; at < bytes.length; at += 512) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
};

const BOMBS: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
  [
    'one file in a zip archive',
    async () =>
      makeZip([{ name: 'a', packed: await packedZeros(createDeflateRaw()), size: 1024 * MEGABYTE }]),
  ],
  ['one file in gz', () => packedZeros(createGzip())],
  [
    'one file of a tar archive in gz',
    () => packedZeros(createGzip(), makeTar([{ name: 'a', size: 1024 * MEGABYTE }], { endless: true })),
  ],
  ['one file in 7z', () => make7z('a.7z', { a: Buffer.alloc(100 * MEGABYTE) }, ['-mx=1'])],
  ['one file in xz', () => make7z('a.xz', { a: Buffer.alloc(100 * MEGABYTE) }, ['-mx=1'])],
  ['one file in bz2', () => make7z('a.bz2', { a: Buffer.alloc(100 * MEGABYTE) }, ['-mx=1'])],
  [
    'many files in a zip archive, each within the ratio',
    () => {
      const content = noisy(60);
      const file = {
        packed: deflateRawSync(content, { level: 1 }),
        crc: crc32(content),
        size: content.length,
      };
      return makeZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, ...file })));
    },
  ],
  [
    'archives in archives, sixteen of them at each level',
    () => {
      let bomb: Buffer = makeZip([{ name: 'a', content: Buffer.alloc(50 * MEGABYTE) }]);
      for (let level = 0; level < 4; level++)
        bomb = makeZip(Array.from({ length: 16 }, (_, i) => ({ name: `${i}.zip`, content: bomb })));
      return bomb;
    },
  ],
  [
    'sixty thousand empty files',
    () => makeZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: '', method: 0 }))),
  ],
];

describe('an archive that unpacks to a gigabyte and more', () => {
  it.each(BOMBS)('as %s ends in seconds and takes little memory', async (_, make) => {
    const bytes = await make();
    const format = await detectFormat(bytes);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    let most = before;
    let unpacked = 0;
    const reasons = new Set<string>();
    try {
      for await (const { content, reason } of unpack(bytes, format, DEFAULT_READING)) {
        unpacked += content?.length ?? 0;
        if (reason) reasons.add(reason.code);
        most = Math.max(most, process.memoryUsage().rss);
      }
    } catch (error) {
      reasons.add((error as { reason: { code: string } }).reason.code);
    }
    most = Math.max(most, process.memoryUsage().rss);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${Math.round(bytes.length / 1024)} KB → ${Math.round(unpacked / MEGABYTE)} MB, ${[...reasons]}; ${seconds.toFixed(1)} s, ${Math.round((most - before) / MEGABYTE)} MB more`,
    );
    expect([...reasons]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:ratio|too-large|too-many|too-deep)$/)]),
    );
    expect(most - before).toBeLessThan(MAX_EXTRA);
    expect(seconds).toBeLessThan(MAX_SECONDS);
  });
});
