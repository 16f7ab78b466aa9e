import { isIssuerLine } from './unit-names.js';

/** Joins the lines of a title: a space only between names of units, none elsewhere in Chinese text. */
export const joinTitle = (parts: readonly string[]): string => {
  let text = parts[0]!;
  for (const part of parts.slice(1)) {
    const between =
      isIssuerLine(text.replace(/\s/gu, '')) && isIssuerLine(part.replace(/\s/gu, '')) ? ' ' : '';
    text += between + part;
  }
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}》）]) (?=关于|印发|转发)/gu, '')
    .trim();
};

/** A title for comparison: no white space, book marks or brackets' variants. */
export const comparable = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s《》〈〉<>“”"]/gu, '')
    .replace(/_百度百科$/u, '');

/** The 文号 in brackets behind a title, and the part of a page's name that follows it. */
export const NUMBER_BEHIND =
  /[（(]((?:[\p{Script=Han}A-Z]{1,12}-?[〔[［【][12][0-9]{3}[〕\]］】]\s?[0-9]{1,5}|[\p{Script=Han}]{2,24}令第?[0-9零〇一二三四五六七八九十百]{1,6})\s?号)[）)](?:[-_—].*)?$/u;

/** Without bullets and 文号 around it, the name of the site behind it, and spaces inside Chinese text. */
export const cleanTitle = (title: string): string =>
  title
    .replace(/^[■●◆★※\s]+|^(?:原标题|标题|名称)[：:]/gu, '')
    .replace(/^(["'])(.*)\1$/u, '$2')
    .replace(NUMBER_BEHIND, '')
    .replace(/(?:_百度百科|[-_—|｜][^-_—|｜]{2,20}(?:网|门户|政府|委员会|局|厅|部))$/u, '')
    .replace(
      /(?<=[\p{Script=Han}》）”])[ 　](?=[\p{Script=Han}《（“])/gu,
      (space, at: number, all: string) => (isIssuerLine(all.slice(0, at).replace(/\s/gu, '')) ? space : ''),
    )
    .trim();
