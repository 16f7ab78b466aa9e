import { Document, ImageRun, Packer, Paragraph } from 'docx';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../extractors/docx/read-docx.js';
import { readWithPictures } from '../../../extractors/image/embedded.js';
import { DEFAULT_READING } from '../../../extractors/reading.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';
import { pagesOfText } from '../../fixtures/text-to-pdf.js';

const LAW = [
  '清水市出租汽车管理办法',
  '第一条 为了规范出租汽车经营行为，维护市场秩序，制定本办法。',
  '第二条 对有严重违法行为的经营者，列入失信名单，向社会公布，并限制其参加政府采购。',
].join('\n');

const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();

const word = async (texts: readonly string[], pictures: readonly Buffer[]): Promise<Buffer> =>
  Buffer.from(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              ...texts.map((text) => new Paragraph(text)),
              ...pictures.map(
                (data) =>
                  new Paragraph({
                    children: [
                      new ImageRun({ type: 'png', data, transformation: { width: 400, height: 560 } }),
                    ],
                  }),
              ),
            ],
          },
        ],
      }),
    ),
  );

const read = (bytes: Buffer, shown: readonly string[], ocr = true) => {
  const recogniser = fakeRecogniser(shown.map((text) => recognisedPage(pagesOfText(text)[0]!)));
  return readWithPictures(
    bytes,
    'docx',
    { ...DEFAULT_READING, ocr },
    () => readDocx(bytes),
    recogniser.recognise,
  );
};

describe('pictures in a document', () => {
  it('give their text where the document is nothing but scanned pages', async () => {
    const manuscript = await read(await word([], [await picture(1240, 1754)]), [LAW]);
    expect(manuscript.text).toContain('列入失信名单，向社会公布');
    expect(manuscript.format).toBe('docx');
    expect(manuscript.pages).toBeUndefined();
    expect(manuscript.notes[0]?.message).toMatch(/^第1幅图片的文字（接在正文之后）由图像识别/u);
  });

  it('add their text behind that of the document, with exact places', async () => {
    const bytes = await word(['清水市交通运输局关于印发办法的通知'], [await picture(1240, 1754)]);
    const { text, blocks, recognised = [] } = await read(bytes, [LAW]);
    expect(text.startsWith('清水市交通运输局关于印发办法的通知\n')).toBe(true);
    for (const { span } of blocks.slice(1)) expect(text[span.start - 1]).toBe('\n');
    expect(recognised.length).toBeGreaterThan(2);
    for (const { span, page } of recognised) {
      expect(page).toBe(1);
      expect(LAW.replace(/\s/gu, '')).toContain(text.slice(span.start, span.end).replace(/\s/gu, ''));
    }
    expect(blocks.at(-1)).toMatchObject({ page: 1 });
  });

  it.each([
    ['too small to be a page', [400, 400], LAW],
    ['that show no text', [1240, 1754], '清水市'],
  ] as const)('%s add nothing', async (_, [width, height], shown) => {
    const bytes = await word(['关于印发办法的通知'], [await picture(width, height)]);
    const manuscript = await read(bytes, [shown]);
    expect(manuscript.text).toBe('关于印发办法的通知');
    expect(manuscript.notes.map(({ code }) => code)).toEqual(['pictures']);
  });

  it('are left alone where recognition is not wanted', async () => {
    const bytes = await word([], [await picture(1240, 1754)]);
    await expect(read(bytes, [LAW], false)).rejects.toMatchObject({ reason: { code: 'needs-ocr' } });
  });
});
