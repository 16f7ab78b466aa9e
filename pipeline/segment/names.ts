import type { MetadataField } from '../../model/index.js';
import { fieldValues } from './facts.js';
import type { Line } from './lines.js';
import type { KnownNames } from './title.js';
import { cleanTitle, comparable } from './title-words.js';
import { isIssuerLine } from './unit-names.js';

const TITLE_FIELD = /^(?:名称|标题|文件名称|信息名称|ArticleTitle|title)$/iu;
const BOOK = /《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》/gu;
/** Names are looked for where a notice says what it issues, not in the whole of a long file. */
const REACH = 20_000;
const MOST = 200;

/** Values of the metadata that name the file's document; a site's or an office's name is none. */
export const pageTitles = (metadata: readonly MetadataField[]): string[] =>
  fieldValues(
    metadata.filter((field) => field.from !== 'properties'),
    TITLE_FIELD,
  )
    .filter((value) => !isIssuerLine(value.replace(/\s/gu, '')))
    .map(cleanTitle);

/** Collects the names that metadata and 《》 give. */
export const knownNames = (lines: readonly Line[], metadata: readonly MetadataField[]): KnownNames => {
  const pages = pageTitles(metadata);
  const names = [...pages];
  let read = 0;
  for (const { tight } of lines) {
    read += tight.length;
    if (read > REACH || names.length > MOST) break;
    if (tight.includes('《')) for (const match of tight.matchAll(BOOK)) names.push(match[1]!);
  }
  const all = [...new Set(names)];
  const plain = all.map(comparable);
  const whole = new Set(plain);
  const joined = plain.join('\n');
  return {
    page: pages[0] ?? null,
    has: (words) => words.length >= 8 && joined.includes(words),
    is: (words) => whole.has(words),
    beginningWith: (words) => {
      const at = plain.findIndex((name) => words.length >= 4 && name.startsWith(words) && name !== words);
      return all[at] ?? null;
    },
  };
};
