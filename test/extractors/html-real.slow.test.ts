import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeText } from '../../extractors/encoding.js';
import { parseHtml } from '../../extractors/html/dom.js';
import { linesOf } from '../../extractors/html/lines.js';
import { readHtml } from '../../extractors/html/read.js';
import { shared } from '../shared.js';

const folder = shared('files/folder');

/** Numbered articles and items: the lines of a page that must never be missing. */
const PROVISION =
  /^(?:第[一二三四五六七八九十百]{1,6}[条章]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u;
const tight = (text: string): string => text.replace(/\s/gu, '');

it.skipIf(!folder)(
  'every provision of real pages is read, and the headline stands first on nearly all',
  async () => {
    const pages = readdirSync(folder!, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /^[^.].*\.html?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    const lost: string[] = [];
    let headlines = 0;
    for (const path of pages) {
      const bytes = readFileSync(path);
      const manuscript = await readHtml(bytes);
      const text = tight(manuscript.text);
      for (const line of linesOf(parseHtml(decodeText(bytes).text)))
        if (PROVISION.test(line.text) && line.linkChars < line.chars && !text.includes(tight(line.text)))
          lost.push(`${path}: ${line.text}`);
      if (manuscript.blocks.some((block) => block.headingLevel === 1)) headlines++;
    }
    expect(lost).toEqual([]);
    expect(headlines).toBeGreaterThan(pages.length * 0.9);
  },
);
