import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImage } from '../../../extractors/image/read-image.js';
import { DEFAULT_READING, drawPage, type PageImage } from '../../../extractors/index.js';
import { readOfd } from '../../../extractors/ofd/read-ofd.js';
import { boxesOf, FileError, turnOf } from '../../../model/index.js';
import { WITHOUT_OCR } from '../../reading.js';
import { shared } from '../../shared.js';
import { seen, wish } from './seen.js';

describe('real OFD files of several producers', () => {
  it('show on their first page what they say there, drawn or as words', async (context) => {
    const folder = shared('files/ofd');
    if (!folder) return context.skip();
    for (const name of readdirSync(folder).sort()) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const image = await drawPage(bytes, 'ofd', wish({ width: 1654 }));
      const page = await seen(image);
      const read = await readOfd(bytes, WITHOUT_OCR).catch((error: unknown) => {
        if (error instanceof FileError) return null;
        throw error;
      });
      const words = image.words.map(({ text }) => text).join('');
      for (const { span, page: number, box } of read?.lines ?? []) {
        if (number !== 1) continue;
        const text = read!.text.slice(span.start, span.end).replace(/\s/gu, '');
        const isShown = page.ink(box) > 0.005 || [...text].every((char) => words.includes(char));
        expect(isShown || page.colour(box).some((value) => value < 200), `${name}: ${text}`).toBe(true);
      }
    }
  });
});

/** A page as a scanner gives it: lying askew by some degrees, then turned. */
const scanOf = async (
  { bytes, width, height }: PageImage,
  askew: number,
  turned: number,
): Promise<Uint8Array> => {
  const { data, info } = await sharp(bytes)
    .rotate(askew, { background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 } as const;
  const [left, top] = [Math.floor((info.width - width) / 2), Math.floor((info.height - height) / 2)];
  const flat = await sharp(data, { raw }).extract({ left, top, width, height }).png().toBuffer();
  return new Uint8Array(await sharp(flat).rotate(turned).withMetadata({ density: 200 }).png().toBuffer());
};

const EXAMPLES = new URL('../../../corpus/examples/', import.meta.url);
const WORDS = '失信惩戒';

describe('a scan that was recognised', () => {
  it.each([
    [0, 0],
    [90, 2],
    [180, -1.5],
    [270, 0],
  ])(
    'turned by %s degrees and askew by %s, has the boxes of its lines on their ink',
    async (turned, askew) => {
      const name = readdirSync(EXAMPLES).find((each) => each.startsWith('03 '))!;
      const printed = await drawPage(readFileSync(new URL(name, EXAMPLES)), 'pdf', wish({ width: 1654 }));
      const bytes = await scanOf(printed, askew, turned);
      const manuscript = await readImage(bytes, DEFAULT_READING);
      const turn = turnOf(manuscript, 1);
      expect(turn.quarter).toBe((360 - turned) % 360);
      expect(Math.abs(turn.slant - askew)).toBeLessThan(0.3);
      const page = await seen(await drawPage(bytes, 'image', wish({ turn })));
      for (const { span, box } of manuscript.recognised!) {
        const line = manuscript.text.slice(span.start, span.end);
        expect(page.ink(box), line).toBeGreaterThan(0.06);
        // Right above and below the line is paper.
        expect(page.ink({ ...box, y: box.y - 5, height: 3 }), line).toBeLessThan(0.02);
        expect(page.ink({ ...box, y: box.y + box.height + 2, height: 3 }), line).toBeLessThan(0.02);
      }
      const start = manuscript.text.indexOf(WORDS);
      expect(start, manuscript.text).toBeGreaterThan(0);
      const places = boxesOf(manuscript, { start, end: start + WORDS.length });
      expect(places.length).toBeGreaterThan(0);
      for (const { box } of places) expect(page.ink(box)).toBeGreaterThan(0.06);
    },
  );
});
