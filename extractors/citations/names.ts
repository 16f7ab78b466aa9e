import type { Span } from '../../model/index.js';
import { GAP, INSTRUMENT, matchAt, sticky } from './grammar.js';
import { REGULATION_NAMES } from './regulation-names.js';
import { STATUTE_NAMES } from './statute-names.js';

/** A statute named in running text without 《》. */
export interface BareName extends Span {
  readonly title: string;
  /** Whether it is in the list of statutes. */
  readonly known: boolean;
}

/** Tells at once that no name of the list ends here. */
const LAST_TWO: ReadonlySet<string> = new Set([...STATUTE_NAMES].map((name) => name.slice(-2)));
const LONGEST_NAME = Math.max(...[...STATUTE_NAMES].map((name) => name.length));
const REACH = 40;
/** 中华人民共和国刑法, 新环境保护法, 修订后的公司法: belongs to the reference; of it, only the state's name to the title. */
const PREFIX = /(中华人民共和国)?$/u;
const VERSION = /(?:新修订的|新修正的|修订后的|修正后的|修改后的|现行的?|原来的|新的?|旧的?|原|我国)$/u;
/** 公司法人, 刑法学, 宪法宣誓, 教师法定 …: the name's last character belongs to the next word. */
const NOT_AFTER =
  /^(?:[人定律庭院官制治学务则令医警案典系家班援]|规(?!定)|委员会|宣誓|修正草案|和法律委员会|相关法|日|草案|教育|知识|宣传|培训|意识|思维|理念|精神)/u;
/** 刑法修正案（九）, 森林法实施条例: another text, called after the statute. */
const EXTENSION =
  /^(?:[^和与及或的、，。；：第《（(]{0,8}解释(?:[（(][一二三四五六]{1,2}[）)]|[一二三四五六])?(?=\s{0,2}第)|修正案(?:[（(][一二三四五六七八九十]{1,3}[）)])?|(?:实施|施行)(?:条例|细则|办法|规定|意见))/u;
/** 云川省实施道路交通安全法办法: a text of its own, called after the statute in its middle. */
const CARRIED_OUT_BEFORE = /实施(?:中华人民共和国)?$/u;
const CARRIED_OUT_AFTER = /^(?:的?(?:办法|条例|细则|若干规定|规定(?!的)))/u;
/** Too short to tell from other words unless an article follows: 污水法, 统计法. */
const NEEDS_ARTICLE: ReadonlySet<string> = new Set([
  '水法',
  '统计法',
  '监督法',
  '标准法',
  '计量法',
  '测绘法',
]);

/**
 * Words of a sentence that may stand right before a name and are no part of it. A single character that
 * also stands inside of names (数据, 信用, 自由贸易, 文明行为, 经济) is guarded against those.
 */
const LEADS = [
  '根据|依据|依照|按照|遵照|参照|比照|对照|违反|触犯|(?<!强制)执行|贯彻|落实|符合|(?<!法律)适用|援引|引用|采取|属于|构成|具有|具备|没有|关于',
  '修订后的|修正后的|修改后的|新修订的|我国|以及|或者|并且|但是|其中|包括|同时|应当|可以|不得|有权|由于|因为|如果|对于|涉及',
  '的|了|是|(?<![行勇])为|和(?!谐)|(?<!参)与|(?<!普)及|或|将|把|按(?!揭)|依(?!法)|(?<![数证票根依])据|以(?!工代)|(?<!自)由|(?<!学)前|向(?!阳)|到|如|仅|均|即|其(?=实施|配套)',
  '(?<![信利使应适费作公])用(?![水电地人气药能工])|因(?!公)|(?<!存)在(?![用建线职])|经(?![济营贸纪])|(?<![国所私公])有(?![线关限毒害机色奖偿轨])|被(?!征)|从(?!业)|见(?!义)',
].join('|');
const LEAD = new RegExp(`^.*(?:${LEADS})`, 'u');
/** The last characters of the nouns in INSTRUMENT. */
const INSTRUMENT_END = /[典法例令定则释程约书范要见复知告度案准引序施纲点]/;
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
  if (!LAST_TWO.has(text.slice(Math.max(0, end - 2), end))) return null;
  for (let length = Math.min(LONGEST_NAME, end); length > 1; length--) {
    const name = text.slice(end - length, end);
    if (STATUTE_NAMES.has(name)) return name;
  }
  return null;
};

const ARTICLE_AHEAD = sticky(
  `(?:[（(][^（）()\\n]{1,40}[）)])?${GAP}(?:的|中的?)?${GAP}第${GAP}[0-9０-９零一二三四五六七八九十百千]`,
);

/** Whether 第X条 follows, at most a bracket between. */
export const articleFollows = (text: string, at: number): boolean =>
  matchAt(ARTICLE_AHEAD, text, at) !== null;

/** A name of the list whose last character stands at `at`: 刑法, 中华人民共和国刑法, 新环境保护法, 刑法修正案（九）. */
export const knownNameAt = (text: string, at: number): BareName | null => {
  let end = at + 1;
  const name = knownEnd(text, end);
  if (!name) return null;
  const after = text.slice(end, end + 12);
  const cited = articleFollows(text, end);
  const extension = EXTENSION.exec(after)?.[0] ?? '';
  end += extension.length;
  if (!cited && !extension && (NEEDS_ARTICLE.has(name) || NOT_AFTER.test(after))) return null;
  let start = at + 1 - name.length;
  if (CARRIED_OUT_AFTER.test(after) && CARRIED_OUT_BEFORE.test(text.slice(Math.max(0, start - 9), start)))
    return null;
  const state = PREFIX.exec(text.slice(Math.max(0, start - 7), start))?.[1] ?? '';
  start -= state.length;
  const title = state + name + extension;
  start -= VERSION.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  if (!cited && isOwnHeading(text, start, end)) return null;
  return { start, end, title, known: true };
};

/** Tells at once that no 条例 of the list ends here. */
const LAST_FOUR: ReadonlySet<string> = new Set([...REGULATION_NAMES].map((name) => name.slice(-4)));
/** 国务院信访条例, 原城市房屋拆迁管理条例. */
const BEFORE_REGULATION = /^(?:国务院|中华人民共和国|新修订的|新|原|现行|我国)/u;
const NO_REGULATION_AFTER = /^(?:实施|施行|修正案|[（(]?草案|起草)/u;

/**
 * A 条例 of the list whose last character stands before `end`, where the words before it end: 信访条例 of
 * 按照信访条例, not of 云川省信访条例, which is another text.
 */
export const knownRegulationAt = (text: string, end: number): BareName | null => {
  if (!LAST_FOUR.has(text.slice(end - 4, end)) || NO_REGULATION_AFTER.test(text.slice(end, end + 4)))
    return null;
  const run = HAN_RUN.exec(text.slice(Math.max(0, end - REACH), end))![0];
  const words = run.slice(trimLead(run));
  const title = words.replace(BEFORE_REGULATION, '');
  const start = end - title.length;
  return REGULATION_NAMES.has(title) && !isOwnHeading(text, start, end)
    ? { start, end, title, known: true }
    : null;
};

/** A line that holds nothing but the name is the text's own title. */
const isOwnHeading = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[\s#*]{0,8}$/.test(text.slice(Math.max(0, start - 10), start)) &&
  /^[\s*]{0,4}(?:\n|$)/.test(text.slice(end, end + 6));

/**
 * A name right before an article, as read back from `end`: 云川省节水条例 of 违反云川省节水条例第九条.
 * Only nouns that legal texts are called by count; null where the words before are none.
 */
export const nameBefore = (text: string, end: number, floor: number): BareName | null => {
  const known = knownEnd(text.slice(Math.max(floor, end - REACH), end), end - Math.max(floor, end - REACH));
  if (known) return knownNameAt(text, end - 1);
  if (!INSTRUMENT_END.test(text[end - 1] ?? '')) return null;
  const run = HAN_RUN.exec(text.slice(Math.max(floor, end - REACH), end))?.[0];
  if (!run || !NAME.test(run)) return null;
  const title = run.slice(trimLead(run));
  return NAME.test(title) ? { start: end - title.length, end, title, known: false } : null;
};
