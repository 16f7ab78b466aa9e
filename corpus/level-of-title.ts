import type { LevelByForm } from './level-of-number.js';
import { findTerritory } from './territories.js';

const BOTH = ['national', 'local'] as const;
/** Names of a place as a title begins with: also those of places the list does not have. */
const PLACE =
  /^([\p{Script=Han}]{2,12}?(?:省|自治区|自治州|自治县|自治旗|经济特区|自由贸易港|市|州|盟|县|区|旗))(?!域|场|政|区|级|属|民|委)/u;
/** Words that end in 市, 区 … and name no place: 城市绿化条例, 自然保护区条例. */
const NO_PLACE =
  /^(?:城市|超市|集市|夜市|都市|门市|上市|股市|地区|社区|小区|园区|景区|矿区|林区|牧区|山区|灾区|自然保护区|保护区|风景名胜区|开发区|保税区|综合保税区|海关特殊监管区|民族自治|特区|全市|全省|全区|全县|本市|本省|本区|本县|各省|各市|住宅|行政区|市|县|省|区|乡镇|水利风景区|经济技术开发区|高新|专业市|证券|期货|药品|商品|批发市|土地|技术市|人才市|人力资源市|文化市|房地产|饮用水|水功能区|国家级|蓄滞洪区|库区|外国|台湾|香港|澳门|边境|防洪|历史文化名|特别行政区)/u;
/** What follows a body's name in a title: 办公厅关于, 等五部门关于, a second body. */
const SPEAKS = '(?:办公厅|办公室)?(?=关于|印发|、|等|令|公告|[\\p{Script=Han}]{2,12}(?:部|局|委|会|署))';
/** A ministry, or a body of the State Council that is not the State Council itself: 国务院国有资产监督管理委员会关于… */
const MINISTRY = new RegExp(
  `^(?:(?:国家|中国|国务院)[\\p{Script=Han}]{2,20}?(?:委员会|委|局|总局|署|会|行|办|办公室)|[\\p{Script=Han}]{2,8}部|[\\p{Script=Han}]{2,10}(?:总局|总署)|(?:中央|中共中央)(?:组织部|宣传部|文明办|政法委|网信办|统战部|编办)|最高人民(?:法院|检察院)(?=办公厅))${SPEAKS}`,
  'u',
);
const LOCAL_BODY = /(?:厅|局|委员会|办公室|人民政府|政府|党委|省委|市委|县委|区委|中级人民法院)/u;

/** What a title says by its form alone. `number` is not looked at. Never a basis for "no": what is not sure is unknown. */
export const levelOfTitle = (title: string): LevelByForm & { readonly place?: string } => {
  const plain = title
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\((?:试行|暂行|\d{4}年?(?:修订|修正))\)$/u, '');
  const result = (
    level: LevelByForm['level'],
    reason: string,
    could: LevelByForm['could'] = [],
  ): LevelByForm => ({ level, reason, could });
  if (!plain) return result('unknown', '未写明文件名称', BOTH);
  if (/\((?:草案|征求意见稿|送审稿|讨论稿)[^()]{0,8}\)$|草案$/u.test(plain)) {
    return result('unknown', '名称表明是草案，是否已公布施行须核对', BOTH);
  }
  if (/^(?:GB|DB|JGJ|CJJ|HJ|JT|YY|WS|AQ|SL|TSG|ISO)[\d/TZ ]/iu.test(plain) || /^国家标准/u.test(plain)) {
    return result('other', '标准不是法律、法规或者政策文件');
  }
  if (/备忘录$/u.test(plain)) {
    return result('normative-document', '合作备忘录属规范性文件，不能作为依据');
  }
  if (
    /^(?:国务院(?:关于|批转|转发|印发|实施)|国务院(?:、)?中央军委关于|国务院办公厅(?:关于|转发|印发|批转))/u.test(
      plain,
    )
  ) {
    return result('central-policy', '名称以国务院或者国务院办公厅名义开头，属国务院政策文件或者行政法规');
  }
  if (
    /^(?:中共中央(?:、?国务院)?(?:关于|印发|批转|转发)|(?:中共中央办公厅|中办)(?:、?(?:国务院办公厅|国办))?(?:关于|印发|转发))/u.test(
      plain,
    )
  ) {
    return result('central-policy', '名称以中共中央、国务院（含两办）名义开头，属党中央、国务院政策文件');
  }
  if (/^全国人(?:民代表)?大(?:会)?(?:常务委员会|常委会)?关于.{0,80}(?:决定|决议|解释)$/u.test(plain)) {
    return result('law', '名称表明是全国人民代表大会（常务委员会）的决定');
  }
  if (
    /^最高人民(?:法院|检察院).{0,120}(?:解释|规定|批复|决定|规则)(?:\([一二三四五六七八九十]\))?$/u.test(
      plain,
    )
  ) {
    return result('judicial-interpretation', '名称表明是司法解释');
  }
  if (MINISTRY.test(plain)) {
    return /(?:办法|规定|规则|细则)$/u.test(plain)
      ? result('departmental-rule', '名称以国家部委开头，属部门规章或者部门规范性文件')
      : result('normative-document', '名称以国家部委开头，属部门规范性文件');
  }
  if (/^(?:省|市|县|区|州|自治区)(?:人民)?(?:政府|委)/u.test(plain)) {
    return result('normative-document', '名称以地方党政机关开头，属地方规范性文件或者政府规章');
  }
  return levelOfLocalTitle(plain) ?? levelOfBareTitle(plain);
};

/** The place a title begins with, also of one that no list has; '' where it begins with none. */
export const placeOfTitle = (title: string): string => {
  const plain = title.normalize('NFKC').replace(/\s+/gu, '');
  if (NO_PLACE.test(plain)) return '';
  const place = PLACE.exec(plain)?.[1] ?? '';
  return /^(?:中华|国家|国务院|中国|全国|关于|最高)/u.test(place) || /关于|管理|实施/u.test(place)
    ? ''
    : place;
};

const levelOfLocalTitle = (title: string): (LevelByForm & { place?: string }) | null => {
  const territory = findTerritory(title.slice(0, 16));
  const place = placeOfTitle(title);
  const startsLocal = territory !== null && !/^(?:关于|在)/u.test(title);
  if (!place && !startsLocal) return null;
  const result = (
    level: LevelByForm['level'],
    reason: string,
    could: LevelByForm['could'] = [],
  ): LevelByForm & { place?: string } => ({ level, reason, could, ...(place ? { place } : {}) });
  const congress = /(?:人民代表大会|人大)(?:常务委员会|常委会)?(?:关于|议事)/u.test(title);
  const head = title.slice(0, Math.max(0, title.indexOf('关于')));
  if (!congress && LOCAL_BODY.test(head)) {
    return result('normative-document', '名称以地方党政机关开头，属地方规范性文件或者政府规章');
  }
  if (
    /通知|意见|方案|公告|通告|批复|函|纪要|规划|目录|清单|规程|标准|指南|要点|计划$/u.test(title.slice(-4))
  ) {
    return result('normative-document', '名称为地方通知、意见、方案一类，属规范性文件');
  }
  if (/(?:区|县|旗)$/u.test(place) && !/自治(?:区|县|旗)$/u.test(place) && !/经济特区$/u.test(place)) {
    return result('normative-document', '县（区）级机关没有地方立法权，属规范性文件');
  }
  // 立法法 (第八十条以下) and 规章制定程序条例 第七条: a government's rule may not be called 条例.
  if (/条例$/u.test(title)) {
    return result('local-regulation', '名称为“地名+条例”，地方的条例由人民代表大会（常务委员会）制定');
  }
  if (congress && /决定|决议|规定|规则$/u.test(title)) {
    return result('local-regulation', '名称表明由地方人民代表大会（常务委员会）制定');
  }
  // 实施《…法》办法 of a place is a 地方性法规; of a 条例 it may as well be the government's rule.
  if (
    /(?:实施|贯彻(?:实施)?|执行)[《〈]?[^《》〈〉]{2,40}法[》〉]?(?:的)?(?:办法|若干规定|规定|细则|实施办法)$/u.test(
      title,
    )
  ) {
    return result('local-regulation', '“地名+实施《…法》办法”由地方人民代表大会常务委员会制定');
  }
  if (/办法|规定|规则|细则$/u.test(title.slice(-4))) {
    return result('unknown', '地方的办法、规定可能是地方性法规、政府规章或者规范性文件，目录未收录', [
      'local',
    ]);
  }
  return result('unknown', '目录未收录，名称不足以判断级别', ['local']);
};

const levelOfBareTitle = (title: string): LevelByForm => {
  const unknown = (reason: string, could: LevelByForm['could'] = BOTH): LevelByForm => ({
    level: 'unknown',
    reason,
    could,
  });
  if (/条例$/u.test(title)) {
    return unknown('目录未收录该条例，可能是行政法规，也可能是省略地名的地方性法规');
  }
  if (/(?:法|法典)$/u.test(title) && !/办法$/u.test(title)) {
    return unknown('目录未收录该法，须核对名称和效力', ['national']);
  }
  if (/(?:办法|规定|规则|细则|决定)$/u.test(title)) {
    return unknown('目录未收录，办法、规定、决定可能是任何级别');
  }
  return unknown('目录未收录，名称不足以判断级别');
};
