/** （试行）, （2019修正）, （2021年1月22日修订）: marks of a version, not part of the name. A draft's mark is kept. */
const VERSION_MARK =
  /\((?:试行|暂行|修订|修正|修改|最新修订|最新修正|\d{4}年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:第[一二三四五六七八九十]次)?(?:修订|修正|修改)?(?:版|本)?)\)$/u;
const IGNORED = /[\s《》〈〉<>“”"'‘’「」、,·•]/gu;

/**
 * The form under which titles are compared: 中华人民共和国, white space, quotation marks and marks of a version
 * dropped, brackets and digits half-width. '' for a title that says nothing.
 */
export const titleKey = (title: string): string => {
  let key = title
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(/[-‐‑–—―~～]+/gu, '-')
    .replaceAll('中华人民共和国', '');
  while (key.endsWith(')') && VERSION_MARK.test(key)) key = key.replace(VERSION_MARK, '');
  return key;
};
