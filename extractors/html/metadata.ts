import { DomUtils } from 'htmlparser2';
import type { MetadataField } from '../../model/index.js';
import { type Document, type Element, parentOf } from './dom.js';
import { isBareDate, labelAlone, labelledValues } from './labels.js';
import type { Line } from './lines.js';
import type { MainContent } from './main-content.js';

/** <meta> elements that speak to machines about the page, or of the site instead of the document. */
const TECHNICAL =
  /^(?:viewport|generator|robots|googlebot|renderer|force-rendering|format-detection|keywords?|description|progid|originator|copyright|theme-color|referrer|.*verification|(?:apple|msapplication|baidu|mobile|og|fb|twitter|360|x5|uc|qq|wap|ms|shenma)[-_:.].*|(?:full-?screen|browsermode|screen-orientation|handheldfriendly|applicable-device|imagetoolbar|csrf.*|host.*|user-.*|request-.*|octolytics.*|selected-link|analytics.*|hovercard.*|js-.*|html-safe-nonce|visitor-.*|pjax.*|google-.*|enabled-.*|expected-.*|browser-.*|revisit-after|rating|distribution|vs_.*|\{.*|documentid|created|changed|changedby|cocoaversion|code_language|sitename|sitedomain|siteidcode|columnname|columndescription|columnkeywords|columntype))$/iu;
/** In a page without running text the facts stand among its first lines, if anywhere. */
const HEAD_LINES = 40;

/** Who brought a text, behind its end. A 日期 there is rather that of the signature. */
const CREDITS =
  /^[\s[［【（(]*(?:文章|信息|稿件)?(?:来源|稿源|责任编辑|责编|编辑|作者|供稿|审核|发布人|发布者)\s?[：:]/u;

/** How far above the text a line with date and source stands. */
const NEAR_LINES = 15;

/** Facts read from the page around the document, and the lines that held nothing else. */
export interface PageFacts {
  readonly fields: readonly MetadataField[];
  readonly consumed: ReadonlySet<number>;
}

/** <meta name="…" content="…"> of documents (ArticleTitle, PubDate, ContentSource …) and <title> under the name "title". */
export const metaFields = (document: Document): MetadataField[] => {
  const fields: MetadataField[] = [];
  for (const meta of DomUtils.getElementsByTagName('meta', document, true)) {
    const name = (meta.attribs.name ?? meta.attribs.property ?? '').trim();
    const value = tidy(meta.attribs.content ?? '');
    if (name && value && !TECHNICAL.test(name)) fields.push({ name, value, from: 'meta' });
  }
  const [title] = DomUtils.getElementsByTagName('title', document, true, 1);
  const value = title ? tidy(DomUtils.textContent(title)) : '';
  if (value) fields.push({ name: 'title', value, from: 'meta' });
  return fields;
};

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * The labelled facts of a page: tables, lists and lines such as "索引号：…" before the running text or outside of
 * the main content. A label may stand in one cell and its value in the next.
 */
export const pageFacts = (lines: readonly Line[], { kept, bodyStart, bodyEnd }: MainContent): PageFacts => {
  const fields: MetadataField[] = [];
  const consumed = new Set<number>();
  const inText = new Map(kept.map((index, rank) => [index, rank]));
  const catalogues = cataloguesOf(lines);
  const seen = new Set<string>();
  const top = kept[0] ?? 0;
  const add = (name: string, value: string): void => {
    const key = `${name}\n${value}`;
    if (!value || seen.has(key)) return;
    seen.add(key);
    fields.push({ name, value, from: 'table' });
  };
  for (let i = 0; i < lines.length; i++) {
    const rank = inText.get(i);
    const beforeBody = i < bodyStart && (bodyStart < lines.length || (rank ?? i) < HEAD_LINES);
    const line = lines[i]!;
    if (rank !== undefined && !beforeBody && !(i > bodyEnd && CREDITS.test(line.text))) continue;
    const alone = labelAlone(line.text);
    if (alone) {
      const next = lines[i + 1];
      const paired = next !== undefined && isPair(line, next);
      if (isCell(line) ? !catalogues.has(containerOf(line)) : !alone.colon) continue;
      if (paired) {
        add(alone.name, next.text);
        consumed.add(i).add(++i);
      } else if (alone.colon) consumed.add(i);
      continue;
    }
    const values = labelledValues(line.text);
    if (values.length === 0) continue;
    // 时间 and the like in menus and side columns speak of other pages.
    const near = rank !== undefined || (i < bodyStart && i > top - NEAR_LINES);
    for (const { name, value, fact } of values) if (fact || near) add(name, value);
    consumed.add(i);
  }
  // Labels without a value, between others.
  lines.forEach((line, i) => {
    const among = consumed.has(i - 1) || consumed.has(i + 1);
    if (among && i < bodyStart && labelAlone(line.text)?.colon) consumed.add(i);
  });
  return { fields, consumed };
};

const isValue = (text: string): boolean =>
  !labelAlone(text) && (labelledValues(text).length === 0 || isBareDate(text));

const isCell = (line: Line): boolean => /^(?:td|th|dt)$/u.test(line.block?.name ?? '');

/** A label and its value in the same row, or the same pair of a list. */
const isPair = (label: Line, value: Line): boolean =>
  label.block !== null &&
  label.block.parent === value.block?.parent &&
  label.block !== value.block &&
  isValue(value.text);

/**
 * Tables and lists with two pairs at least: a single label in a cell is rather the head of a column, such as 名称
 * in a list of measures.
 */
const cataloguesOf = (lines: readonly Line[]): ReadonlySet<Element | null> => {
  const pairs = new Map<Element | null, number>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (!isCell(line) || !labelAlone(line.text) || !isPair(line, next)) continue;
    const container = containerOf(line);
    pairs.set(container, (pairs.get(container) ?? 0) + 1);
  }
  return new Set([...pairs].flatMap(([container, count]) => (count > 1 ? [container] : [])));
};

const containerOf = (line: Line): Element | null => {
  let element = line.block;
  while (element && element.name !== 'table' && element.name !== 'dl') element = parentOf(element);
  return element;
};
