import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import type { LedgerForm } from '../../../model/index.js';
import { type LedgerInput, writeEvidenceDocx, writeLedgerDocx } from '../../../reports/index.js';
import { renderPage } from '../../extractors/ocr/render.js';
import { installedOffice, saveAs } from '../../office.js';
import { document, input, row } from '../samples.js';

const OFFICE = installedOffice();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const LONG = Array.from({ length: 120 }, (_, at) => `第${at + 1}处：多次违反规定的，记入信用档案。`);
const documents = () => [
  document({ row: { ...row(), phone: '13900000000', completion: '2021年12月底' } }),
  document({ row: row({ summary: LONG.join('\n') }) }),
  ...Array.from({ length: 40 }, () => document()),
];
type Write = (path: string, change: Partial<LedgerInput>) => Promise<void>;
const ledger: Write = (path, change) => writeLedgerDocx(path, input(change));
const annex: Write = (path, change) => writeEvidenceDocx(path, input(change));

const printed = async (write: Write, change: Partial<LedgerInput>) => {
  const path = join(folder, '文.docx');
  await write(path, { documents, ...change });
  const pdf = await saveAs(OFFICE!, await readFile(path), 'docx', 'pdf');
  const { text, blocks } = await extract(pdf, 'pdf');
  const pages = new Map<number, string>();
  for (const { page, span } of blocks)
    pages.set(page!, `${pages.get(page!) ?? ''}${text.slice(span.start, span.end)}\n`);
  return {
    pages: [...pages.values()].map((each) => each.replace(/\s+/gu, '')),
    image: await renderPage(pdf, 1),
  };
};

/** Of all pixels, those in the watermark's own grey, silver at half strength: print, heads and marks have another. */
const greyShare = ({ data, width, height }: Awaited<ReturnType<typeof renderPage>>): number => {
  let grey = 0;
  for (let at = 0; at < data.length; at += 3)
    if ([0, 1, 2].every((channel) => Math.abs(data[at + channel]! - 223.5) < 1)) grey += 1;
  return grey / (width * height);
};

describe.skipIf(!OFFICE)('a Word file as LibreOffice prints it', () => {
  it.each<[LedgerForm, boolean]>([
    ['national', false],
    ['national', true],
    ['district', false],
    ['district', true],
  ])(
    'has the %s form on A4 on its side, heads on each page, no word lost (draft: %s)',
    async (form, draft) => {
      const { pages, image } = await printed(ledger, { form, draft });
      expect([image.width, image.height]).toEqual([842, 595]);
      expect(pages.length).toBeGreaterThan(5);
      const last = pages.at(-1)!;
      // The notes may take a page of their own.
      for (const page of pages.slice(0, -1)) expect(page).toMatch(/相关内容摘要.*依据的具体内容.*完成时间/);
      expect(last).toContain('“责任单位”栏');
      const all = pages.join('').replace(/第\d+页，共\d+页/g, '');
      for (const line of LONG) expect(all).toContain(line.slice(0, 6));
      const share = greyShare(image);
      if (draft) expect(share).toBeGreaterThan(0.02);
      else expect(share).toBeLessThan(0.005);
    },
  );

  it('has the evidence on upright A4 with 草稿 behind a draft', async () => {
    const draft = await printed(annex, { draft: true });
    expect([draft.image.width, draft.image.height]).toEqual([595, 842]);
    expect(draft.pages.join('')).toContain('42.《清水市生活垃圾投放办法》');
    expect(greyShare(draft.image)).toBeGreaterThan(0.02);
    expect(greyShare((await printed(annex, {})).image)).toBeLessThan(0.005);
  });
});
