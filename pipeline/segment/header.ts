import { findTerritory, territoryOfNumber } from '../../corpus/index.js';
import {
  findDocumentNumbers,
  type Header,
  type LegalLevel,
  type Manuscript,
  type MetadataField,
  normaliseDocumentNumber,
  type Sourced,
  type Span,
} from '../../model/index.js';
import { isDecreeLine, isNumberLine } from './boundaries.js';
import { dateLine, findDates } from './dates.js';
import { levelOf } from './level.js';
import type { Line } from './lines.js';
import { type FoundTitle, isIssuerLine, isLetterhead } from './title.js';

/** What a header is read from. */
export interface HeaderSource {
  readonly manuscript: Manuscript;
  /** The document's lines up to its body. */
  readonly head: readonly Line[];
  /** Its lines from the body on, up to its attachments. */
  readonly body: readonly Line[];
  readonly title: FoundTitle | null;
  /** Metadata speak of the file's first document. */
  readonly metadata: readonly MetadataField[];
}

type Found<T> = Sourced<T> | null;

const fromText = <T>(value: T, span: Span): Sourced<T> => ({ value, span, from: 'text' });
const fromMetadata = <T>(value: T): Sourced<T> => ({ value, from: 'metadata' });

/** Reads title, 文号, issuers, dates, level and territory; what is not there is null. */
export const readHeader = (source: HeaderSource): Header => {
  const title = readTitle(source);
  const documentNumber = readNumber(source);
  const signature = readSignature(source.body);
  const issuer = readIssuer(source, title, documentNumber, signature);
  const issuers = issuer ? splitIssuers(issuer.value) : [];
  const dates = readDates(source, signature);
  const level = levelOf(title?.value ?? '', documentNumber?.value ?? '', issuers, source.head);
  return {
    title,
    documentNumber,
    issuer,
    issuers,
    ...dates,
    level: { value: level, from: 'derived' },
    territory: territoryOf(level, title?.value, documentNumber?.value, issuer?.value),
  };
};

/** Values of the fields whose names match, in the order of their kinds: a page's own table before its <meta>. */
const fieldValues = (fields: readonly MetadataField[], name: RegExp): string[] =>
  (['table', 'meta', 'properties'] as const)
    .flatMap((from) =>
      fields
        .filter((f) => f.from === from && name.test(f.name.replace(/\s/gu, '')))
        .map((f) => f.value.trim()),
    )
    .filter((value) => value !== '');

const readTitle = ({ title, metadata, head }: HeaderSource): Found<string> => {
  if (title) return fromText(cleanTitle(title.text), title.span);
  const [named] = fieldValues(
    metadata.filter((f) => f.from !== 'properties'),
    /^(?:名称|标题|文件名称|信息名称|ArticleTitle|title)$/iu,
  );
  if (named) return fromMetadata(cleanTitle(named));
  const first = head.find(
    (line) => line.tight.length <= 60 && !/[。：:；]$/u.test(line.tight) && !isLetterhead(line.tight),
  );
  return first ? fromText(cleanTitle(first.text), first.span) : null;
};

/** Without the name of the site behind it and without spaces inside Chinese text. */
const cleanTitle = (title: string): string =>
  title
    .replace(/(?:_百度百科|[-_—|｜][^-_—|｜]{2,20}(?:网|门户|政府|委员会|局|厅|部))$/u, '')
    .replace(
      /(?<=[\p{Script=Han}》）”])[ 　](?=[\p{Script=Han}《（“])/gu,
      (space, at: number, all: string) => (isIssuerLine(all.slice(0, at).replace(/\s/gu, '')) ? space : ''),
    )
    .trim();

const readNumber = ({ head, metadata, body }: HeaderSource): Found<string> => {
  for (const line of head) {
    if (line.tight.length > 80) continue;
    if (isNumberLine(line.tight) || isDecreeLine(line.tight) || /^[（(].*号[）)]$/u.test(line.tight)) {
      const found = findDocumentNumbers(line.text)[0] ?? findDocumentNumbers(line.tight)[0];
      if (found && isOwnNumber(found.number)) return fromText(found.number, line.span);
    }
  }
  const decree = joinedDecree(head);
  if (decree) return decree;
  for (const value of fieldValues(
    metadata,
    /^(?:文号|发文字号|文件编号|发布文号|文件号|公文编号|发文文号|发文号)$/u,
  )) {
    if (/号$/u.test(value.replace(/\s/gu, ''))) return fromMetadata(normaliseDocumentNumber(value));
  }
  for (const line of [...head, ...body.slice(0, 3)]) {
    const labelled = /^(?:发文字号|文号|文件编号|发布文号)[：:](.+)$/u.exec(line.tight);
    const found = labelled && findDocumentNumbers(labelled[1]!)[0];
    if (found) return fromText(found.number, line.span);
  }
  for (const line of head) {
    const [found] = findDocumentNumbers(line.text);
    const citesAnother =
      found && /[《》]|根据|按照|依据|废止|修订|修正/u.test(line.text.slice(0, found.start));
    if (found && !citesAnother && isOwnNumber(found.number)) return fromText(found.number, line.span);
  }
  return null;
};

/** A bare 第3号 says nothing without the words above it. */
const isOwnNumber = (number: string): boolean => !/^第/u.test(number);

/** 中华人民共和国建设部令 / 第135号 broken over two lines. */
const joinedDecree = (head: readonly Line[]): Found<string> => {
  for (let i = 0; i + 1 < head.length; i++) {
    const [a, b] = [head[i]!, head[i + 1]!];
    if (!/(?:令|公告)$/u.test(a.tight) || a.tight.length > 50) continue;
    if (!/^[（(]?(?:[12][0-9]{3}年)?第?[0-9０-９零〇○一二三四五六七八九十百]{1,5}号[）)]?$/u.test(b.tight))
      continue;
    return fromText(normaliseDocumentNumber(a.tight + b.tight.replace(/[（()）]/gu, '')), {
      start: a.span.start,
      end: b.span.end,
    });
  }
  return null;
};

interface Signature {
  readonly issuer: Found<string>;
  readonly date: Found<string>;
}

/** The last lines of a body that are a date with names of units above it, or the two in one line. */
const readSignature = (body: readonly Line[]): Signature => {
  for (let i = body.length - 1; i >= 0; i--) {
    const line = body[i]!;
    const date = dateLine(line.tight);
    if (date) {
      if (/印发$/u.test(line.tight)) continue;
      const names = linesAbove(body, i);
      return { issuer: names, date: fromText(date, line.span) };
    }
    const [found] = findDates(line.tight);
    const before = found && line.tight.slice(0, found.start);
    if (found && found.end === line.tight.length && before && isIssuerLine(before)) {
      return { issuer: fromText(before, line.span), date: fromText(found.date, line.span) };
    }
  }
  return { issuer: null, date: null };
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
    const text = part.replace(/[ 　\t]+/gu, ' ').trim();
    if (!all) return text;
    return isWholeName(all) && isWholeName(text) ? `${all} ${text}` : all + text;
  }, '');

const isWholeName = (name: string): boolean =>
  /(?:府|会|厅|办公室|局|部|委|院|署|司|处|中心|行|组|联席会议|队|站|所|集团|公司|学|办)$/u.test(
    name.replace(/\s/gu, ''),
  );

const readIssuer = (
  { head, metadata, title: found }: HeaderSource,
  title: Found<string>,
  number: Found<string>,
  signature: Signature,
): Found<string> => {
  if (signature.issuer) return signature.issuer;
  const [field] = fieldValues(
    metadata,
    /^(?:发文机关|发布机构|发文单位|发布机关|公布机关|制定机关|发布单位|颁布单位|发文部门|颁布机构)$/u,
  );
  const prefix = titlePrefix(title);
  if (prefix) return prefix;
  const decree = number && /^(.{2,40}?)(?:令|公告)/u.exec(number.value);
  if (number && decree?.[1] && isIssuerLine(decree[1])) return { ...number, value: decree[1] };
  const adopted = adoptedBy(head);
  if (adopted) return adopted;
  for (const line of head) {
    if (isLetterhead(line.tight)) {
      const name = line.text
        .replace(/\s*文件$/u, '')
        .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
      if (isIssuerLine(name)) return fromText(name, line.span);
    }
  }
  if (field) return fromMetadata(field);
  const own = head.find(
    (line) =>
      isIssuerLine(line.tight) &&
      !(found && line.span.start >= found.span.start && line.span.end <= found.span.end),
  );
  return own && own.tight.length >= 4 ? fromText(own.text, own.span) : null;
};

/** XX局关于…的通知: the names before 关于 or 印发. */
const titlePrefix = (title: Found<string>): Found<string> => {
  const match = title && /^(.{2,80}?)\s*(?=关于|转发|印发|批转)/u.exec(title.value);
  const name = match?.[1]?.trim();
  return name && title && isIssuerLine(name.replace(/[\s、]/gu, '')) ? { ...title, value: name } : null;
};

const ADOPTED =
  /([\p{Script=Han}]{2,20}?(?:人民代表大会常务委员会|人民代表大会|人大常委会|人民政府|国务院|[部委局厅署]))(?:(?:第[\p{Script=Han}0-9]{1,6}届[^）]{0,40}?|第?[0-9一二三四五六七八九十百]{1,5}次[^）]{0,20}?|[^）]{0,12}?)(?:会议)?(?:通过|批准|公布|发布|修订|修正)|公告|发布|公布|令)/u;

/** （2016年8月29日江门市第十五届人民代表大会常务委员会第三次会议通过）: who adopted or published it. */
const adoptedBy = (head: readonly Line[]): Found<string> => {
  for (const line of head) {
    if (!/^[（(]/u.test(line.tight) || !findDates(line.tight).length) continue;
    const congress =
      /([\p{Script=Han}]{2,12}?(?:省|市|自治区|自治州|自治县|县|区)|全国)?(?:第[\p{Script=Han}0-9]{1,6}届)?(人民代表大会常务委员会|人大常委会|人民代表大会)/u.exec(
        line.tight.replace(
          /^[（(]?(?:[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日|[〇一二三四五六七八九十○零年月日]+)/u,
          '',
        ),
      );
    if (congress?.[1]) {
      const body = congress[2] === '人大常委会' ? '人民代表大会常务委员会' : congress[2]!;
      return fromText(congress[1] + body, line.span);
    }
    const rest = line.tight
      .replace(/[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日/gu, '，')
      .replace(/^[（(，]+/u, '');
    const match = ADOPTED.exec(rest);
    if (match?.[1]) return fromText(match[1], line.span);
  }
  return null;
};

const splitIssuers = (issuer: string): string[] =>
  issuer
    .split(/[、，,;；]|[ 　\t]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const readDates = (
  { head, body, metadata }: HeaderSource,
  signature: Signature,
): Pick<Header, 'issuedOn' | 'publishedOn' | 'effectiveOn'> => {
  const fieldDate = (name: RegExp): Found<string> => {
    for (const value of fieldValues(metadata, name)) {
      const [found] = findDates(value.replace(/\s.*$/u, ''));
      if (found) return fromMetadata(found.date);
    }
    return null;
  };
  const written = fieldDate(/^(?:成文日期|生成日期|发文日期|颁布日期|公布日期|发文时间|成文时间)$/u);
  const published = fieldDate(/^(?:发布日期|发布时间|PubDate|公开日期|发布于|时间|日期)$/iu);
  const adopted = adoptionDate(head);
  const headDate =
    head
      .map((line) => {
        const date = dateLine(line.tight.replace(/^[（(]|(?:发布|公布|颁布|印发)?[）)]?$/gu, ''));
        return date ? fromText(date, line.span) : null;
      })
      .find((date) => date !== null) ?? null;
  return {
    issuedOn: signature.date ?? headDate ?? adopted ?? written,
    publishedOn: published,
    effectiveOn:
      fieldDate(/^(?:实施日期|施行日期|生效日期|生效时间|实施时间)$/u) ?? effectiveDate([...head, ...body]),
  };
};

/** 2021年1月6日印发 at the foot of the last page. */
export const imprintDate = (lines: readonly Line[]): Found<string> => {
  for (const line of [...lines].reverse()) {
    const [found] = findDates(line.tight);
    if (found && line.tight.endsWith('印发') && found.end === line.tight.length - 2)
      return fromText(found.date, line.span);
  }
  return null;
};

/** How much a date in the head says of when a document was made: published, approved, adopted. */
const ADOPTION: readonly (readonly [RegExp, number])[] = [
  [/^[^，；。）]{0,60}?(?:公布|发布|颁布|令)/u, 3],
  [/^[^，；。）]{0,60}?批准/u, 2],
  [/^[^，；。）]{0,60}?通过/u, 1],
];

/** （2004年5月27日…公布）, …已经2008年7月23日国务院第18次常务会议通过; the first of the surest kind. */
const adoptionDate = (head: readonly Line[]): Found<string> => {
  let best: { rank: number; date: Found<string> } = { rank: 0, date: null };
  for (const line of head) {
    const dates = findDates(line.tight);
    for (const [i, found] of dates.entries()) {
      const after = line.tight.slice(found.end, dates[i + 1]?.start ?? line.tight.length);
      if (/^(?:起|之日)/u.test(after) || /根据$/u.test(line.tight.slice(0, found.start))) continue;
      const rank = ADOPTION.find(([words]) => words.test(after))?.[1] ?? 0;
      if (rank > best.rank) best = { rank, date: fromText(found.date, line.span) };
    }
  }
  return best.date;
};

/** 自2021年3月1日起施行. */
const effectiveDate = (lines: readonly Line[]): Found<string> => {
  for (const line of [...lines].reverse()) {
    if (!/施行|实施|生效|执行/u.test(line.tight)) continue;
    for (const found of findDates(line.tight)) {
      if (
        /^(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行)/u.test(line.tight.slice(found.end, found.end + 10))
      ) {
        return fromText(found.date, line.span);
      }
    }
  }
  return null;
};

const territoryOf = (level: LegalLevel, title = '', number = '', issuer = ''): Header['territory'] => {
  if (['law', 'administrative-regulation', 'central-policy', 'judicial-interpretation'].includes(level))
    return null;
  return findTerritory(issuer) ?? findTerritory(title) ?? territoryOfNumber(number);
};
