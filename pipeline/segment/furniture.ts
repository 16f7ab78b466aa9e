import type { Line } from './lines.js';

/** What stands below the text on the pages of sites: links to more, tags, who keeps the page. */
const TAIL =
  /^(?:参考资料|词条标签|词条统计|开放分类|猜你喜欢|相关(?:链接|阅读|文章|新闻|文件|信息|报道|附件下载)|延伸阅读|更多(?:内容|新闻)?|上一[篇条页]|下一[篇条页]|分享(?:到|至)|扫一扫|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)|责任编辑|网站(?:地图|声明|编辑)|版权(?:所有|声明)|主办(?:单位)?[：:]|承办(?:单位)?[：:]|[\p{Script=Han}]{0,4}ICP备)/u;
const LONGEST = 60;
/** How far from the end the tail of a page may begin. */
const FROM_END = 60;

/** The line begins what a site puts below a text, which is no part of the provision above it. */
export const beginsPageTail = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]!;
  return (
    lines.length - at <= FROM_END &&
    !line.mark &&
    !line.block.cell &&
    line.tight.length <= LONGEST &&
    !/[。；，]$/u.test(line.tight) &&
    TAIL.test(line.tight)
  );
};
