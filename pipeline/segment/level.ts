import type { LegalLevel } from '../../model/index.js';
import type { Line } from './lines.js';

const CENTRAL_NUMBER = /^(?:中发|中办发|厅字|国发|国办发|国函|国办函|国发明电|国办发明电)〔/u;
const MINISTRY = /(?:部|委员会|总局|署|银行|国家[\p{Script=Han}]{2,12}局)$/u;
const LOCAL = /(?:省|市|自治区|自治州|县|区|旗|盟)/u;

/**
 * The level of a document by its 文号, issuers and title. Sources: 立法法 on who makes what;
 * 发改办财金〔2021〕15号 一（一） on policy documents of the centre.
 */
export const levelOf = (
  title: string,
  number: string,
  issuers: readonly string[],
  head: readonly Line[],
): LegalLevel => {
  const headText = head.map((line) => line.tight).join('');
  const by = (pattern: RegExp) => issuers.some((issuer) => pattern.test(issuer.replace(/\s/gu, '')));
  if (/主席令/u.test(number) || by(/^(?:第[一二三四五六七八九十]{1,3}届)?全国人民代表大会/u)) return 'law';
  if (/^法释/u.test(number) || (by(/^最高人民(?:法院|检察院)/u) && /解释|规定|批复/u.test(title))) {
    return 'judicial-interpretation';
  }
  if (/国务院令/u.test(number) || (by(/^国务院$/u) && /条例|实施细则/u.test(title)))
    return 'administrative-regulation';
  if (CENTRAL_NUMBER.test(number) || by(/^(?:中共中央|中共中央办公厅|国务院|国务院办公厅|党中央)$/u))
    return 'central-policy';
  if (
    by(/人民代表大会|人大常委会/u) ||
    /人民代表大会(?:常务委员会)?(?:第[^）]{1,20}会议)?通过/u.test(headText)
  )
    return 'local-regulation';
  if (/令/u.test(number)) {
    if (by(/人民政府/u) || /政府/u.test(number) || /^[\p{Script=Han}]?府/u.test(number))
      return 'local-government-rule';
    if (by(MINISTRY) || MINISTRY.test(number.replace(/令.*$/u, ''))) return 'departmental-rule';
    return LOCAL.test(number) ? 'local-government-rule' : 'other';
  }
  if (number || issuers.length) return 'normative-document';
  return 'other';
};
