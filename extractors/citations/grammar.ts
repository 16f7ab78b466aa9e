/**
 * The pieces of the citation grammar, by name. Each is a source for a regular expression; every
 * quantifier is bounded and no piece can match in two ways, so that hostile text costs linear time.
 */

/** White space that OCR and typesetting leave inside of 第 49 条. */
export const GAP = '\\s{0,3}';

/** 十二, 一百零三, 12, １２; broken over a line or by stray white space: 二十 四. */
export const NUMERAL =
  '(?:[零〇○一二两三四五六七八九十百千](?:\\s{0,2}[零〇○一二两三四五六七八九十百千]){0,8}|[0-9０-９](?:[ \\u3000]?[0-9０-９]){0,3})';

/** （三）, (3). */
export const BRACKETED = `[（(]${GAP}${NUMERAL}${GAP}[）)]`;

/** 条 款 项 目, coarse to fine; 条 not as in 条例, 款 not as in 款项, 项 not as in 项目. */
export const UNIT = '(?:条(?![例件约幅线])|款(?![项式])|项(?!目)|目(?![的前标录]))';

/** 之一 of an article inserted later: 第一百三十三条之一. */
export const INSERTED = `(?:(?<=条)${GAP}之${GAP}[一二三四五六七八九十]{1,3})?`;

/** Joins the entries of a list. */
export const AND = '(?:、|以及|或者|和|及|与|或)';
/** Joins the ends of a range. */
export const TO = '(?:至|到|[-－—–~～]{1,2})';

/** Nouns that end the name of a legal text. */
export const INSTRUMENT =
  '(?:法典|法|条例|条令|办法|规定|细则|规则|解释|决定|章程|公约|条约|协定|议定书|通则|准则|规程|规范|纪要|意见|批复|通知|通告|公告|制度|方案|标准|指引|程序|措施|纲要|要点)';

/** Parts above the article, which its number does not need: 合同编, 分则, 第三章. */
export const ABOVE_ARTICLE = `(?:总则|分则|附则|[\\p{Script=Han}]{1,5}编|第${GAP}[一二三四五六七八九十]{1,4}(?:编|章|节))`;

/** The words that introduce a short name. */
export const ABBREVIATED = '(?:以下(?:分别|统一|均|合并)?(?:简称|统称|称)(?:为|之)?|下称|简称(?:为)?)';

/** A pattern that matches only at its lastIndex. */
export const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** The match of a sticky pattern at an offset. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
