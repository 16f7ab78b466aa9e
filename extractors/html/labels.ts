/**
 * The names that government sites give to the facts of a document: the catalogue of 政府信息公开 with its 索引号,
 * and the line below the headline with date and source.
 */
const FACTS = (
  '索引号 信息索引号 信息索引 信息索取号 索取号 类目名称 发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 发布部门 颁布机关 颁布单位 颁布部门 公布机关 ' +
  '制定机关 制定机构 印发机关 印发部门 信息提供单位 提供单位 责任部门 公开责任部门 公开机构 公开主体 ' +
  '成文日期 成文时间 生成日期 生成时间 产生日期 发文日期 发文时间 发布日期 发布时间 公布日期 公布时间 颁布日期 颁布时间 公开日期 公开时间 ' +
  '印发日期 印发时间 签发日期 施行日期 施行时间 实施日期 实施时间 生效日期 生效时间 失效日期 失效时间 废止日期 废止时间 有效期 有效期限 有效期至 ' +
  '更新日期 更新时间 发文字号 发文文号 发布文号 发文号 文号 文件号 文件编号 公文编号 公文文号 统一编号 规范性文件编号 规范性文件统一编号 登记号 统一登记号 ' +
  '名称 标题 文件名称 文件标题 信息名称 公文名称 公文标题 主题分类 主题类别 主题 分类 信息分类 信息类别 所属类别 文件类别 文件类型 法规类别 类别 公文种类 文种 体裁分类 体裁 ' +
  '组配分类 服务对象分类 服务对象 行业分类 主题词 关键词 关键字 有效性 是否有效 时效性 时效 时效状态 时效说明 效力状态 有效状态 文件状态 文件时效 信息有效性 效力级别 效力层级 效力等级 ' +
  '公开方式 公开形式 公开类别 公开范围 公开属性 公开时限 公开程序 载体类型 内容概述 内容概要 内容摘要 公报期号'
).split(' ');
const INFO =
  '来源 文章来源 信息来源 稿件来源 来自 稿源 作者 日期 时间 发表时间 发表日期 录入时间 添加时间 编辑日期 责任编辑 责编 编辑 审核 供稿 发布人 发布者'.split(
    ' ',
  );
/** Not facts of the document, but they end the value before them. */
const NOISE =
  '浏览次数 浏览量 浏览数 浏览 点击次数 点击数 点击率 点击量 点击 阅读次数 阅读量 阅读数 阅读 访问次数 访问量 人气 字号 字体 字体大小 字体显示 文字大小 视力保护色 保护视力色 背景色 分享到 分享 打印本页 打印 关闭 收藏 我要纠错 扫一扫 大 中 小'.split(
    ' ',
  );

const FACT_NAMES = new Set(FACTS);
const NOISE_NAMES = new Set(NOISE);

const byLength = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => [...name].join('[\\s]{0,8}'))
    .join('|');

const LABELLED = new RegExp(
  `(?<!\\p{Script=Han})【?\\s?(${byLength([...FACTS, ...INFO, ...NOISE.filter((n) => n.length > 1)])})\\s{0,4}(?:[：:]|】[：:]?)`,
  'gu',
);
/** Site furniture that follows the facts without a colon. */
const TRAILING =
  /[\s[［【（(｜|]*(?:字体|字号|打印|关闭|收藏|分享|浏览|点击|阅读|(?:内容)?纠错|大\s+中\s+小|大\s*中\s*小[\s\]］】）)])[\s\S]*$/u;
const DATE =
  /(?<!\d)(?:19|20)\d{2}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?(?:\s{1,3}\d{1,2}[:：时]\d{2}分?(?:[:：]\d{2})?)?(?!\d)/u;
/** Without one of these there is neither label nor date; most lines are let go at once. */
const SIGN_OF_LABEL = /[：:】]|(?:19|20)\d{2}/u;
/** Brackets and bars around labels. */
const OPENING = /[\s[［【（()）】\]］|｜]/gu;

export interface LabelledValue {
  /** Without spaces: 索引号. */
  readonly name: string;
  readonly value: string;
  /** A fact of the document, not of the page. */
  readonly fact: boolean;
}

/** The label that a text is and nothing else, such as a cell "索 引 号："; null for any other text. */
export const labelAlone = (text: string): { readonly name: string; readonly colon: boolean } | null => {
  if (text.length > 40) return null;
  const name = text.replace(/[\s【】[\]：:]/gu, '');
  const colon = /[：:】]\s*$/u.test(text);
  if (FACT_NAMES.has(name)) return { name, colon };
  return colon && INFO.includes(name) ? { name, colon } : null;
};

/** A date on its own, as it stands in cells and below headlines. */
export const isBareDate = (text: string): boolean => {
  const values = labelledValues(text);
  return values.length === 1 && values[0]!.name === '日期' && values[0]!.value === text.trim();
};

/**
 * The labelled values of a line that begins with one ("发布日期：2015-04-13　来源：市政府"), with a date that
 * nothing or a label follows, or with the site's name and a date. Empty for any other line. Values may be empty.
 */
export const labelledValues = (line: string): LabelledValue[] => {
  if (line.length > 500 || !SIGN_OF_LABEL.test(line)) return [];
  const found = [...line.matchAll(LABELLED)];
  const before = line.slice(0, found[0]?.index ?? line.length);
  const date = dateBefore(before, found.length > 0);
  if (!date && (found.length === 0 || before.replace(OPENING, ''))) return [];
  const values: LabelledValue[] = date ? [{ name: '日期', value: date, fact: false }] : [];
  found.forEach((match, index) => {
    const name = match[1]!.replace(/\s/gu, '');
    const end = found[index + 1]?.index ?? line.length;
    const value = line.slice(match.index + match[0].length, end).replace(TRAILING, '');
    if (!NOISE_NAMES.has(name)) values.push({ name, value: trimValue(value), fact: FACT_NAMES.has(name) });
  });
  return values;
};

/** The date in what stands before the first label, where little else does; '' where there is none. */
const dateBefore = (text: string, labelled: boolean): string => {
  const found = text.length <= 80 ? DATE.exec(text) : null;
  if (!found) return '';
  const rest = text.replace(found[0], '').replace(OPENING, '');
  return rest.length <= (labelled ? 30 : 0) && !/[。，；《]/u.test(rest) ? found[0].trim() : '';
};

const trimValue = (value: string): string => value.replace(/^[\s|｜]+|[\s|｜;；[［【（(]+$/gu, '');
