import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING } from '../../extractors/index.js';
import { loadPdfium } from '../../extractors/pdf/pdfium.js';
import * as pdf from '../../extractors/pdf/read-pdf.js';
import { FileError, type Manuscript } from '../../model/index.js';
import { textToPdf } from '../fixtures/text-to-pdf.js';
import { WITHOUT_OCR } from '../reading.js';
import { shared } from '../shared.js';

const readPdf = (bytes: Uint8Array): Promise<Manuscript> => pdf.readPdf(bytes, WITHOUT_OCR);

const PARAGRAPHS = Array.from(
  { length: 80 },
  (_, i) => `第${i + 1}项。各单位应当认真做好档案管理工作，定期检查，及时报告第${i}号事项的办理情况。`,
);

/** Passages of the real scans, as a person reads them off the pages. */
const SCANS: Readonly<Record<string, readonly string[]>> = {
  '非本市户籍职工在东莞就读子女参加社会基本医疗保险有关问题的通知2016.pdf': [
    '东社保〔2016〕21号',
    '（东府令第135号）',
    '2016年3月16日印发',
  ],
  '印发《东莞市社会保障局重大疾病医疗保险实施细则》的通知2016.pdf': [
    '东社保〔2016〕4号',
    '（东府〔2016〕3号）',
    '十二、本细则自2016年1月1日起实施，有效期至2016年12月31日。',
  ],
  '27城市-入户政策比较.pdf': ['各地入户政策', '满120分可以申请上海居住证', '社会抚养费缴纳证明'],
};

describe('readPdf over many files', () => {
  it('reads the real scans and the page with a scrambled text layer', async (context) => {
    const folder = shared('files/folder');
    if (!folder) return context.skip();
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const [name, passages] of Object.entries(SCANS)) {
      const path = paths.find((found) => found.endsWith(name))!;
      const { text, notes, recognised } = await pdf.readPdf(
        new Uint8Array(readFileSync(join(folder, path))),
        DEFAULT_READING,
      );
      for (const passage of passages) expect(text.replace(/\s/gu, '')).toContain(passage);
      expect(notes.map((note) => note.code)).toEqual(['ocr']);
      expect(recognised!.length).toBeGreaterThan(20);
    }
  });

  it("keeps the engine's memory flat over 200 files, broken ones among them", async () => {
    const whole = await textToPdf(PARAGRAPHS.join('\n'));
    const broken = whole.slice(0, whole.length / 2);
    const read = async (count: number): Promise<number> => {
      for (let i = 0; i < count; i++) {
        if (i % 10 === 9) await readPdf(broken).catch((error) => expect(error).toBeInstanceOf(FileError));
        else expect((await readPdf(whole)).blocks).toHaveLength(PARAGRAPHS.length);
      }
      return (await loadPdfium()).HEAPU8.byteLength;
    };
    const early = await read(20);
    expect(await read(180)).toBe(early);
  });

  it('reads every real PDF or says why not, each block with page and box', async (context) => {
    const folder = shared('files/folder');
    if (!folder) return context.skip();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    expect(files.length).toBeGreaterThan(10);
    const codes: string[] = [];
    for (const name of files) {
      try {
        const { blocks, pages, text } = await readPdf(new Uint8Array(readFileSync(join(folder, name))));
        codes.push('read');
        expect(text.length).toBeGreaterThan(500);
        for (const block of blocks) {
          expect(block.page).toBeGreaterThanOrEqual(1);
          expect(block.page).toBeLessThanOrEqual(pages!);
          expect(block.box ?? block.kind).toBeDefined();
        }
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        codes.push(error.reason.code);
      }
    }
    // Two scans, one with a scrambled text layer, and a web page that only calls itself a PDF.
    expect(codes.filter((code) => code === 'needs-ocr')).toHaveLength(3);
    expect(codes.filter((code) => code === 'corrupt')).toHaveLength(1);
  });
});
