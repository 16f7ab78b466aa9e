import type { Territory } from '../model/index.js';
import {
  CITY_NUMBER_PREFIXES,
  FULL_NAME_ONLY,
  NUMBER_PREFIXES,
  PROVINCES,
  shortName,
} from './territory-names.js';

interface Name {
  readonly text: string;
  readonly territory: Territory;
  /** Short names count only where a name is expected: at the start, or after a name of a national body. */
  readonly short: boolean;
}

const NAMES: readonly Name[] = PROVINCES.flatMap((province) => [
  { text: province.name, territory: { province: province.name }, short: false },
  { text: province.short, territory: { province: province.name }, short: true },
  ...province.cities.flatMap((city): Name[] => {
    const territory = { province: province.name, city };
    const brief = shortName(city);
    const full: Name = { text: city, territory, short: false };
    // 延边州 for 延边朝鲜族自治州, as its own documents say.
    const colloquial: Name[] = city.endsWith('自治州')
      ? [{ text: `${brief}州`, territory, short: false }]
      : [];
    return FULL_NAME_ONLY.has(brief)
      ? [full, ...colloquial]
      : [full, ...colloquial, { text: brief, territory, short: true }];
  }),
]);

/** Names by their first character, the longest first, so that 吉林市 wins over 吉林. */
const BY_FIRST: ReadonlyMap<string, readonly Name[]> = (() => {
  const map = new Map<string, Name[]>();
  for (const name of NAMES) map.set(name.text[0]!, [...(map.get(name.text[0]!) ?? []), name]);
  for (const names of map.values()) names.sort((a, b) => b.text.length - a.text.length);
  return map;
})();

/** Before a short name: a national body's branch, or brackets and 关于印发 of a title. */
const BEFORE_SHORT =
  /(?:^|[《〈“（(、，,\s]|关于(?:印发|公布|发布|修改|转发|批转)?|中国人民银行|国家税务总局|总局|共产党|中共|国家统计局)$/u;
/** 朝阳区 is not 朝阳市: a short name followed by these is part of another name. */
const OTHER_UNIT = /^(?:新?区|县|乡|镇|街道|路|大学|学院|村|社区|湾|江|河|湖|山)/u;
const NATIONAL =
  /^(?:国务院|中共中央|中央|全国|最高人民|国家(?!税务总局|统计局)|中国(?!人民银行)|[\p{Script=Han}]{2,8}部(?!门|队)|[\p{Script=Han}]{2,10}(?:总局(?!.{0,12}(?:省|市|自治区))|总署))/u;
const COUNTY = /^(?:市)?([\p{Script=Han}]{1,7}?(?:自治县|自治旗|新区|矿区|区|县|旗|市))/u;
/** 人才市场, 新市民, 山区域: the 市 or 区 is the beginning of another word. */
const GOES_ON =
  /^(?:市(?:场|民|政(?!府|协)|容|值|级|域|直|属|价)|区(?:域|划|间|块|别|级|属|直)|县(?:级|域|属|直)|旗(?:帜|舰|下))/u;
/** A word that shows that the characters before 区, 县, 市 are no county's name. */
const NOT_COUNTY =
  /人民|政府|委员|办公|管理|关于|实施|社会|信用|条例|办法|规定|各|全|示范|试验|开发|园|工业|城市|局|厅|处|行政|自治区|住房|公共|经济|农村|食品|市场|建设|景|辖|特|保税|保护|市区|超市|上市|夜市|集市|郊|社区|小区/u;

/**
 * The place a text names first: the issuer's own (河北省石家庄市栾城区…办公室) or a title's (《深圳市…条例》).
 * A city gives its province. Null where none is named, or where the text speaks in the name of a national body
 * about a place (国务院关于支持…省…的意见).
 */
export const findTerritory = (text: string): Territory | null => {
  const plain = text.replace(/\s+/gu, '');
  const about = plain.indexOf('关于');
  const searched = NATIONAL.test(plain) ? plain.slice(0, Math.max(about, 0)) : plain;
  for (let at = 0; at < searched.length; at++) {
    const found = nameAt(searched, at);
    if (found) return withinOf(found.territory, searched.slice(at + found.text.length));
  }
  return null;
};

/** As `findTerritory`, by the characters a 文号 begins with: 粤府令 → 广东省. Null where several places share them. */
export const territoryOfNumber = (documentNumber: string): Territory | null => {
  const plain = documentNumber.replace(/\s+/gu, '');
  const named = findTerritory(plain.replace(/[〔［[（(【].*$/u, ''));
  if (named) return named;
  for (const [prefix, city] of CITY_NUMBER_PREFIXES) {
    if (plain.startsWith(prefix)) return nameAt(city, 0)?.territory ?? null;
  }
  for (const [prefix, province] of NUMBER_PREFIXES) if (plain.startsWith(prefix)) return { province };
  return null;
};

/** True where what `outer` enacts holds in `inner`: a province's 条例 in its cities, a city's in its counties. */
export const holdsIn = (outer: Territory, inner: Territory): boolean =>
  outer.province === inner.province &&
  (outer.city === undefined || outer.city === inner.city) &&
  (outer.county === undefined || outer.county === inner.county);

/** 河北省石家庄市栾城区. */
export const territoryName = ({ province, city, county }: Territory): string =>
  `${province}${city ?? ''}${county ?? ''}`;

const nameAt = (text: string, at: number): Name | null => {
  for (const name of BY_FIRST.get(text[at]!) ?? []) {
    if (!text.startsWith(name.text, at)) continue;
    if (!name.short) return name;
    if (OTHER_UNIT.test(text.slice(at + name.text.length, at + name.text.length + 4))) continue;
    if (BEFORE_SHORT.test(text.slice(Math.max(0, at - 8), at))) return name;
  }
  return null;
};

/** Narrows a province or city by the city or county named right after it. */
const withinOf = (territory: Territory, rest: string): Territory => {
  if (!territory.city) {
    for (let length = 0; length <= (rest.startsWith('市') ? 1 : 0); length++) {
      const city = PROVINCES.find((p) => p.name === territory.province)?.cities.find((name) => {
        const brief = shortName(name);
        if (rest.startsWith(name, length)) return true;
        return (
          !FULL_NAME_ONLY.has(brief) &&
          rest.startsWith(brief, length) &&
          !OTHER_UNIT.test(rest.slice(length + brief.length, length + brief.length + 4))
        );
      });
      if (city) {
        const end = length + (rest.startsWith(city, length) ? city.length : shortName(city).length);
        return withinOf({ ...territory, city }, rest.slice(end));
      }
    }
  }
  const county = COUNTY.exec(rest)?.[1];
  if (!county || county.length < 2 || NOT_COUNTY.test(county)) return territory;
  if (GOES_ON.test(rest.slice(rest.indexOf(county) + county.length - 1))) return territory;
  return { ...territory, county };
};
