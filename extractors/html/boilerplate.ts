import type { Line } from './lines.js';

/** What pages print around a document: who runs the site, and tools for reading it. */
const FOOTER =
  /版权所有|ICP备|公网安备|网站标识码|网站地图|技术支持[：:]|建议使用.{0,20}(?:浏览器|分辨率)|最佳(?:浏览|分辨率)|免责声明|Copyright|未经.{0,10}(?:许可|授权|同意).{0,15}(?:转载|使用)|all rights reserved/iu;
const FURNITURE =
  /^[\s【[［（(>》·|｜]*(?:E-?mail推荐|背景色|双击自动滚屏|(?:浏览|点击|访问|阅读)(?:次数|量|数)?(?=[\s：:])|(?:浏览|选择)字体|打印(?:本页|此页|文章|页面|预览)?|关闭(?:本页|窗口|此页)?|收藏(?:本页|此页)?|返回(?:顶部|首页|列表|上页|上一页|上级)?|加入收藏|设为首页|上一(?:篇|条|页)|下一(?:篇|条|页)|尾页|分享(?:到|至)?|扫一扫.{0,30}|手机(?:扫码)?(?:查看|浏览|版)|我要(?:纠错|评论|打印)|网友评论|发表评论|相关(?:链接|文档|新闻|阅读|信息|文章|稿件|报道|内容|解读|附件下载)|推荐(?:阅读|新闻|文章)|热门(?:文章|新闻|点击|排行).{0,6}|字体(?:大小|显示)?|字号|RSS信息订阅|繁體?体?|简体|English|无障碍.{0,6}|注册|登录|站内搜索|搜索|大|中|小|T\||正文|文字大小)(?=[\s】\]］）)：:>》|｜[［【（(·-]|$)/u;
const FONT_TOOL =
  /^[\s【[［（(]*(?:字体|字号|文字)?(?:大小|显示)?\s?[：:]?[\s[［【（(]*大[\s\]］】）)|｜[［【（(]*中[\s\]］】）)|｜[［【（(]*小[\s\S]{0,30}$/u;
const BREADCRUMB =
  /^[\s【[［（(>]*(?:您?现?在?的?当前(?:的)?位置|您(?:现在|当前)?(?:所在)?的?位置|所在位置|当前栏目|当前页面|位置)(?:是|为)?\s{0,4}[：:]|^[^>》\n]{0,12}首\s?页\s?(?:[>》›→/]|&gt;|-\s?[^-\n]{1,20}\s?-)/u;
const SENTENCE = /[。；;！？]|[，：]/u;
const FOOTER_LABEL = /^(?:主办|承办|协办|运维|地址|邮编|邮政编码|网站管理|联系我们)(?:单位)?\s?[：:]/u;

/** A line that belongs to the page and not to a document: menu word, tool, footer, breadcrumb. */
export const isFurniture = (line: Line): boolean => {
  const { text } = line;
  if (text.length > 300) return false;
  if (isPath(text) || BREADCRUMB.test(text) || FONT_TOOL.test(text)) return true;
  if (text.length <= 60 && FURNITURE.test(text)) return true;
  return text.length <= 200 && FOOTER.test(text) && !/^第.{1,6}条/u.test(text);
};

/** 首页 > 政务公开 > 规范性文件. */
const isPath = (text: string): boolean => {
  if (text.length > 120 || !/[>»›]/u.test(text) || /[。；，]/u.test(text)) return false;
  const parts = text.split(/[>»›]+/u).map((part) => part.trim());
  return (
    parts.length >= 3 &&
    parts.every((part) => part.length <= 24 && (part === '' || /\p{Script=Han}/u.test(part)))
  );
};

/** Rules, bullets, a bracket left alone. */
export const isOrnament = (line: Line): boolean => !/[\p{L}\p{N}]/u.test(line.text);

/** Lines that only stand in footers when nothing of a document follows. */
export const isFooterLabel = (line: Line): boolean => line.text.length <= 120 && FOOTER_LABEL.test(line.text);

/** Most of it is links to other pages; a list of attached files is not meant. */
export const isMenu = (line: Line): boolean =>
  line.linkChars >= line.chars * 0.7 && !line.attachment && !/附件|附表|^《/u.test(line.text);

/** Running text: sentences, not words of a menu. */
export const isProse = (line: Line): boolean =>
  line.chars - line.linkChars >= 14 &&
  SENTENCE.test(line.text) &&
  line.linkChars <= line.chars * 0.5 &&
  !isFurniture(line);
