/** Two lines of one paragraph: Chinese goes on without a space, Latin words with one, a hyphenated word without. */
export const joined = (first: string, second: string): string => {
  // Only the end is looked at: a paragraph may have grown long.
  const end = first.slice(-2);
  if (/[A-Za-z]-$/.test(end) && /^[a-z]/.test(second)) return first.slice(0, -1) + second;
  const words = /[A-Za-z0-9,.;:)\]]$/.test(end) && /^[A-Za-z([]/.test(second);
  return words ? `${first} ${second}` : first + second;
};

/** Words that open a new paragraph of a Chinese document. */
const OPENING =
  /^(?:第[零〇○一二三四五六七八九十百千0-9０-９]{1,7}[编章节条]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,3}[）)]|\d{1,3}[、．]|\d{1,2}\.(?!\d)|[①-⑳]|附件|附表|附录|抄送|主送)/u;

/** True when a line begins as an article, a numbered heading or item, or an attachment does. */
export const opensParagraph = (line: string): boolean => OPENING.test(line.trimStart());

/** True when the text ends as a sentence or a lead to a list does. */
export const endsSentence = (text: string): boolean =>
  /[。！？!?；;：:…][”’"）)】]{0,2}$/u.test(text.trimEnd());

/** A line of a table of contents: leaders and a page number at its end. Only the end is looked at. */
export const isContentsLine = (line: string): boolean =>
  /(?:\.{4}|…{2}|·{4}|。{4}|-{6})[\s.…·。-]{0,40}\d{1,4}$/u.test(line.slice(-60));
