import { findDocumentNumbers } from '../../model/index.js';
import type { Line } from './lines.js';

const SALUTATION =
  /^(?:各|有关|本|驻|全[省市区县]|[\p{Script=Han}（）]{2,40}(?:人民政府|局|委|厅|办|单位|部门|公司|学校|处|院|行|会|中心|镇|街道)[，、：:]).{0,400}[：:]$/u;
const DECREE_LINE =
  /令$|^[^（(]*令[（(]?第?[0-9０-９零〇○一二三四五六七八九十百]+号[）)]?$|^[（(].{0,40}令第?[0-9０-９零〇○一二三四五六七八九十百]+号[）)]$|^[（(]?第[0-9０-９零〇○一二三四五六七八九十百]+号(?:令)?[）)]?$|^[\p{Script=Han}]{1,30}(?:人大常委会|人民代表大会|常务委员会|人民法院|人民检察院|人民政府|部|委员会|总局)(?:公告|通告)$/u;

/** The words of address at the head of a notice: 各市、县人民政府，省直各单位： */
export const isSalutation = (line: Line): boolean =>
  !line.mark && !line.block.cell && line.tight.length <= 420 && SALUTATION.test(line.tight);

/** A line that is nothing but a 文号. */
export const isNumberLine = (tight: string): boolean => {
  if (tight.length > 60) return false;
  const [number] = findDocumentNumbers(tight);
  return !!number && tight.length - (number.end - number.start) <= 3;
};

/** 中华人民共和国国务院令 第530号. */
export const isDecreeLine = (tight: string): boolean => tight.length <= 60 && DECREE_LINE.test(tight);
