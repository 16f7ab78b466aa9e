import { GAP, matchAt, NUMERAL, sticky } from './grammar.js';

const OWN_NUMBER = sticky(`第${GAP}${NUMERAL}${GAP}[条款项](?:之[一二三四五六七八九十]{1,3})?`);
/** What follows 第十二条 when it is cited at the head of a line, not numbered there. */
const CITED =
  /^(?:第[^条款项\s]{1,12}[款项]|[、和或及与至到的中，；。）”]|之?规定|所列|所称|所指|修改|修正|改为|增加|删去|删除|作为|合并|关于|以外|情形|适用|规范(?!性)|确定)/u;
const TAG = /<\/?[a-zA-Z][^<>]{0,140}>$/;
const BLOCK = /^<\/?(?:br|p|div|td|tr|li|h[1-6]|section|table)\b/i;
/** White space within a line, marks of Markdown. */
const MARGIN = /[^\S\n]|[#*_-]/;

/** Whether 第十二条 at `at` is the number of an article that begins there, not a reference to one. */
export const isHeading = (text: string, at: number): boolean => {
  const own = matchAt(OWN_NUMBER, text, at);
  if (!own) return false;
  const after = text.slice(at + own[0].length, at + own[0].length + 24);
  if (CITED.test(after)) return false;
  if (startsLine(text, at)) return true;
  // "。第三条 为了…": articles that run on in one line, each number set off by white space.
  return (
    /[。；！\s]\s{0,3}$/u.test(text.slice(Math.max(0, at - 4), at)) && /^\s{1,3}\p{Script=Han}/u.test(after)
  );
};

/** Whether only white space, marks of Markdown and tags stand between the line's start and `at`. */
const startsLine = (text: string, at: number): boolean => {
  const floor = Math.max(0, at - 400);
  let start = at;
  for (;;) {
    while (start > floor && MARGIN.test(text[start - 1]!)) start--;
    if (start === 0 || text[start - 1] === '\n') return true;
    const tag = TAG.exec(text.slice(Math.max(floor, start - 160), start))?.[0];
    if (!tag) return false;
    if (BLOCK.test(tag)) return true;
    start -= tag.length;
  }
};

/** - 第1~20条： alone on its line, as contents of a page: links to its parts. */
export const isSection = (text: string, at: number, end: number): boolean =>
  /^\s{0,3}[：:][^\S\n]{0,3}(?:\n|$)/u.test(text.slice(end, end + 8)) && startsLine(text, at);

/** 第一项任务, 第三款产品: counted things that are no parts of a text. */
const ORDINARY =
  /^(?:工作|任务|措施|内容|议程|议题|职责|改革|业务|指标|目标|制度|技能|技术|要求|服务|权利|活动|检查|审批|条件|原则|比赛|产品|游戏|车型|手续|费用|建议|提案|评分|得分|成果|研究|课题|工程|建设|收费|生产线|线路|地铁|航线|轨道|街|路|高速)/u;

export const isOrdinaryOrdinal = (text: string, end: number, articles: readonly string[]): boolean =>
  !/条.*[款项目]|[款项].*[项目]/u.test(articles[0]!) && ORDINARY.test(text.slice(end, end + 4));
