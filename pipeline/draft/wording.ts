import { citedPart, measureLabels, measuresIn, paragraphsOf, paragraphText } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';

/** Characters of an article's wording in the ledger's cell. */
const LONGEST = 220;
const CUT = '……';

/**
 * What of an article stands in the ledger: the cited 款, else the whole; where that is too long, the paragraphs that
 * name a measure of these labels. What was left out shows as ……; nothing is reworded.
 *
 * @param cited as cited: 第三十条第二款.
 * @param wording the article's paragraphs, '\n' between them.
 */
export const quotedWording = (cited: string, wording: string, labels: readonly Label[]): string => {
  const part = citedPart(wording, cited);
  const all = paragraphsOf(wording).map(paragraphText);
  const parts = part === null || part === all.join('') ? all : [part];
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
