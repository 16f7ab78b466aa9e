import { EMPTY_LIBRARY, normaliseDocumentNumber, type StatuteLibrary } from '../../model/index.js';
import { OMNIBUS_DECREES } from '../catalogue/decrees.js';
import { nameForms } from '../names.js';
import { lookupMinistryDocument, lookupPolicy } from '../policies.js';
import { keysWithNumber } from '../statutes.js';
import { titleKey } from '../titles.js';
import { type Identity, identitiesUnder } from './identity.js';

/** How a citation led to what it may mean. */
export type Match = 'title' | 'short-name' | 'other-form' | 'number' | 'none';

export interface Candidates {
  readonly identities: readonly Identity[];
  readonly match: Match;
  /** Title and 文号 speak of different documents: in Chinese; '' where they do not. */
  readonly conflict: string;
}

const HOW: Readonly<Record<'exact' | 'short' | 'form', Match>> = {
  exact: 'title',
  short: 'short-name',
  form: 'other-form',
};

/** What a title or, where there is none, a 文号 may mean. */
export const candidatesOf = (
  { title, number }: { readonly title: string; readonly number: string },
  library: StatuteLibrary,
): Candidates => {
  for (const { key, how } of nameForms(title)) {
    const identities = identitiesUnder(key, library);
    if (identities.length > 0) {
      return { identities, match: HOW[how], conflict: conflictOf(key, identities, number) };
    }
  }
  const byTitle = title ? documentOf(title, '') : null;
  if (byTitle) {
    const byNumber = number ? documentOf('', number) : null;
    const known = byTitle.versions[0]!.number;
    const differs =
      byNumber !== null
        ? byNumber.versions[0]!.number !== known
        : number !== '' && known !== '' && numberOf(number) !== numberOf(known);
    return {
      identities: [byTitle],
      match: 'title',
      conflict: differs ? `目录所载该文件的文号是${known}，与所引文号${number}不一致` : '',
    };
  }
  if (!number) return { identities: [], match: 'none', conflict: '' };
  const found = byNumberAlone(number, library);
  if (found.length === 0) return { identities: [], match: 'none', conflict: '' };
  const conflict = title ? `文号${number}对应的是《${found[0]!.title}》，与所引名称《${title}》不一致` : '';
  return { identities: found, match: 'number', conflict: alike(title, found[0]!.title) ? '' : conflict };
};

const numberOf = (number: string): string =>
  normaliseDocumentNumber(number).replaceAll('中华人民共和国', '').normalize('NFKC');

/** A notice cited by what it issues, or with words left out, is the same document all the same. */
const alike = (cited: string, official: string): boolean => {
  const [a, b] = [titleKey(cited), titleKey(official)];
  if (!a || b.includes(a) || a.includes(b)) return true;
  const units = new Set(b);
  return [...a].filter((unit) => units.has(unit)).length / a.length > 0.85;
};

const byNumberAlone = (number: string, library: StatuteLibrary): readonly Identity[] => {
  const plain = numberOf(number);
  const decree = OMNIBUS_DECREES.get(plain);
  if (decree) return [documentIdentity(decree.title, 'administrative-regulation', plain, decree.date)];
  const keys = keysWithNumber(plain);
  if (keys.length > 0) return keys.flatMap((key) => identitiesUnder(key, library));
  const document = documentOf('', number);
  return document ? [document] : [];
};

/** A 文号 that the catalogue knows as another statute's; decrees that amended many at once are everyone's. */
const conflictOf = (key: string, identities: readonly Identity[], number: string): string => {
  if (!number) return '';
  const plain = numberOf(number);
  if (OMNIBUS_DECREES.has(plain)) return '';
  const keys = keysWithNumber(plain);
  if (keys.length === 0 || keys.includes(key)) return '';
  return `文号${number}在目录中属于《${identitiesUnder(keys[0]!, EMPTY_LIBRARY)[0]?.title ?? keys[0]}》，与《${identities[0]!.title}》不一致`;
};

/** The policy document, or document of ministries, with this title or 文号; null where no list has it. */
export const documentOf = (title: string, number: string): Identity | null => {
  const policy = lookupPolicy(title, number);
  if (policy) {
    return documentIdentity(policy.title, 'central-policy', policy.number, policy.date, policy.note);
  }
  const ministry = lookupMinistryDocument(title, number);
  if (!ministry) return null;
  const { level, date, ended } = ministry;
  return documentIdentity(ministry.title, level, ministry.number, date, '', ended);
};

const documentIdentity = (
  title: string,
  level: Identity['level'],
  number: string,
  date: string,
  note = '',
  ended: Identity['ended'] = null,
): Identity => ({
  key: titleKey(title),
  title,
  level,
  territory: null,
  versions: [
    {
      title,
      level,
      territory: null,
      number,
      date,
      effectiveOn: '',
      status: '',
      set: null,
      libraryId: null,
    },
  ],
  history: [],
  document: true,
  ended,
  note,
});
