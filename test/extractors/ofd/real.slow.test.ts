import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING, detectFormat } from '../../../extractors/index.js';
import * as ofd from '../../../extractors/ofd/read-ofd.js';
import { FileError, type Manuscript } from '../../../model/index.js';
import { WITHOUT_OCR } from '../../reading.js';
import { shared } from '../../shared.js';
import { expectSound } from '../word-laws.js';

const readOfd = (bytes: Uint8Array): Promise<Manuscript> => ofd.readOfd(bytes, WITHOUT_OCR);

/** What becomes of each real file: pages, characters and codes of notes, or the code of the refusal. */
const EXPECTED: Readonly<Record<string, string>> = {
  'QAQtutu__旋转测试.ofd': 'needs-ocr',
  'ofdrw__1.ofd': '1 491 attachments signatures',
  'ofdrw__AddAttachment_relativepathversion.ofd': '1 14 attachments',
  'ofdrw__DigitalSign.ofd': '1 21 signatures',
  'ofdrw__SESV4SignDoc.ofd': '1 21 signatures',
  'ofdrw__SignScaleError.ofd': '1 462 attachments signatures',
  // Five pages of red boxes under a seal.
  'ofdrw__V4RideRight.ofd': 'no-text',
  'ofdrw__allprotected.ofd': '1 21 signatures',
  'ofdrw__areaholder_fields.ofd': '1 4',
  'ofdrw__doc1File.ofd': '11 6037',
  'ofdrw__hello-integrity.ofd': '2 1285',
  'ofdrw__helloworld.ofd': '1 21',
  'ofdrw__helloworld_with_pageblock.ofd': '1 21',
  'ofdrw__keyword2.ofd': '1 538 attachments signatures',
  'ofdrw__ofdrw-layout_ano.ofd': '2 22 pages-garbled',
  'ofdrw__ofdrw-reader_helloworld.ofd': '1 21',
  'ofdrw__ofdrw-reader_keyword2.ofd': '2 68',
  'ofdrw__pattern类型.ofd': '1 31',
  'ofdrw__testImageNotFound.ofd': '2 945 signatures',
  'ofdrw__testImageOverridePage.ofd': '1 295 pictures signatures',
  'ofdrw__testPathClip.ofd': '1 296 pictures signatures',
  'ofdrw__z.ofd': '4 765',
  'ofdrw__zsbk.ofd': '2 882 pictures signatures',
  'ofdrw__透明度文字.ofd': '1 21',
  'zc310__helloworld.ofd': '2 21',
};

/** Words that only recognition finds in some of the files, and the codes of their notes then. */
const RECOGNISED: Readonly<Record<string, { readonly words: RegExp; readonly notes: readonly string[] }>> = {
  // Every letter is drawn as an outline.
  'QAQtutu__旋转测试.ofd': { words: /一、文字对象.*二、图形对象.*三、图像/, notes: ['ocr'] },
  // The second page's codes are private; its letters are drawn by the fonts in the file.
  'ofdrw__ofdrw-layout_ano.ofd': { words: /应用开发指南（常用手册）目录/, notes: ['ocr', 'ocr-poor'] },
  // A certificate printed over the scan of its form.
  'ofdrw__testImageOverridePage.ofd': { words: /中华人民共和国土地管理法/, notes: ['ocr', 'signatures'] },
};

describe('real OFD files of several producers', () => {
  it('are all read, or refused with the reason that a look at them gives', async (context) => {
    const folder = shared('files/ofd');
    if (!folder) return context.skip();
    const found: Record<string, string> = {};
    for (const name of readdirSync(folder).sort()) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      expect(await detectFormat(bytes)).toBe('ofd');
      found[name] = await outcomeOf(bytes);
    }
    expect(found).toEqual(EXPECTED);
  });

  it.each(Object.entries(RECOGNISED))(
    '%s: what is a picture or drawn is recognised',
    async (name, expected) => {
      const path = shared(`files/ofd/${name}`);
      if (!path) return;
      const manuscript = await ofd.readOfd(new Uint8Array(readFileSync(path)), DEFAULT_READING);
      expectSound(manuscript);
      expect(manuscript.text.replace(/\s/gu, '')).toMatch(expected.words);
      expect(manuscript.notes.map((note) => note.code)).toEqual(expected.notes);
    },
  );
});

const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    const manuscript = await readOfd(bytes);
    expectSound(manuscript);
    const { pages, text, notes } = manuscript;
    return [pages, text.replace(/\s/gu, '').length, ...notes.map((note) => note.code)].join(' ');
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};
