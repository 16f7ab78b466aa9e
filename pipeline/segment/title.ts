import type { Span } from '../../model/index.js';
import type { Line } from './lines.js';

/** The nouns that name a kind of official document (党政机关公文处理工作条例 第八条, and those of regulations). */
const KINDS =
  '通知|意见|办法|规定|条例|决定|决议|细则|方案|规则|公告|通告|公报|通报|批复|复函|函|纪要|规划|计划|目录|清单|标准|规范|指引|准则|章程|制度|解释|答复|报告|预案|须知|规程|措施|要点|令|法|备忘录|指南|说明|解读|政策|公约|大纲|纲要|议案|请示|命令|机制|流程|程序|要求|名录|倡议书|承诺书|样式|表|台账|样本|范本|协议|合同|问答|信息|条件|基准|裁量权';
const TAIL = '(?:[（(〔【《“][^（(〔【]{1,30}[）)〕】》”])*';
const TITLE_END = new RegExp(
  `(?:${KINDS})[》”〉]?(?:的(?:通知|决定|公告|批复|函|意见|报告|通报|令))?${TAIL}$`,
  'u',
);
/** A document noun that names a regulation: what is issued, forwarded or attached as a document of its own. */
const REGULATION_END = new RegExp(
  `(?:通知|意见|办法|规定|条例|决定|细则|方案|规则|公告|通告|批复|函|规划|计划|目录|清单|标准|规范|指引|准则|章程|制度|规程|预案|要点|纲要|备忘录|措施|政策|指南|纪要|法)[》”〉]?${TAIL}$`,
  'u',
);
const SENTENCE_END = /[。；;！？，,、]$/u;
const NOT_A_TITLE =
  /^(?:附件|附[：:]|抄送|抄报|主题词|联系人|联系电话|电话|来源|发布|日期|时间|作者|责任编辑|编辑|打印|关闭|字号|【|索引号|分类|当前位置|首页|您(?:现在)?的位置|点击|浏览|注[：:]|目录$|目\s*次$)/u;

/** A line that could be (part of) a title by its form: short, no sentence end, not a number or a label. */
export const looksLikeTitlePart = (line: Line): boolean => {
  const { tight } = line;
  if (tight.length < 2 || tight.length > 90) return false;
  if (SENTENCE_END.test(tight) || /[：:]$/u.test(tight) || NOT_A_TITLE.test(tight)) return false;
  if (/。/u.test(tight)) return false;
  return line.mark === null;
};

/** A line, or joined lines, that end as titles end. */
export const endsAsTitle = (tight: string): boolean => TITLE_END.test(tight);

/** A title of something that is a document of its own, not a form or a table. */
export const namesRegulation = (tight: string): boolean => REGULATION_END.test(tight);

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
export const titleEndingAt = (lines: readonly Line[], last: number, floor: number): FoundTitle | null => {
  const end = lines[last];
  if (!end || !looksLikeTitlePart(end) || !endsAsTitle(end.tight)) return null;
  let from = last;
  while (from > floor && last - from < 5) {
    const above = lines[from - 1]!;
    if (
      !continuesTo(
        above,
        lines[from]!,
        lines.slice(from, last + 1).reduce((sum, l) => sum + l.tight.length, 0),
      )
    )
      break;
    from--;
  }
  return titleOf(lines, from, last + 1);
};

/** True when the line below belongs to the same title. */
export const titleGoesOn = (lines: readonly Line[], at: number): boolean => {
  const [line, below] = [lines[at]!, lines[at + 1]];
  if (!below || !looksLikeTitlePart(below) || !endsAsTitle(below.tight)) return false;
  return continuesTo(line, below, below.tight.length);
};

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
  if (above.block.headingLevel !== below.block.headingLevel) return false;
  if (UNFINISHED.test(above.tight)) return true;
  if (/关于/u.test(above.tight) && !NOTICE_END.test(above.tight) && !/^关于/u.test(below.tight)) return true;
  if (endsAsTitle(above.tight)) return false;
  if (/转发|印发|批转/u.test(above.tight)) return true;
  if (/^(?:关于|印发|转发|批转)/u.test(below.tight)) return isIssuerLine(above.tight);
  if (/^(?:的|通知|工作|管理|实施)/u.test(below.tight)) return true;
  return above.block.align === 'center' && below.block.align === 'center' && !isIssuerLine(above.tight);
};

/** 国务院办公厅文件, XX局文件: the red head of a document. */
export const isLetterhead = (tight: string): boolean =>
  /文件$/u.test(tight) && tight.length <= 60 && !/[《》，。]/u.test(tight);

const UNIT_END =
  '(?:政府|委员会|办公厅|办公室|厅|局|部|委|院|署|司|会|处|中心|总局|法院|检察院|公安部|银行|领导小组|联席会议|大队|支队|站|所|集团|公司|大学|学院|管委会|街道办事处|编办|团队|中央|国务院|室|办|区|市|省|县)';
const ISSUER_LINE = new RegExp(`^[\\p{Script=Han}（）()、　]{1,120}${UNIT_END}$`, 'u');

/** A line that is nothing but names of units. */
export const isIssuerLine = (tight: string): boolean =>
  tight.length <= 120 &&
  ISSUER_LINE.test(tight) &&
  !/^(?:关于|各|附件|第)|[《》。；：]|将|应当|不得|予以|列入|记入/u.test(tight);

export const titleOf = (lines: readonly Line[], from: number, to: number): FoundTitle => ({
  text: joinTitle(lines.slice(from, to).map((line) => line.text)),
  span: { start: lines[from]!.span.start, end: lines[to - 1]!.span.end },
  from,
  to,
});

/** Joins the lines of a title: a space only between names of units, none elsewhere in Chinese text. */
const joinTitle = (parts: readonly string[]): string => {
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
