import { measureLabels, measuresIn } from '../../corpus/index.js';
import { type Label, parseNumeral } from '../../model/index.js';

/** Characters of an article's wording in the ledger's cell. */
const LONGEST = 220;
const CUT = '……';
const PARAGRAPH = /第([^第条款项目]{1,6})款/u;
/** An item hangs below the paragraph before it. */
const ITEM = /^\s{0,4}[（(〔]?[一二三四五六七八九十0-9]{1,4}[）)〕、.．]/u;

/**
 * What of an article stands in the ledger: the cited 款, else the whole; where that is too long, the paragraphs that
 * name a measure of these labels. What was left out shows as ……; nothing is reworded.
 *
 * @param cited as cited: 第三十条第二款.
 * @param wording the article's paragraphs, '\n' between them.
 */
export const quotedWording = (cited: string, wording: string, labels: readonly Label[]): string => {
  const paragraphs = paragraphsOf(wording);
  const wanted = parseNumeral(PARAGRAPH.exec(cited)?.[1] ?? '');
  const own = wanted === null ? undefined : paragraphs[wanted - 1];
  const parts = own === undefined ? paragraphs : [own];
  const whole = parts.join('');
  if (whole.length <= LONGEST) return whole;
  const telling = parts.map((part) => tells(part, labels));
  let said = '';
  parts.forEach((part, at) => {
    if (telling.includes(true) && !telling[at]) said += said.endsWith(CUT) ? '' : CUT;
    else said += part;
  });
  return said.length <= LONGEST ? said : around(said, labels);
};

const paragraphsOf = (wording: string): string[] => {
  const paragraphs: string[] = [];
  for (const line of wording.split('\n')) {
    if (ITEM.test(line) && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += line.trim();
    else paragraphs.push(line.trim());
  }
  return paragraphs;
};

const of = (labels: readonly Label[], text: string) =>
  measuresIn(text).filter(({ kind }) => measureLabels(kind).some((label) => labels.includes(label)));

const tells = (text: string, labels: readonly Label[]): boolean => of(labels, text).length > 0;

/** The stretch around the first measure, from the beginning of a clause. */
const around = (text: string, labels: readonly Label[]): string => {
  const at = of(labels, text)[0]?.start ?? 0;
  const from = Math.max(0, at - LONGEST / 2);
  const begin = from === 0 ? 0 : from + Math.max(0, text.slice(from, at).search(/[，；。：]/u) + 1);
  const end = Math.min(text.length, begin + LONGEST);
  return `${begin > 0 ? CUT : ''}${text.slice(begin, end)}${end < text.length ? CUT : ''}`.replaceAll(
    CUT + CUT,
    CUT,
  );
};
