import { normaliseDocumentNumber } from '../model/index.js';
import { MINISTRY_DOCUMENTS, type MinistryDocument } from './catalogue/ministry-documents.js';
import { POLICY_DOCUMENTS, type PolicyDocument } from './catalogue/policy-documents.js';
import { titleKey } from './titles.js';

const ISSUER =
  /^(?:中共中央办公厅、?国务院办公厅|中共中央、?国务院|国务院办公厅|国务院|中共中央|国家发展(?:和)?改革委(?:员会)?(?:办公厅)?|国家市场监督管理总局|市场监管总局|财政部|人力资源社会保障部)(?=关于|印发|批转)/u;
const ISSUES = /^(?:关于)?(?:印发|批转|转发|发布)(.{4,80}?)的?(?:通知|通告)$/u;

const EDITION = /[(（](\d{4})年版[)）]/u;

/**
 * The forms under which a title may be cited: with its issuer, without, and what a notice issues by itself. Lists that
 * come out each year are told apart by their edition, where it is named.
 */
const policyForms = (title: string): readonly string[] => {
  const key = titleKey(title).replaceAll('国办', '国务院办公厅').replaceAll('中办', '中共中央办公厅');
  const bare = key.replace(ISSUER, '');
  const issued = ISSUES.exec(bare)?.[1] ?? bare.replace(/^印发/u, '');
  const forms = [...new Set([key, bare, issued])].filter(Boolean);
  const edition = EDITION.exec(title)?.[1];
  return edition ? [...forms.map((form) => `${form}#${edition}`), ...forms] : forms;
};

const indexOf = <T extends { readonly title: string; readonly number: string }>(
  documents: readonly T[],
  aliases: (document: T) => readonly string[],
): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const document of documents) {
    for (const name of [document.title, ...aliases(document)]) {
      for (const form of policyForms(name)) if (!map.has(form)) map.set(form, document);
    }
    const number = numberKey(document.number);
    if (number && !map.has(number)) map.set(number, document);
  }
  return map;
};

/** 中华人民共和国 and the year in a decree's number say nothing more. */
const numberKey = (number: string): string =>
  normaliseDocumentNumber(number).replaceAll('中华人民共和国', '');

let policies: ReadonlyMap<string, PolicyDocument> | undefined;
let ministries: ReadonlyMap<string, MinistryDocument> | undefined;

const lookup = <T extends { readonly title: string; readonly number: string }>(
  map: ReadonlyMap<string, T>,
  title: string,
  number: string,
): T | null => {
  const byNumber = number ? map.get(numberKey(number)) : undefined;
  if (byNumber) return byNumber;
  for (const form of title ? policyForms(title) : []) {
    const found = map.get(form);
    if (found) return found;
  }
  return null;
};

/** The central policy document with this 文号 or title, where the list has it. */
export const lookupPolicy = (title: string, number = ''): PolicyDocument | null => {
  policies ??= indexOf(POLICY_DOCUMENTS, ({ aliases }) => aliases);
  return lookup(policies, title, number);
};

/** The rule or document of ministries with this 文号 or title, where the list has it. */
export const lookupMinistryDocument = (title: string, number = ''): MinistryDocument | null => {
  ministries ??= indexOf(MINISTRY_DOCUMENTS, () => []);
  return lookup(ministries, title, number);
};

/** The titles of all documents that are no statutes: of the centre, then of ministries. */
export const documentTitles = (): readonly string[] =>
  [...POLICY_DOCUMENTS, ...MINISTRY_DOCUMENTS].map(({ title }) => title);
