import type { Citation, CitationRole, Span } from '../../model/index.js';

/** A citation before its sentence was asked what it does there. */
type Unassigned = Omit<Citation, 'role'>;

/** The short ones only right before the title: 数据 and 依法 hold them, too. */
const GROUND = /(?:根据|依据|依照|按照|遵照|遵循|适用(?!于))|(?:依|按|据)$/gu;
const WEAK_GROUND = /(?:参照|参考|贯彻|落实|执行|结合|符合|属于|学习|宣传|推进)/gu;
const CARRIES_OUT = /^(?:贯彻|落实|执行)$/u;
const BREACH =
  /(?:(?<!不|不得|未|没有)(?:违反|违背|触犯)|不符合|(?:未|不|没有|拒不)(?:能)?(?:严格)?(?:按照|依照|根据|依据|按|依|执行|遵守|履行|落实))/gu;

const REPEALED_BEFORE = /(?:废止|停止执行|替代|代替|取代)[^，。；：\n]{0,6}$/u;
const REPEALED_AFTER =
  /^[^，。；\n]{0,24}?(?:同时废止|予以废止|废止|停止执行|不再(?:执行|适用|施行)|失效|停止(?:实施|施行))/u;
const FORMER = /(?:原|此前|下列文件|已废止的?|已失效的?)[^。]{0,12}$/u;
const ENDS_WITH_REPEAL = /^[^。\n]{0,60}(?:同时|自行|相应)?(?:废止|停止执行)/u;

/** 关于修改《…》, 删去第五条: of a text and of an article. */
const CHANGED_BEFORE = /(?:修改|修订|修正|解读|删去|删除|改为|增加)[^，。；：\n的]{0,6}$/u;
/** 关于印发《…》, 制定了《…》: of a whole text; 公布本条例第九条规定的信息 does not publish the article. */
const ISSUED_BEFORE =
  /(?:转发|印发|公布|发布|颁布|批转|下发|起草|(?:制定|制订|编制|出台)[了出]?|审议)[^，。；：\n的]{0,6}$/u;
/** 公布《…》规定的信息: something of the text is meant, not the text. */
const PART_OF_IT = /^(?:的|中的?)?(?:有关|相关)?所?(?:规定|要求|列|称|确定|明确)/u;
/** 对《…》作如下修改, 将《…》印发给你们, 第五条修改为, 《…》若干问题的解释. */
const OBJECT_AFTER =
  /^(?:[^，。；\n《》]{0,30}(?:作(?:如下|以下|出)?(?:的)?(?:修改|修订|修正|解释)|进行(?:了)?(?:修改|修订|修正)|(?:修改|修订|改)为|转发给|印发给|下发给|若干问题的(?:解释|规定|意见))|[^，。；\n《》]{0,6}(?:增加|删去|删除)|[^。；\n《》]{0,80}现(?:予)?(?:以)?(?:公布|发布|印发|转发|下发)|[^，。；\n《》]{0,6}(?:予以公布|现予公布|予以印发|予以转发))/u;

/** The verb that the ground governs, up to the next comma: 依照《…》第五条的规定予以处罚. */
const PENALTY =
  /(?:处以|处[\p{Script=Han}0-9]{1,12}(?:罚款|拘留)|罚款|(?:予以|给予|进行|从重|实施|依法|规定)(?:的)?(?:行政)?(?:处罚|查处)|规定处理|追究[\p{Script=Han}]{0,8}责任|(?:行政|治安管理)处罚$)/u;
/** Behind the comma only where it comes first, or right after the words that name the subject: ，对清水公司处以罚款. */
const PENALTY_NEXT =
  /^(?:的?(?:有关|相关)?(?:规定|要求|授权))?，(?:由[^，。；\n]{1,20})?(?:依法)?(?:(?:现|决定)?对[^，。；\n]{1,20})?(?:决定)?(?:处以|处[\p{Script=Han}0-9]{1,12}罚款|罚款|(?:给予|予以|作出)[^，。；\n]{0,10}(?:警告|处罚|罚款|处分|决定)|没收|吊销|责令|追究)/u;
const ENACTS =
  /^[^。；\n]{0,120}(?:制定|制订|现[^，。；\n]{0,48}(?:通知|意见|通告|公告|规定|决定)如下|提出[^，。；\n]{0,12}意见)/u;

/** Labels before a colon, and what the citation behind them is. */
const LABELS: readonly (readonly [RegExp, CitationRole])[] = [
  [/(?:违则|违反(?:的)?(?:条款|规定|法律)|违法依据)$/u, 'violated'],
  [/(?:罚则|(?:处罚|处理|裁量|处分)(?:的)?(?:法律)?依据)$/u, 'applied'],
  [/依据[^，。；]{0,6}$/u, 'basis'],
  [/(?:废止|失效|停止执行)[^，。；\n]{0,24}$/u, 'repealed'],
  [/(?:修改|修订|修正|印发|转发|公布)[^，。；\n]{0,24}$/u, 'object'],
];
/** What a citation stands behind: 处罚依据：, 依据为, 依据：1. */
const MARKED = /(?:[：:]|依据[是为])(?:是|为)?\s{0,4}(?:[0-9一二三四五六七八九十]{1,3}[.．、]\s?)?$/u;

/** Joins the titles of one list: 《A》、《B》和《C》（国发〔…〕…号）. */
const JOINS =
  /^(?:[\s、，,和与及或]|以及|或者|第[^第，。；、《》]{1,12}[条款项目]|[（(][^（）()]{0,40}[）)]|的?有关规定|的?规定|等)*$/u;
/** 《A》和国务院2001年公布的《B》. */
const PUBLISHED =
  /^(?:[、，,和与及]|以及|或者)[^，。；、《》\n]{0,40}(?:公布|发布|印发|颁布|下发|施行|实施|制定|批准|通过)的$/u;
/** 《A》和云川省《B》. */
const ISSUED_BY =
  /^(?:[、和与及]|以及|或者)[\p{Script=Han}、]{1,24}(?:省|市|区|县|部|委|局|厅|办|会|院|署|政府)$/u;
/** Entries of a numbered list: 《A》；\n2.《B》. */
const NEXT_ENTRY = /^\s{0,4}[；;。]?\s{0,4}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[.．、]?)\s{0,4}$/u;
const LONGEST_JOIN = 60;
const LONGEST_MARK = 16;
const LONGEST_LABEL = 40;
/** How far the words around a list are read. */
const REACH = 160;
const SENTENCE_END = /[。；：!！?？\n]/u;

/** The citations of a text, each with its role by the words around the list of titles it stands in. */
export const assignRoles = (text: string, citations: readonly Unassigned[]): Citation[] => {
  const assigned: Citation[] = [];
  for (let first = 0; first < citations.length; ) {
    let last = first;
    while (last + 1 < citations.length && joined(text, citations[last]!.end, citations[last + 1]!.start))
      last++;
    const list = { start: citations[first]!.start, end: citations[last]!.end };
    const role = roleOf(text, list, citations[first]!.articles.length === 0);
    for (; first <= last; first++) assigned.push({ ...citations[first]!, role });
  }
  return assigned;
};

const joined = (text: string, from: number, to: number): boolean => {
  if (to - from > LONGEST_JOIN) return false;
  const between = text.slice(from, to);
  return [JOINS, NEXT_ENTRY, PUBLISHED, ISSUED_BY].some((pattern) => pattern.test(between));
};

/** The role of a list of citations by the words before and behind it; `whole`: no article is cited. */
const roleOf = (text: string, list: Span, whole: boolean): CitationRole => {
  const preceding = text.slice(Math.max(0, list.start - REACH), list.start);
  const before = lastClause(preceding);
  const after = text.slice(list.end, list.end + REACH);

  // CASE 1: the sentence ends the text, or has it for its object.
  if (REPEALED_BEFORE.test(before) || REPEALED_AFTER.test(after)) return 'repealed';
  if (FORMER.test(before) && ENDS_WITH_REPEAL.test(after)) return 'repealed';
  if (OBJECT_AFTER.test(after)) return 'object';
  if (!PART_OF_IT.test(after) && (CHANGED_BEFORE.test(before) || (whole && ISSUED_BEFORE.test(before))))
    return 'object';

  // CASE 2: a label says it: 处罚依据：《…》.
  const mark = /[：:是为.．、\s]$/u.test(preceding) ? MARKED.exec(preceding.slice(-LONGEST_MARK)) : null;
  const label =
    mark && preceding.slice(0, preceding.length - mark[0].length + (mark[0].startsWith('依据') ? 2 : 0));
  const labelled = label && LABELS.find(([pattern]) => pattern.test(label.slice(-LONGEST_LABEL)));
  if (labelled) return labelled[1];
  if (/^[^，。；\n]{0,12}为(?:法律)?(?:依据|准绳)/u.test(after)) return 'basis';

  // CASE 3: the last preposition before it says it. 未按照 ends where 按照 ends: the breach swallows the ground.
  const ground = lastOf(GROUND, before);
  const weak = lastOf(WEAK_GROUND, before);
  const breach = lastOf(BREACH, before);
  if (breach && breach.end >= Math.max(ground?.end ?? 0, weak?.end ?? 0))
    return reaches(before, breach) ? 'violated' : 'mention';
  if (weak && weak.end >= (ground?.end ?? 0)) {
    // 为贯彻《…》，制定本办法 gives the document's ground, as 根据 does.
    const enacts = CARRIES_OUT.test(before.slice(weak.start, weak.end)) && ENACTS.test(after);
    return enacts && reaches(before, weak) ? 'basis' : 'mention';
  }
  if (!ground || !reaches(before, ground)) return 'mention';
  if (before.slice(ground.start, ground.end) === '适用') return 'applied';
  const governed = /^[^，。；\n]*/u.exec(after)![0];
  return PENALTY.test(governed) || PENALTY_NEXT.test(after) ? 'applied' : 'basis';
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
