import type { LegalLevel } from '../../model/index.js';
import { levelOfNumber } from '../level-of-number.js';

const ORDINAL = '[\\d零〇一二三四五六七八九十百]{1,6}';
/** Titles of other texts name bodies as well: 根据《…人民代表大会…》. */
const TITLES = /《[^《》]{0,160}》|〈[^〈〉]{0,160}〉/gu;
const COURT = /最高人民(?:法院|检察院)/u;
const LOCAL_CONGRESS =
  /[省市州县盟旗区](?:第[一二三四五六七八九十]{1,3}届)?(?:人民代表大会|人大)(?:常务委员会|常委会)?/u;
const NATIONAL_CONGRESS =
  /全国人民代表大会(?:常务委员会)?第|第[一二三四五六七八九十]{1,3}届全国人民代表大会|全国人民代表大会常务委员会(?:关于|公布|通过|令)|主席令/u;
const STATE_COUNCIL = new RegExp(
  `国务院(?:第${ORDINAL}号)?令|国务院第${ORDINAL}次(?:常务|全体)会议|国务院(?:批准|发布|公布|修订)|(?:政务院)`,
  'u',
);
const LOCAL_GOVERNMENT = new RegExp(
  `(?:[省市州县盟旗区]|自治区)人民政府(?:第${ORDINAL}号)?(?:令|第${ORDINAL}次|(?:第${ORDINAL}届)|公布|发布|批准|修[正订]|颁布|常务会议|全体会议|办公室)|[省市州区]政府(?:第${ORDINAL}号)?令`,
  'u',
);
const DECREE = new RegExp(`[\\p{Script=Han}]{2,20}令(?:\\d{4}年)?第?${ORDINAL}号`, 'u');

/**
 * The level of a statute by the body that the lines below its title name; null where they name none. A place's congress
 * and government come first: a local text may also name national bodies, a national one does not name local ones.
 */
export const levelOfBody = (head: string, title: string): LegalLevel | null => {
  const plain = head.replace(TITLES, '').replace(/[ \t\u3000]{1,20}/gu, '');
  if (COURT.test(plain) || /^最高人民(?:法院|检察院)/u.test(title)) return 'judicial-interpretation';
  if (LOCAL_CONGRESS.test(plain)) return 'local-regulation';
  if (LOCAL_GOVERNMENT.test(plain)) return 'local-government-rule';
  if (NATIONAL_CONGRESS.test(plain)) return 'law';
  if (STATE_COUNCIL.test(plain)) return 'administrative-regulation';
  if (/人民代表大会/u.test(plain)) return /全国人民代表大会/u.test(plain) ? null : 'local-regulation';
  const decree = DECREE.exec(plain)?.[0];
  const level = decree ? levelOfNumber(decree)?.level : undefined;
  return level && level !== 'unknown' ? level : null;
};
