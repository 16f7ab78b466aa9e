import type { Candidate, Target } from './antecedents.js';

/** Wording that a decision puts into another text: what 前款 and 本条例 mean there stands in that text. */
const AMENDS = /(?:修改|修订|改)为[：:“]|作(?:如下|出如下|以下)(?:修改|修订)|增加一[条款项]/u;
/** 将第六条修改为, 删去第六条, 在第六条中增加: what is done to an article of the amended text. */
const DONE_BEFORE = /(?:将|把|删去|删除|在|改为|作为|调整为)[^，。；：\n“”]{0,12}$/u;
const DONE_BEHIND = /^[^。；\n“”]{0,24}(?:修改|修订|修正|改为|删去|删除|增加|调整|移至|合并)/u;
/** 对《…》作如下修改; 修改《…》. */
const AMENDED_BEHIND = /^[^。；\n《》]{0,20}作(?:如下|出如下|以下|出以下)?(?:修改|修订|修正)/u;
const AMENDED_BEFORE = /(?:修改|修订)\s{0,2}$/u;
/** 十七、《…》 alone on a line heads the part on that text. */
const HEADS_BEFORE =
  /(?:^|\n)[\s#*]{0,8}(?:[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,4}[）)]|\d{1,3}[.．、])\s{0,2}$/u;
const HEADS_BEHIND = /^[\s*]{0,4}(?:\n|$)/u;
/** 关于修改〈…〉的决定, of one text. */
const DECISION = /修改[〈《<]([^〈〉《》<>]{2,80})[〉》>]的决定$/u;
/** So many citations before an article are asked whether they are the amended text. */
const MOST_ASKED = 200;

/** Whether a text amends another one. */
export const amendsAnother = (text: string): boolean => AMENDS.test(text);

/**
 * The text whose article a decision amends: the last one of which it says so, as each part of a decision on several texts
 * names its own. null where that is a list of texts, and where nothing is done to the article.
 */
export const amendedText = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  before: readonly Candidate[],
): Target | null => {
  const done =
    DONE_BEFORE.test(text.slice(Math.max(0, start - 24), start)) ||
    DONE_BEHIND.test(text.slice(end, end + 40));
  if (!done) return null;
  const asked = before.slice(-MOST_ASKED);
  for (let at = asked.length - 1; at >= 0; at--) {
    const document = amendedBy(text, asked[at]!);
    if (!document) continue;
    const neighbours = [asked[at - 1], asked[at + 1]];
    const listed = neighbours.some((other) => other && sameLine(text, asked[at]!, other));
    return listed ? null : document;
  }
  return null;
};

const amendedBy = (text: string, { start, end, document }: Candidate): Target | null => {
  if (document === 'self') return null;
  const inner = DECISION.exec(document.title)?.[1];
  if (inner) return { title: inner, number: '' };
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = text.slice(end, end + 40);
  const said = AMENDED_BEHIND.test(behind) || AMENDED_BEFORE.test(before);
  return said || (HEADS_BEFORE.test(before) && HEADS_BEHIND.test(behind)) ? document : null;
};

/** Another text beside it in the same clause: 对《甲条例》《乙条例》作如下修改. */
const sameLine = (text: string, a: Candidate, b: Candidate): boolean => {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return (
    b.document !== 'self' &&
    second.start - first.end <= 60 &&
    !/[。；：:\n]/u.test(text.slice(first.end, second.start))
  );
};
