import { findTerritory, territoryOfNumber } from '../../corpus/index.js';
import {
  findDocumentNumbers,
  type Header,
  type LegalLevel,
  normaliseDocumentNumber,
} from '../../model/index.js';
import { type Found, fieldValues, fromMetadata, fromText, type HeaderSource } from './facts.js';
import { isDecreeLine, isNumberLine } from './head-lines.js';
import { readDates } from './header-dates.js';
import { readTitle } from './header-title.js';
import { readIssuer, readSignature, splitIssuers } from './issuer.js';
import { levelOf } from './level.js';
import type { Line } from './lines.js';
import { NUMBER_BEHIND } from './title-words.js';

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

const readNumber = ({ head, metadata, body, title }: HeaderSource): Found<string> => {
  for (const line of head) {
    if (line.tight.length > 80) continue;
    if (isNumberLine(line.tight) || isDecreeLine(line.tight) || /^[（(].*号[）)]$/u.test(line.tight)) {
      const found = findDocumentNumbers(line.text)[0] ?? findDocumentNumbers(line.tight)[0];
      if (found && isOwnNumber(found.number)) return fromText(found.number, line.span);
    }
  }
  const decree = joinedDecree([...head, ...beforeArticles(body)]);
  if (decree) return decree;
  for (const value of fieldValues(
    metadata,
    /^(?:文号|发文字号|文件编号|发布文号|文件号|公文编号|发文文号|发文号)$/u,
  )) {
    if (/号$/u.test(value.replace(/\s/gu, ''))) return fromMetadata(normaliseDocumentNumber(value));
  }
  const behind = title && NUMBER_BEHIND.exec(title.text)?.[1];
  if (title && behind) return fromText(normaliseDocumentNumber(behind), title.span);
  for (const value of fieldValues(metadata, /^(?:名称|标题|ArticleTitle|title)$/iu)) {
    const inTitle = NUMBER_BEHIND.exec(value)?.[1];
    if (inTitle) return fromMetadata(normaliseDocumentNumber(inTitle));
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

/** What pages say of a text before its articles begin. */
const beforeArticles = (body: readonly Line[]): readonly Line[] => {
  const first = body.slice(0, 40).findIndex((line) => line.mark?.kind === 'article');
  return first > 0 ? body.slice(0, first) : [];
};

/** 中华人民共和国建设部令 / 第135号 broken over two lines. */
const joinedDecree = (head: readonly Line[]): Found<string> => {
  for (let i = 0; i + 1 < head.length; i++) {
    const [a, b] = [head[i]!, head[i + 1]!];
    if (!/..(?:令|公告)$/u.test(a.tight) || a.tight.length > 50) continue;
    if (!/^[（(]?(?:[12][0-9]{3}年)?第?[0-9０-９零〇○一二三四五六七八九十百]{1,5}号[）)]?$/u.test(b.tight))
      continue;
    return fromText(normaliseDocumentNumber(a.tight + b.tight.replace(/[（()）]/gu, '')), {
      start: a.span.start,
      end: b.span.end,
    });
  }
  return null;
};

const territoryOf = (level: LegalLevel, title = '', number = '', issuer = ''): Header['territory'] => {
  if (['law', 'administrative-regulation', 'central-policy', 'judicial-interpretation'].includes(level))
    return null;
  return findTerritory(issuer) ?? findTerritory(title) ?? territoryOfNumber(number);
};
