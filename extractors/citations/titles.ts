import type { Span } from '../../model/index.js';
import { trimLead } from './names.js';

/** A title between marks; where a mark is missing, as far as it can be told. */
export interface Title extends Span {
  /** What stands between the marks, without white space and markup. */
  readonly title: string;
  /** False where one of the two marks is missing. */
  readonly closed: boolean;
}

/** The longest title that is followed to its closing mark. */
const LONGEST = 240;
/** A title that is not closed ends here at the latest. */
const BREAK =
  /[\s。；，,;：:！？“”|…]|《|》|<(?=[a-zA-Z/])|第[\s0-9０-９零〇一二三四五六七八九十百千]{1,9}条/;
/** No title runs on over the end of a sentence, a second empty line, or a line that begins with another. */
const STOP = /[。；！？|…]|\n\s{0,20}《/;
const EMPTY_LINE = /\n\s*\n/g;
const MARKUP = /<\/?[a-zA-Z][^<>]{0,120}>|&nbsp;/g;
/** What stands between marks and is no legal text: papers that a person holds or fills in, the press. */
const PAPER =
  /(?:证|证件|许可证件|证明|执照|护照|表|表格|卡|手册|册|簿|本|单|票|收据|凭证|凭据|报|周刊|月刊|杂志|期刊|网|合同|协议|申请|书|(?<!复)函|(?:介绍|证明|推荐|邀请)信|回执|档案|报告|记录|笔录|台账|系统|平台|数据库|软件|年鉴|词典|教材|答卷|试卷|简历|材料|承诺|图|图集|样张|标志|信息|电话)(?:[（(][^（）()]{1,20}[）)])?$/u;
/** Endings that PAPER would take by mistake. */
const LEGAL =
  /(?:法典|法|条例|条令|办法|规定|细则|规则|解释|决定|章程|公约|条约|协定|议定书|通则|准则|规程|规范|纪要|意见|批复|通知|公告|通告|制度|方案|标准|指引|程序|清单|目录|名单|备忘录|纲要|规划|计划|要点|导则|指南|白皮书|基本法|税则)(?:[（(][^（）()]{1,20}[）)])?$/u;

/**
 * Every title between 《》 (or <<>>, or 〈〉 alone), outermost first, in order; also one whose closing or opening mark
 * is missing. Linear: each mark is followed for a bounded distance.
 */
export const findTitles = (text: string): Title[] => {
  const found: Title[] = [];
  const marks = /[《》〈＜]|<</g;
  let floor = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const title =
      mark[0] === '》'
        ? unopened(text, mark.index, floor)
        : mark[0] === '〈' || mark[0] === '＜'
          ? single(text, mark.index, mark[0] === '〈' ? '〉' : '＞')
          : opened(text, mark.index);
    // A 〈 that is no title itself may stand in one that has lost its 《.
    if (!/[〈＜]/u.test(mark[0])) floor = Math.max(floor, mark.index + 1);
    if (!title) continue;
    const whole = carriedOut(text, title, found.at(-1)?.end ?? 0);
    found.push(whole);
    floor = whole.end;
    marks.lastIndex = whole.end;
  }
  return found;
};

const PLACE_BEFORE = /[\p{Script=Han}]{1,12}(?:省|市|区|州|盟|县)实施$/u;
const RULES_AFTER = /(?:办法|条例|实施细则|细则|若干规定|的?规定(?!的|，|。))/y;

/**
 * 云川省实施《中华人民共和国水法》办法: the marks stand around the statute in the title, and the text is a 地方性法规 of its own.
 * Taken for the statute it would be a national ground where there is none.
 */
const carriedOut = (text: string, title: Title, floor: number): Title => {
  RULES_AFTER.lastIndex = title.end;
  const rules = title.closed && RULES_AFTER.exec(text)?.[0];
  const place = rules && PLACE_BEFORE.exec(text.slice(Math.max(floor, title.start - 16), title.start))?.[0];
  if (!rules || !place) return title;
  const start = title.start - place.length + trimLead(place.slice(0, -2));
  const end = title.end + rules.length;
  // The document's own title says which statute it carries out.
  if (
    /(?:^|\n)[\s#*]{0,8}$/u.test(text.slice(Math.max(0, start - 10), start)) &&
    /^[\s*]{0,4}(?:\n|$)/u.test(text.slice(end, end + 6))
  )
    return title;
  return { start, end, title: cleaned(text.slice(start, end)), closed: true };
};

/** Whether a title names a legal text or policy document; what can not be told apart is taken for one. */
export const isLegalTitle = (title: string): boolean => {
  if (LEGAL.test(title)) return true;
  return title.length > 1 && !PAPER.test(title) && /\p{Script=Han}/u.test(title);
};

const opened = (text: string, start: number): Title | null => {
  const angle = text[start] === '<';
  const [open, close] = angle ? ['<<', '>>'] : ['《', '》'];
  const inside = start + open!.length;
  const window = text.slice(inside, inside + LONGEST);
  const stop = window.includes(close!) ? stopOf(window) : 0;
  let depth = 1;
  let lastClose = -1;
  for (let at = 0; at < stop; at++) {
    if (window.startsWith(open!, at)) depth++;
    else if (window.startsWith(close!, at)) {
      depth--;
      lastClose = at;
      if (depth === 0) {
        const end = inside + at + close!.length;
        return { start, end, title: cleaned(window.slice(0, at)), closed: true };
      }
    }
  }
  if (angle) return null;
  return (lastClose < 0 ? null : halfNested(start, window, lastClose)) ?? unclosed(text, start, window);
};

/** 〈云川省信用条例〉 in place of 《》: only what ends as a legal text, and is no part of a title that has lost its 《. */
const single = (text: string, start: number, close: string): Title | null => {
  const window = text.slice(start + 1, start + 1 + LONGEST);
  const length = window.indexOf(close);
  if (length < 2 || STOP.test(window.slice(0, length)) || /[《》〈＜]/u.test(window.slice(0, length)))
    return null;
  const title = cleaned(window.slice(0, length));
  if (!LEGAL.test(title)) return null;
  const nested = /\p{Script=Han}/u.test(text[start - 1] ?? '');
  if (nested && /^[^。；，、\s《〈]{0,30}》/u.test(window.slice(length + 1))) return null;
  return { start, end: start + length + 2, title, closed: true };
};

const stopOf = (window: string): number => {
  const stop = STOP.exec(window)?.index ?? window.length;
  const [, second] = window.slice(0, stop).matchAll(EMPTY_LINE);
  return second?.index ?? stop;
};

/** 《关于印发《甲办法》的通知 and 《关于印发《甲办法的通知》: one closing mark for two opening ones. */
const halfNested = (start: number, window: string, lastClose: number): Title | null => {
  const outer = window.slice(0, window.indexOf('《'));
  if (!ISSUES.test(outer) || /[，,、（）()]/.test(outer)) return null;
  const rest = OF_NOTICE.exec(window.slice(lastClose))?.[0].length ?? 1;
  const end = lastClose + rest;
  const title = cleaned(window.slice(0, end).replace(/》$/, ''));
  return { start, end: start + 1 + end, title, closed: true };
};

const ISSUES = /印发|转发|实施|修改|公布|发布|执行|贯彻|批转|下发|废止/u;
const OF_NOTICE = /^》?的(?:通知|决定|公告|意见|通告|批复|函)》?/u;

/** Text broken off: the title goes as far as the next white space, punctuation, stray bracket or 第X条. */
const unclosed = (text: string, start: number, window: string): Title | null => {
  const spaced = /^(?:\s?\p{Script=Han}\s){3,}/u.exec(window);
  const base = spaced?.[0].length ?? 0;
  const broken = base + (BREAK.exec(window.slice(base))?.index ?? window.length - base);
  const length = beforeStrayBracket(window.slice(0, broken).trimEnd());
  const title = cleaned(window.slice(0, length));
  // A stump such as 《中 or 《广东省 names nothing.
  if (title.length < (spaced ? 5 : 6)) return null;
  return {
    start,
    end: start + 1 + length,
    title: cleaned(text.slice(start + 1, start + 1 + length)),
    closed: false,
  };
};

/** The length of a title up to a closing bracket that was never opened. */
const beforeStrayBracket = (title: string): number => {
  let depth = 0;
  for (let at = 0; at < title.length; at++) {
    if (/[（(]/.test(title[at]!)) depth++;
    else if (/[）)]/.test(title[at]!) && --depth < 0) return at;
  }
  return title.length;
};

/** 》 without its 《: back to the nearest punctuation or white space, without the words that lead in. */
const unopened = (text: string, close: number, floor: number): Title | null => {
  const base = Math.max(floor, close - 80);
  const before = text.slice(base, close);
  const run = /[^\s。；，,;：:！？“”|<>《》、]{3,80}$/u.exec(before)?.[0];
  if (!run) return null;
  const kept = run.slice(leadOf(run));
  if (!LEGAL.test(kept) || kept.length < 3) return null;
  return { start: close - kept.length, end: close + 1, title: cleaned(kept), closed: false };
};

/** What leads in stands before the nested title: 按照关于修改〈云川条例〉的决定》. */
const leadOf = (run: string): number => {
  const nested = run.indexOf('〈');
  if (nested < 0) return trimLead(run);
  const about = run.slice(0, nested).lastIndexOf('关于');
  return about < 0 ? trimLead(run.slice(0, nested)) : about;
};

const cleaned = (title: string): string => title.replace(MARKUP, '').replace(/\s+/gu, '');
