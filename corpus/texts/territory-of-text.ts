import type { LegalLevel, Territory } from '../../model/index.js';
import { findTerritory } from '../territories.js';
import { PROVINCES } from '../territory-names.js';

const COUNTY = /^[\p{Script=Han}]{2,10}?(?:自治县|自治旗)/u;

const LOCAL: readonly string[] = ['local-regulation', 'local-government-rule'] satisfies LegalLevel[];

/** Where a local statute holds: by its title, else by the collection's folder, else by the congress of the history. */
export const territoryOfText = (facts: {
  readonly path: string;
  readonly title: string;
  readonly head: string;
  readonly level: LegalLevel | 'unknown';
}): Territory | null => {
  const folders = facts.path.split('/').slice(0, -1);
  const province = PROVINCES.find(
    ({ name, short }) => folders.includes(short) || folders.includes(name),
  )?.name;
  const isLocal =
    province !== undefined ||
    folders.includes('地方性法规') ||
    LOCAL.includes(facts.level) ||
    /[省市州]人民代表大会/u.test(facts.head);
  if (!isLocal) return null;
  const named = findTerritory(facts.title);
  if (named && (!province || named.province === province)) return named;
  const above = province ?? findTerritory(facts.head)?.province;
  if (!above) return null;
  const county = COUNTY.exec(facts.title)?.[0];
  return county ? { province: above, county } : { province: above };
};
