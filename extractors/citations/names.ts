import type { Span } from '../../model/index.js';
import { INSTRUMENT } from './grammar.js';
import { STATUTE_NAMES } from './statute-names.js';

/** A statute named in running text without 《》. */
export interface BareName extends Span {
  readonly title: string;
}

const LONGEST_NAME = Math.max(...[...STATUTE_NAMES].map((name) => name.length));
const REACH = 40;
/** 中华人民共和国刑法, 新环境保护法, 修订后的公司法: belongs to the reference; of it, only the state's name to the title. */
const PREFIX = /(中华人民共和国)?$/u;
const VERSION = /(?:新修订的|新修正的|修订后的|修正后的|修改后的|现行的?|原来的|新的?|旧的?|原|我国)$/u;
/** 公司法人, 刑法学, 宪法宣誓, 教师法定 …: the name's last character belongs to the next word. */
const NOT_AFTER =
  /^(?:[人定律规庭院官制治学务则令医警案典系家班援]|宣誓|修正草案|和法律委员会|日|草案|教育|知识|宣传|培训|意识|思维|理念|精神)/u;
const AMENDMENT = /^修正案(?:[（(][一二三四五六七八九十]{1,3}[）)])?/u;
/** Too short to tell from other words unless an article follows: 污水法, 统计法. */
const NEEDS_ARTICLE: ReadonlySet<string> = new Set([
  '水法',
  '统计法',
  '监督法',
  '标准法',
  '计量法',
  '测绘法',
]);

/** Words of a sentence that may stand right before a name and are no part of it. */
const LEADS = [
  '根据|依据|依照|按照|遵照|参照|比照|对照|违反|触犯|执行|贯彻|落实|符合|适用|援引|引用|采取|属于|构成|具有|具备|没有|不属于|关于',
  '修订后的|修正后的|修改后的|新修订的|我国|国家|以及|或者|并且|但是|其中|包括|同时|仅|均|即|即为|应当|可以|不得|有权|由于|因为|如果',
  '的|了|是|为|和|与|及|或|将|把|对于|按|依|据|以|由|用|因|在|经|有|被|从|向|到|如|见|援用|涉及|规范|颁布|公布|发布|实施|施行|以后|前',
].join('|');
const LEAD = new RegExp(`^.*(?:${LEADS})`, 'u');
const HAN_RUN = /[\p{Script=Han}]{1,40}$/u;
const NAME = new RegExp(`^[\\p{Script=Han}]{0,40}?${INSTRUMENT}$`, 'u');

/** How many units of a run of words lead in to the name at its end: 根据 of 根据云川省节水条例. */
export const trimLead = (run: string): number => {
  const known = knownEnd(run, run.length);
  if (known) return run.length - known.length;
  const lead = LEAD.exec(run)?.[0].length ?? 0;
  return lead < run.length - 1 ? lead : 0;
};

/** The longest statute name of the list that ends at `end`. */
const knownEnd = (text: string, end: number): string | null => {
  for (let length = Math.min(LONGEST_NAME, end); length > 1; length--) {
    const name = text.slice(end - length, end);
    if (STATUTE_NAMES.has(name)) return name;
  }
  return null;
};

/** A name of the list whose last character stands at `at`: 刑法, 中华人民共和国刑法, 新环境保护法, 刑法修正案（九）. */
export const knownNameAt = (text: string, at: number, articleFollows: boolean): BareName | null => {
  let end = at + 1;
  const name = knownEnd(text, end);
  if (!name) return null;
  const after = text.slice(end, end + 12);
  const amendment = AMENDMENT.exec(after)?.[0] ?? '';
  end += amendment.length;
  if (!articleFollows && !amendment && (NEEDS_ARTICLE.has(name) || NOT_AFTER.test(after))) return null;
  let start = at + 1 - name.length;
  const state = PREFIX.exec(text.slice(Math.max(0, start - 7), start))?.[1] ?? '';
  start -= state.length;
  const title = state + name + amendment;
  start -= VERSION.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  return { start, end, title };
};

/**
 * A name right before an article, as read back from `end`: 云川省节水条例 of 违反云川省节水条例第九条.
 * Only nouns that legal texts are called by count; null where the words before are none.
 */
export const nameBefore = (text: string, end: number, floor: number): BareName | null => {
  const known = knownEnd(text.slice(Math.max(floor, end - REACH), end), end - Math.max(floor, end - REACH));
  if (known) return knownNameAt(text, end - 1, true);
  const run = HAN_RUN.exec(text.slice(Math.max(floor, end - REACH), end))?.[0];
  if (!run || !NAME.test(run)) return null;
  const title = run.slice(trimLead(run));
  return NAME.test(title) ? { start: end - title.length, end, title } : null;
};
