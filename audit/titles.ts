/** Marks, blanks and the state's name say nothing about which document is meant. */
const IGNORED = /[\s\p{P}\p{S}]|中华人民共和国/gu;

/** The form under which titles are compared: digits half-width, without blanks, brackets, quotation marks and 中华人民共和国. */
export const titleForm = (title: string): string => title.normalize('NFKC').replace(IGNORED, '');

/** 1 less the share of characters that have to be changed, put in or taken out: 0 … 1. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
};

/** Levenshtein's distance. */
export const distance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    before = row;
  }
  return before[b.length]!;
};

/** A title whose issuer is left out is a little less than the same one. */
const WITHOUT_ISSUER = 0.98;
/** The words before 关于 that may be an issuer's. */
const LONGEST_ISSUER = 40;

/**
 * How alike two titles are, 0 … 1; 1 for the same title alone. An issuer that stands before one of them and not before the
 * other makes them hardly less alike; two different ones do.
 *
 * @param row and `document` in `titleForm`.
 * @param issuers of the document, in `titleForm`.
 */
export const titleLikeness = (row: string, document: string, issuers: readonly string[]): number => {
  if (row === document) return 1;
  const full = likeness(row, document);
  const stripped = shorter(row, document, issuers);
  return Math.min(stripped ? Math.max(full, WITHOUT_ISSUER * likeness(...stripped)) : full, WITHOUT_ISSUER);
};

/** Both titles without the issuer that stands before one of them alone; null where there is no such thing. */
const shorter = (row: string, document: string, issuers: readonly string[]): [string, string] | null => {
  const rowTail = tailOf(row, issuers);
  const documentTail = tailOf(document, issuers);
  if ((rowTail === row) === (documentTail === document)) return null;
  return [rowTail, documentTail];
};

const tailOf = (title: string, issuers: readonly string[]): string => {
  const issuer = issuers.find((each) => each !== '' && title.startsWith(each) && each.length < title.length);
  if (issuer) return title.slice(issuer.length);
  const at = title.indexOf('关于');
  return at > 0 &&
    at <= LONGEST_ISSUER &&
    /^\p{Script=Han}+$/u.test(title.slice(0, at)) &&
    isIssuer(title.slice(0, at))
    ? title.slice(at)
    : title;
};

const isIssuer = (words: string): boolean =>
  /(?:政府|委员会|委|办公室|办公厅|办|局|厅|部|院|处|中心|会|署|行|社|公司|大学|学院)$/u.test(words);

const NUMBERS = /\d+|[零〇一二三四五六七八九十百]+(?=[批期届号年次条月]|$)/gu;
const KIND =
  /(?:条例|办法|规定|细则|通知|意见|方案|决定|规则|规程|规范|制度|标准|公告|通告|函|批复|备忘录|要点|计划|规划|指南|目录|清单|措施|决议|章程|通报)(?=(?:试行|暂行|修订|修正|草案|征求意见稿|版)*$)/u;
const DRAFT = /草案|征求意见稿|送审稿/u;
const PLACE = /^\p{Script=Han}{2,7}?(?:省|市|县|区|州|旗|盟)/u;

/**
 * Whether titles differ in what tells documents apart, however alike they are: numbers (2019年, 第二批), the kind
 * (办法, 规定), the place before them, whether it is a draft, other words in the same place (抢夺案件, 盗窃案件).
 */
export const tellApart = (a: string, b: string): boolean => {
  const numbers = (title: string): string => (title.match(NUMBERS) ?? []).join(' ');
  if (numbers(a) !== numbers(b)) return true;
  if (DRAFT.test(a) !== DRAFT.test(b)) return true;
  const [kindA, kindB] = [KIND.exec(a)?.[0], KIND.exec(b)?.[0]];
  if (kindA && kindB && kindA !== kindB) return true;
  const [placeA, placeB] = [PLACE.exec(a)?.[0], PLACE.exec(b)?.[0]];
  if (placeA !== undefined && placeB !== undefined && placeA !== placeB) return true;
  return otherWords(a, b);
};

/** Whether two characters or more stand in one title where others stand in the other. A slip changes one. */
const otherWords = (a: string, b: string): boolean => {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start++;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [own, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (own.length < 2 || other.length < 2) return false;
  return [...own].filter((char) => other.includes(char)).length * 2 < Math.min(own.length, other.length);
};
