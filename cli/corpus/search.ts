import { territoryName } from '../../corpus/index.js';
import { inMarks, type LibraryHit, printable, UsageError } from '../../model/index.js';
import { type CorpusOptions, openFilled } from './location.js';

export interface SearchOptions extends CorpusOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** Characters shown on each side of the first word. */
const AROUND = 40;

/** `qinggui corpus search 词`: the articles that hold every one of the words, best first. Returns the exit status. */
export const runSearch = async (words: readonly string[], options: SearchOptions): Promise<number> => {
  const wanted = words.flatMap((word) => word.split(/\s/u)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (wanted.length === 0) throw new UsageError('没有可以查找的字', '请写出汉字、字母或者数字，如：失信');
  const library = await openFilled(options);
  try {
    const hits = library.search(wanted, options.limit);
    if (options.json)
      for (const { version, article, score } of hits) {
        const { id: _, ...facts } = version;
        process.stdout.write(`${JSON.stringify({ statute: facts, article, score })}\n`);
      }
    else
      process.stdout.write(
        hits.length > 0 ? hits.map((hit) => hitText(hit, wanted)).join('') : nothing(wanted),
      );
    return hits.length > 0 ? 0 : 1;
  } finally {
    library.close();
  }
};

const nothing = (words: readonly string[]): string =>
  `法规库中没有同时含有${words.map((word) => `“${printable(word)}”`).join('')}的条文。没有收录不等于没有规定。\n`;

const hitText = ({ version, article }: LibraryHit, words: readonly string[]): string => {
  const where = [version.territory ? territoryName(version.territory) : '', version.date, version.status];
  const facts = where.filter(Boolean).join('，');
  return `${printable(inMarks(version.title))}${article.number}${facts ? `（${facts}）` : ''}\n    ${printable(around(article.text, words))}\n`;
};

/** The text around the first of the words that stands in it. */
const around = (text: string, words: readonly string[]): string => {
  const plain = text.replace(/\n/gu, ' ');
  const places = words.map((word) => plain.toLowerCase().indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const at = Math.max(0, Math.min(...places, plain.length));
  const from = Math.max(0, at === plain.length ? 0 : at - AROUND);
  const to = Math.min(plain.length, (at === plain.length ? 0 : at) + AROUND * 2);
  return `${from > 0 ? '……' : ''}${plain.slice(from, to)}${to < plain.length ? '……' : ''}`;
};
