/** 国务院办公厅文件, XX局文件: the red head of a document. */
export const isLetterhead = (tight: string): boolean =>
  /文件$/u.test(tight) && tight.length <= 60 && !/[《》，。]/u.test(tight);

const UNIT_END =
  '(?:政府|委员会|办公厅|办公室|厅|局|部|委|院|署|司|会|处|中心|总局|法院|检察院|公安部|银行|领导小组|联席会议|大队|支队|站|所|集团|公司|大学|学院|管委会|街道办事处|编办|团队|中央|国务院|室|办|区|市|省|县)';
const ISSUER_LINE = new RegExp(`^[\\p{Script=Han}（）()、　]{1,120}${UNIT_END}$`, 'u');

/** A line that is nothing but names of units. */
export const isIssuerLine = (tight: string): boolean =>
  tight.length <= 120 &&
  ISSUER_LINE.test(tight) &&
  !/^(?:关于|各|附件|第)|[《》。；：]|将|应当|不得|予以|列入|记入/u.test(tight);
