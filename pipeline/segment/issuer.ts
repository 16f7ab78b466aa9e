import { findTerritory, territoryOfNumber } from '../../corpus/index.js';
import { contains } from '../../model/index.js';
import { dateLine, findDates } from './dates.js';
import { type Found, fieldValues, fromMetadata, fromText, type HeaderSource } from './facts.js';
import type { Line } from './lines.js';
import { isIssuerLine, isLetterhead } from './unit-names.js';

/** The names and the date under a document. */
export interface Signature {
  readonly issuer: Found<string>;
  readonly date: Found<string>;
}

/** How far above a date without names the signature may stand: what a page adds below it has dates too. */
const SIGNATURE_REACH = 40;

/** The last lines of a body that are a date with names of units above it, or the two in one line. */
export const readSignature = (body: readonly Line[]): Signature => {
  let lone: Found<string> = null;
  let least = 0;
  for (let i = body.length - 1; i >= least; i--) {
    const line = body[i]!;
    const date = dateLine(line.tight);
    if (date) {
      // 发布日期： with its date in the next line is a page's, 2021年1月6日印发 the printer's.
      if (/印发$/u.test(line.tight) || /[：:]$/u.test(body[i - 1]?.tight ?? '')) continue;
      const names = linesAbove(body, i);
      if (names) return { issuer: names, date: fromText(date, line.span) };
      if (lone) continue;
      lone = fromText(date, line.span);
      least = Math.max(0, i - SIGNATURE_REACH);
      continue;
    }
    const [found] = findDates(line.tight);
    const before = found && line.tight.slice(0, found.start);
    if (found && found.end === line.tight.length && before && isIssuerLine(before)) {
      return { issuer: fromText(before, line.span), date: fromText(found.date, line.span) };
    }
  }
  return { issuer: null, date: lone };
};

const linesAbove = (body: readonly Line[], at: number): Found<string> => {
  let from = at;
  while (from > 0 && at - from < 12 && !body[from - 1]!.mark && isIssuerLine(body[from - 1]!.tight)) from--;
  if (from === at) return null;
  // A long name is broken over two lines: what stands above its second half is the first.
  const above = body[from - 1];
  if (above && !above.mark && isBrokenName(above.tight, body[from]!.tight)) from--;
  const lines = body.slice(from, at);
  return fromText(joinNames(lines.map((line) => line.text)), {
    start: lines[0]!.span.start,
    end: lines.at(-1)!.span.end,
  });
};

const isBrokenName = (first: string, second: string): boolean =>
  first.length >= 4 &&
  first.length <= 40 &&
  /^[\p{Script=Han}]+$/u.test(first) &&
  !/^(?:各|请|特此|附|联系)/u.test(first) &&
  isIssuerLine(first + second) &&
  !isWholeName(first) &&
  !/(?:知|执行|落实|办理|反映|报告)$/u.test(first);

/** Names over several lines: a name broken in two is joined, several names are set apart by a space. */
const joinNames = (parts: readonly string[]): string =>
  parts.reduce((all, part) => {
    const text = withoutSpacing(part);
    if (!all) return text;
    return isWholeName(all) && isWholeName(text) ? `${all} ${text}` : all + text;
  }, '');

/** 清 水 市 教 育 局, spread over the line, as one word; spaces between names stay. */
const withoutSpacing = (name: string): string =>
  name
    .replace(/[ 　\t]+/gu, ' ')
    .trim()
    .replace(/(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '');

const isWholeName = (name: string): boolean =>
  /(?:府|会|厅|办公室|局|部|委|院|署|司|处|中心|行|组|联席会议|队|站|所|集团|公司|学|办)$/u.test(
    name.replace(/\s/gu, ''),
  );

/** Fields of a page's own table that name the issuer. */
const ISSUER_FIELD =
  /^(?:发文机关|发文机构|发布机构|发文单位|发布机关|发布部门|公布机关|制定机关|制定单位|发布单位|颁布单位|颁布部门|发文部门|颁布机构|author)$/u;

/**
 * Who issued a document, by the surest sign that it gives: signature, title, decree, the body that adopted it,
 * the person who signed for it, letterhead, the page's own table.
 */
export const readIssuer = (
  source: HeaderSource,
  title: Found<string>,
  number: Found<string>,
  signature: Signature,
): Found<string> => {
  const { head } = source;
  const found =
    signature.issuer ??
    titlePrefix(title) ??
    decreeIssuer(number) ??
    adoptedBy(head) ??
    signedFor(head, title) ??
    letterhead(head) ??
    metadataIssuer(source) ??
    nameInHead(source) ??
    governmentOf(number?.value ?? '', title, number);
  return found && { ...found, value: inFull(found.value, title, number) };
};

/** XX局关于…的通知: the names before 关于 or 印发. */
const titlePrefix = (title: Found<string>): Found<string> => {
  const match = title && /^(.{2,80}?)\s*(?=关于|转发|印发|批转)/u.exec(title.value);
  const name = match?.[1]?.trim();
  return name && title && isIssuerLine(name.replace(/[\s、]/gu, '')) ? { ...title, value: name } : null;
};

/** 国务院令第530号, 环境保护部公告2015年第3号. */
const decreeIssuer = (number: Found<string>): Found<string> => {
  const name = number && /^(.{2,40}?)(?:令|公告|第[0-9]+号令)/u.exec(number.value)?.[1];
  return number && name && isIssuerLine(name) && !isShortGovernment(name) ? { ...number, value: name } : null;
};

const CONGRESS =
  /([\p{Script=Han}]{2,12}?)(?:第[\p{Script=Han}0-9]{1,6}届)?(人民代表大会常务委员会|人大常委会|人民代表大会)/u;
const PUBLISHER =
  /^([\p{Script=Han}、]{2,40}?(?:人民政府|国务院|委员会|[部局厅署院]))(?:令|公告|公布|发布|颁布|通过|批准|第|印发)/u;

/** （2016年8月29日江门市第十五届人民代表大会常务委员会第三次会议通过）: who adopted or published it. */
const adoptedBy = (head: readonly Line[]): Found<string> => {
  for (const line of head) {
    for (const date of findDates(line.tight)) {
      const after = line.tight.slice(date.end, date.end + 80).replace(/^[，,]?(?:经|由)?/u, '');
      const congress = CONGRESS.exec(after);
      if (congress && congress.index === 0) {
        const body = congress[2] === '人民代表大会' ? congress[2] : '人民代表大会常务委员会';
        return fromText(congress[1] + body, line.span);
      }
      const publisher = /^[（(]/u.test(line.tight) && PUBLISHER.exec(after)?.[1];
      if (publisher) return fromText(publisher, line.span);
    }
  }
  return null;
};

const OFFICE =
  /^(.{2,30}?(?:部|委员会|局|署|办公室|人民政府))(?:部长|主任|局长|署长|省长|市长|区长|县长|主席)[\p{Script=Han}]{0,6}$/u;

/** 住房和城乡建设部部长 XX, or 省长 under a decree whose title names the province. */
const signedFor = (head: readonly Line[], title: Found<string>): Found<string> => {
  for (const line of head) {
    const name = OFFICE.exec(line.tight)?.[1];
    if (name) return fromText(name, line.span);
    const leader = /^(省|市|区|县)长/u.exec(line.tight)?.[1];
    const government = leader && line.tight.length <= 12 && governmentOf(`${leader}政府`, title, null);
    if (government) return { ...government, span: line.span };
  }
  return null;
};

const letterhead = (head: readonly Line[]): Found<string> => {
  for (const line of head) {
    if (!isLetterhead(line.tight)) continue;
    const words = line.text.replace(/文\s{0,3}件$/u, '').trimEnd();
    const name = words.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
    if (isIssuerLine(name)) return fromText(name, line.span);
  }
  return null;
};

const metadataIssuer = ({ metadata }: HeaderSource): Found<string> => {
  const named = fieldValues(metadata, ISSUER_FIELD).find((value) => isAuthority(value.replace(/\s/gu, '')));
  return named ? fromMetadata(named.replace(/^原(?=国家|环境|[\p{Script=Han}]{2,12}[部局])/u, '')) : null;
};

const nameInHead = ({ head, title }: HeaderSource): Found<string> => {
  const line = head.find(
    ({ tight, span, block }) =>
      tight.length >= 4 && !block.cell && isAuthority(tight) && !(title && contains(title.span, span)),
  );
  return line ? fromText(withoutSpacing(line.text), line.span) : null;
};

/** Names that issue documents; a desk that keeps a page (秘书处工作站, 互动中心) or an entry of its menu does not. */
const isAuthority = (tight: string): boolean =>
  isIssuerLine(tight) && AUTHORITY.test(tight) && !/医院$/u.test(tight);

const AUTHORITY =
  /(?:政府|国务院|委员会|[委厅局署院部司]|办公厅|办公室|银行|联席会议|领导小组|常委会|大会|集团|公司|大学|学院)$/u;

const isShortGovernment = (name: string): boolean =>
  /^(?:省|市|区|县|\p{Script=Han})?(?:人民)?政?府$/u.test(name);

/** 省政府: the government of the territory that title or 文号 names; 粤府: the one that the 文号 stands for. */
const governmentOf = (words: string, title: Found<string>, number: Found<string>): Found<string> => {
  const level = /^(省|市|区|县)(?:人民)?政府/u.exec(words)?.[1] as keyof typeof LEVEL_OF | undefined;
  const short = /^\p{Script=Han}府/u.test(words) ? territoryOfNumber(words) : null;
  const territory = findTerritory(title?.value ?? '') ?? territoryOfNumber(number?.value ?? '');
  const place = level ? territory?.[LEVEL_OF[level]] : (short?.city ?? short?.province);
  return place ? { value: `${place}人民政府`, from: 'derived' } : null;
};

const LEVEL_OF = { 省: 'province', 市: 'city', 区: 'county', 县: 'county' } as const;

/** 市政府 as 南京市人民政府 where the title names the city. */
const inFull = (name: string, title: Found<string>, number: Found<string>): string =>
  isShortGovernment(name)
    ? (governmentOf(name, title, number)?.value ?? name)
    : name.replace(/^中华人民共和国(?=国务院)/u, '');

/** The single names of an issuer line. */
export const splitIssuers = (issuer: string): string[] =>
  issuer
    .split(/[、，,;；]|[ 　\t]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
