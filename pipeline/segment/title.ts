import type { Block, Span } from '../../model/index.js';
import { dateLine } from './dates.js';
import type { Line } from './lines.js';
import { comparable, joinTitle } from './title-words.js';
import { isIssuerLine, isLetterhead } from './unit-names.js';

/** The nouns that name a kind of official document (党政机关公文处理工作条例 第八条, and those of regulations). */
const KINDS =
  '通知|意见|办法|规定|条例|决定|决议|细则|方案|规则|公告|通告|公报|通报|批复|复函|函|纪要|规划|计划|目录|清单|标准|规范|指引|准则|章程|制度|解释|答复|报告|预案|须知|规程|措施|要点|令|法|备忘录|指南|说明|解读|政策|公约|大纲|纲要|议案|请示|命令|机制|流程|程序|要求|名录|倡议书|承诺书|样式|表|台账|样本|范本|协议|合同|问答|信息|条件|基准|裁量权';
/** （试行）, 《…》 or “…” behind the noun. Each ends at the first mark that can close it: there is one way to read them. */
const TAIL =
  '(?:[（(〔【][^（(〔【）)〕】]{1,30}[）)〕】][》”〉]?|《[^（(〔【《》]{1,30}》|“[^（(〔【“”]{1,30}”){0,8}';
const TITLE_END = new RegExp(
  `(?:${KINDS})[》”〉]?(?:的(?:通知|决定|公告|批复|函|意见|报告|通报|令))?${TAIL}$`,
  'u',
);
/** A document noun that names a regulation: what is issued, forwarded or attached as a document of its own. */
const REGULATION_END = new RegExp(
  `(?:通知|意见|办法|规定|条例|决定|细则|方案|规则|公告|通告|批复|函|规划|计划|目录|清单|标准|规范|指引|准则|章程|制度|规程|预案|要点|纲要|备忘录|措施|政策|指南|纪要|法)[》”〉]?${TAIL}$`,
  'u',
);
/** Of one line. */
const LONGEST_PART = 90;
const SENTENCE_END = /[。；;！？，,、|]$/u;
const NOT_A_TITLE =
  /^(?:附件|附[：:]|抄送|抄报|主题词|联系人|联系电话|电话|来源|发布|日期|时间|作者|责任编辑|编辑|打印|关闭|字号|【|索引号|分类|当前位置|首页|您(?:现在)?的位置|点击|浏览|注[：:]|目录$|目\s*次$)/u;

const TITLE_BEGIN = /^[\p{L}\p{N}《〈“"‘（(〔[【■●◆★※·—]/u;

/**
 * （1997年11月1日…会议通过 根据…《关于修改〈…〉的决定》修正）, also broken over lines: how a text came about and
 * was amended. It names documents and is no title itself.
 */
export const isHistoryNote = (tight: string): boolean =>
  tight.length <= 300 && (HISTORY.test(tight) || AMENDED.test(tight));

const HISTORY =
  /^[（(]?(?:根据|[12][0-9]{3}年[0-9]{1,2}月|[\p{Script=Han}]{2,20}令(?:第|[〔（([]))[^《]{0,90}(?:发布|公布|颁布|通过|批准|修正|修订|修改|会议|施行)[^的]{0,60}$/u;
const AMENDED =
  /^(?:[（(]|根据|《|[12][0-9]{3}年|等[0-9一二三四五六七八九十]).*(?:决定|内容|规定)[》〉](?:第[一二三四五六七八九十]次)?(?:予以)?(?:修正|修订|修改)[）)]?$/u;

/** A line that could be (part of) a title by its form: short, no sentence end, not a number or a label. */
export const looksLikeTitlePart = (line: Line): boolean => {
  if (line.data) return false;
  const { tight } = line;
  if (tight.length < 2 || tight.length > LONGEST_PART) return false;
  if (SENTENCE_END.test(tight) || /[：:]$/u.test(tight) || NOT_A_TITLE.test(tight)) return false;
  if (/。/u.test(tight) || !TITLE_BEGIN.test(tight) || isHistoryNote(tight)) return false;
  return line.mark === null;
};

/** A line, or joined lines, that end as titles end. */
export const endsAsTitle = (tight: string): boolean => TITLE_END.test(tight);

/** A title of something that is a document of its own, not a form or a table. */
export const namesRegulation = (tight: string): boolean => REGULATION_END.test(tight);

/** The names of documents that a file gives apart from its headlines: what a broken headline is completed by. */
export interface KnownNames {
  /** The page's own title (名称, ArticleTitle, <title>), cleaned; null where it is none. */
  readonly page: string | null;
  /** True when the words, joined over lines, are part of one of the names. */
  has(words: string): boolean;
  /** True when the words are one of the names. */
  is(words: string): boolean;
  /** The name that begins with the words and goes on, as it stands in the text. */
  beginningWith(words: string): string | null;
}

/** A title joined over lines, with the lines it took. */
export interface FoundTitle {
  readonly text: string;
  readonly span: Span;
  /** Index of its first line and of the line behind it. */
  readonly from: number;
  readonly to: number;
}

/**
 * The title that ends at line `last`, walking up over the lines that it is broken into. A line above belongs to
 * it when it is itself no whole title, looks like a part of one, and is set like the last (same alignment).
 */
export const titleEndingAt = (
  lines: readonly Line[],
  last: number,
  floor: number,
  names: KnownNames,
): FoundTitle | null => {
  const end = lines[last];
  if (!end || end.tight.length > LONGEST_PART || !endsAsTitle(end.tight) || !looksLikeTitlePart(end))
    return null;
  let from = last;
  let words = end.tight;
  while (from > floor && last - from < 5) {
    const above = lines[from - 1]!;
    const joined = above.tight + words;
    if (!continuesTo(above, lines[from]!, words.length) && !isNamed(above, joined, names)) break;
    words = joined;
    from--;
  }
  const below = lines[last + 1];
  const to = below && !below.block.cell && STATE.test(below.tight) ? last + 2 : last + 1;
  return titleOf(lines, from, to);
};

/** True when the line below belongs to the same title. */
export const titleGoesOn = (lines: readonly Line[], at: number): boolean => {
  const [line, below] = [lines[at]!, lines[at + 1]];
  if (!below || !looksLikeTitlePart(below) || !endsAsTitle(below.tight)) return false;
  return continuesTo(line, below, below.tight.length);
};

/** In a line of its own below the name: （试行）, （征求意见稿）. */
const STATE = /^[（(](?:试行|暂行|草案|修订|修正|(?:修订|修正)?(?:草案)?(?:征求意见|送审|讨论)?稿)[）)]$/u;

/** The two lines are one name that the file gives elsewhere. */
const isNamed = (above: Line, joined: string, names: KnownNames): boolean =>
  looksLikeTitlePart(above) && !above.block.cell && names.has(comparable(joined));

const UNFINISHED =
  /(?:关于|印发|转发|批转|修改|废止|发布|公布|开展|加强|做好|和|与|及|的|、|《[^》]*|（[^）]*|“[^”]*)$/u;

/** What a title with 关于 ends in; 关于完善…制度 goes on in the next line (党政机关公文处理工作条例 第八条). */
const NOTICE_END = new RegExp(
  `(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|方案|细则|规则|条例|解释|答复|说明|解读)[》”〉]?${TAIL}$`,
  'u',
);

const continuesTo = (above: Line, below: Line, length: number): boolean => {
  if (!looksLikeTitlePart(above) || length + above.tight.length > 120) return false;
  if (above.block.cell || isLetterhead(above.tight) || /[0-9０-９]号$|^[（(].*[）)]$/u.test(above.tight))
    return false;
  if (dateLine(above.tight) || !sameStyle(above.block, below.block)) return false;
  if (UNFINISHED.test(above.tight)) return true;
  if (/关于/u.test(above.tight) && !NOTICE_END.test(above.tight) && !/^关于/u.test(below.tight)) return true;
  if (endsAsTitle(above.tight)) return false;
  if (/转发|印发|批转/u.test(above.tight)) return true;
  if (/^(?:关于|印发|转发|批转)/u.test(below.tight)) return isIssuerLine(above.tight);
  if (/^(?:的|通知|工作|管理|实施)/u.test(below.tight)) return true;
  return above.block.align === 'center' && below.block.align === 'center' && !isIssuerLine(above.tight);
};

/** Only one half of a title may be known as a heading where both are set alike. */
const sameStyle = (a: Block, b: Block): boolean =>
  a.headingLevel === b.headingLevel ||
  (a.align === 'center' && b.align === 'center' && a.fontSize !== undefined && a.fontSize === b.fontSize);

const titleOf = (lines: readonly Line[], from: number, to: number): FoundTitle => ({
  text: joinTitle(lines.slice(from, to).map((line) => line.text)),
  span: { start: lines[from]!.span.start, end: lines[to - 1]!.span.end },
  from,
  to,
});
