import type { Citation, Span } from '../../model/index.js';

/**
 * What a citation does in its sentence:
 * - basis: named as the ground of what is ordered (根据…, 依照…规定);
 * - penalty: named as the ground of a fine or an order that stands beside the credit measure;
 * - violated: the law that the subject broke;
 * - mention: named, but not said to be the ground;
 * - none: it can be no ground here (repealed, amended, issued or reserved by the sentence).
 */
export type CitationRole = 'basis' | 'penalty' | 'violated' | 'mention' | 'none';

/** The short ones only right before the title: 数据 and 依法 hold them, too. */
const GROUND = /(?:根据|依据|依照|按照|遵照|遵循|适用)|(?:依|按|据)$/gu;
const WEAK_GROUND = /(?:参照|参考|贯彻|落实|执行|结合|符合|属于|学习|宣传|推进)/gu;
const BREACH =
  /(?:违反|违背|不符合|触犯|(?:未|不|没有|拒不)(?:能)?(?:严格)?(?:按照|依照|根据|依据|按|依|执行|遵守|履行|落实))/gu;
const NO_GROUND_BEFORE =
  /(?:废止|修改|修订|修正|停止执行|转发|印发|公布|发布|替代|代替|不同于|取代|以下简称为?)[^，。；：\n]{0,6}$/u;
const NO_GROUND_AFTER =
  /^[^，。；\n]{0,24}?(?:同时废止|予以废止|废止|停止执行|不再执行|失效|另有规定|不一致的|相抵触|以下简称)/u;
const ENDS_WITH_REPEAL = /^[^。\n]{0,60}(?:同时|自行|相应)?(?:废止|停止执行)/u;
/** The verb that the ground governs, up to the next comma: 依照《…》第五条的规定予以处罚. */
const PENALTY =
  /(?:处以|处[\p{Script=Han}0-9]{1,12}罚款|罚款|(?:予以|给予|进行|从重|实施|依法|规定)(?:的)?(?:行政)?(?:处罚|查处)|规定处理|追究[\p{Script=Han}]{0,8}责任|(?:行政|治安管理)处罚$)/u;
/** Joins the titles of one list: 《A》、《B》和《C》（国发〔…〕…号）. */
const JOINS =
  /^(?:[\s、，,和与及或]|以及|或者|第[^第，。；、《》]{1,12}[条款项目]|[（(][^（）()]{0,40}[）)]|的?有关规定|的?规定|等)*$/u;
const LONGEST_JOIN = 60;
/** Titles of one list that are followed to each side: of no real list any more. */
const LONGEST_LIST = 200;
const SENTENCE_END = /[。；：!！?？\n]/u;

/** The role of a citation by the words around the list of titles it stands in. `all` are the citations of `text`. */
export const roleOf = (citation: Citation, text: string, all: readonly Citation[]): CitationRole => {
  const list = listAround(citation, text, all);
  const before = lastClause(text.slice(Math.max(0, list.start - 160), list.start));
  const after = text.slice(list.end, list.end + 160);
  if (NO_GROUND_BEFORE.test(before) || NO_GROUND_AFTER.test(after)) return 'none';
  if (/(?:原|此前|下列文件)[^。]{0,12}$/u.test(before) && ENDS_WITH_REPEAL.test(after)) return 'none';
  const ground = lastOf(GROUND, before);
  const weak = lastOf(WEAK_GROUND, before);
  const breach = lastOf(BREACH, before);
  // 未按照 ends where 按照 ends: the breach swallows the ground.
  if (breach && breach.end >= Math.max(ground?.end ?? 0, weak?.end ?? 0)) {
    return reaches(before, breach) ? 'violated' : 'mention';
  }
  if (weak && weak.end >= (ground?.end ?? 0)) return 'mention';
  if (!ground || !reaches(before, ground)) return 'mention';
  return PENALTY.test(/^[^，。；\n]*/u.exec(after)![0]) ? 'penalty' : 'basis';
};

/** The run of titles joined by 、和及 around one of them. */
const listAround = (citation: Citation, text: string, all: readonly Citation[]): Span => {
  const at = all.indexOf(citation);
  const joined = (from: number, to: number): boolean =>
    to >= from && to - from <= LONGEST_JOIN && JOINS.test(text.slice(from, to));
  let { start, end } = citation;
  const first = Math.max(0, at - LONGEST_LIST);
  for (let before = at - 1; before >= first && joined(all[before]!.end, start); before--) {
    start = all[before]!.start;
  }
  const last = Math.min(all.length, at + LONGEST_LIST);
  for (let next = at + 1; next < last && joined(end, all[next]!.start); next++) end = all[next]!.end;
  return { start, end };
};

const lastClause = (before: string): string => {
  for (let at = before.length - 1; at >= 0; at--) {
    if (SENTENCE_END.test(before[at]!)) return before.slice(at + 1);
  }
  return before;
};

const lastOf = (pattern: RegExp, text: string): Span | null => {
  let last: Span | null = null;
  for (const match of text.matchAll(pattern)) {
    last = { start: match.index, end: match.index + match[0].length };
  }
  return last;
};

/** Nothing but a few words of the same phrase between the preposition and the title: 根据国家有关规定和《…》. */
const reaches = (before: string, word: Span): boolean => {
  const between = before.slice(word.end);
  return between.length <= 40 && !/[，。；：]|(?:的，|制定)/u.test(between);
};
