/**
 * Where the words of a 文号 begin: its 机关代字 (国办发) or the issuer of a decree (国务院令).
 * Nothing marks that place in running text, so what is known not to belong to it is cut off.
 */

const HAN = /[\p{Script=Han}]/u;
const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char);
const isGap = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

/** Words of running text that end right before a number's words. */
const LEADS = [
  '根据|依据|依照|按照|遵照|参照|比照|对照|违反|执行|贯彻|落实|符合|适用|关于|详见|参见',
  '发布|公布|颁布|颁发|印发|转发|批转|下发|制发|制定|制订|修订|修正|修改|废止|实施|通过|批准',
  '达到|超过|低于|高于|遵守|列入|收到|以及|或者|文件|文号|字号|其中|包括|即为|属于|其他|本次|此前|同时|通知|意见|(?<=[一二三四五六七八九十])日|的|了',
].join('|');
/** Full names of issuers before their own code: 深圳市人民政府深府〔1994〕200号, 教育部教基〔2014〕1号. */
const ISSUERS = [
  '国务院|人民政府|省政府|市政府|区政府|县政府|委员会|办公厅|办公室|总局|人民银行|发展改革委|审计署|银监会|证监会|保监会',
  '(?:教育|财政|公安|民政|司法|建设|国土资源|自然资源|水利|农业|农业农村|商务|文化|卫生|人事|社会保障|劳动保障)部',
  '(?:交通|交通运输|铁道|环境保护|生态环境|信息产业|科技|科学技术|监察|文化和旅游)部',
  '(?:财政|教育|民政|公安|司法|建设|卫生|农业|水利|国土资源|税务|物价)[厅局]|规定|办法|条例|决定|方案|精神|要求',
].join('|');
const CODE_LEAD = new RegExp(`^.*(?:${LEADS}|${ISSUERS})(?=[\\p{Script=Han}]{2,})|^(?:${LEADS})$`, 'u');
const ISSUER_LEAD = new RegExp(`^.*(?:${LEADS})(?=[\\p{Script=Han}]|$)`, 'u');
/** Single words before a name; only at the very start, since 原, 由, 经, 以 stand inside of names too. */
const SINGLE =
  /^(?:[以由据按见系即被将]|经(?![贸济信])|原(?=国家|中华|[\p{Script=Han}]{2,9}[部委局会厅府])|日(?!照))(?=[\p{Script=Han}]{2,})/u;
/** 你院川高法〔1998〕19号, 我省云府〔2003〕5号: who is spoken to or speaks. */
const WHOSE = /^[你我贵][院省市局厅部委县区处司会校]以?(?=[\p{Script=Han}])/u;
/** Joins two names, or begins one (和平区, 及其): a joint only right after a finished name or number. */
const JOINT = /^[和及与或](?=[\p{Script=Han}]{2,})/u;
const FINISHED = /[》〉）)”"号、条款项]/;
/** After these a 、 joins the issuers of one decree: 卫生部、国家环境保护总局令第21号. */
const ISSUER_END = /[部委局会院行厅署府办]/;
/** Ministries also sign side by side without a mark: 财政部 国家税务总局令第65号. */
const JOINT_ISSUER = /[部委局署]/;

const CODE_REACH = 20;
const ISSUER_REACH = 60;

/** The start of the 机关代字 that ends at `end`; `end` itself where there is none. */
export const codeBefore = (text: string, end: number, floor: number): number => {
  let at = end;
  while (at > floor && end - at < 3 && (isGap(text[at - 1]) || /[-－—]/.test(text[at - 1]!))) at--;
  const start = runBefore(text, at, Math.max(floor, end - CODE_REACH), true);
  return start === at ? end : trimmed(text, start, at, CODE_LEAD);
};

/** The start of the issuer that ends at `end`, as of 国务院 in 国务院令; `end` itself where there is none. */
export const issuerBefore = (text: string, end: number, floor: number): number => {
  let at = end;
  while (at > floor && end - at < 2 && isGap(text[at - 1])) at--;
  const start = runBefore(text, at, Math.max(floor, end - ISSUER_REACH), false);
  return start === at ? end : trimmed(text, start, at, ISSUER_LEAD);
};

/**
 * The start of the run of Han characters before `end`. White space ends it, unless every character
 * stands apart (国 办 发). A code may hold a bracket (教基（二）), an issuer a 、.
 */
const runBefore = (text: string, end: number, floor: number, isCode: boolean): number => {
  let at = end;
  let piece = 0;
  while (at > floor) {
    const char = text[at - 1];
    if (isHan(char)) {
      at--;
      piece++;
    } else if (isCode && (char === '）' || char === ')') && end - at <= 2) {
      const open = bracketed(text, at, floor);
      if (open < 0) break;
      at = open;
      piece = 2;
    } else if (!isCode && char === '、' && at < end && ISSUER_END.test(text[at - 2] ?? '')) {
      at--;
      piece = 2;
    } else if (!isCode && char === ' ' && piece > 2 && JOINT_ISSUER.test(text[at - 2] ?? '')) {
      at--;
      piece = 2;
    } else if (isGap(char) && char !== '\n' && piece === 1 && at - 2 >= floor && isHan(text[at - 2])) {
      at--;
      piece = 0;
    } else break;
  }
  while (at < end && isGap(text[at])) at++;
  return at;
};

/** The offset of the bracket that opens （二） ending at `end`, where a Han character stands before it; else -1. */
const bracketed = (text: string, end: number, floor: number): number => {
  for (let at = end - 2; at > floor && end - at <= 6; at--) {
    if (text[at] === '（' || text[at] === '(') return end - at > 2 && isHan(text[at - 1]) ? at : -1;
    if (!isHan(text[at])) return -1;
  }
  return -1;
};

const trimmed = (text: string, start: number, end: number, lead: RegExp): number => {
  const run = text.slice(start, end);
  const at = start + (lead.exec(run)?.[0].length ?? 0);
  const joint = FINISHED.test(text[at - 1] ?? '') ? JOINT : SINGLE;
  const named = at + (WHOSE.exec(text.slice(at, end))?.[0].length ?? 0);
  const first = named + (joint.exec(text.slice(named, end))?.[0].length ?? 0);
  return first + (SINGLE.exec(text.slice(first, end))?.[0].length ?? 0);
};
