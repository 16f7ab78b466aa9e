import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Label, LegalLevel, LibraryVersion, StatuteLibrary } from '../../model/index.js';
import { ARTICLE_HEAD } from '../articles.js';
import { titleKey } from '../titles.js';
import { type LabelledProvision, labelledFile, labelsFromCode } from './labelled.js';

/** Labels of an article of a public statute, without its words: they come from the user's library. */
export interface LabelReference {
  readonly title: string;
  readonly level: LegalLevel;
  /** Province, city, county as far as the statute's territory goes. */
  readonly place: readonly string[];
  /** The version, by the date of its adoption or last revision. */
  readonly date: string;
  readonly article: string;
  readonly labels: readonly Label[];
  readonly second?: readonly Label[];
  readonly hard: boolean;
  /** development, sample or chosen: see the dataset card. */
  readonly drawn: string;
  /** Of the words that were read, so that labels are never put on others. */
  readonly mark: string;
}

let references: readonly LabelReference[] | undefined;

/** All labels by reference, by title and article. */
export const labelReferences = (): readonly LabelReference[] => {
  references ??= readFileSync(labelledFile('references.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line): LabelReference => {
      const [title, level, place, date, article, labels, second, hard, drawn, mark] = line.split('\t');
      return {
        title: title!,
        level: level as LegalLevel,
        place: place ? place.split('/') : [],
        date: date!,
        article: article!,
        labels: labelsFromCode(labels!),
        ...(second && { second: labelsFromCode(second) }),
        hard: hard === 'hard',
        drawn: drawn!,
        mark: mark!,
      };
    });
  return references;
};

/** A reference whose words are not at hand, and why. */
export interface UnjoinedReference {
  readonly reference: LabelReference;
  readonly why: 'no-statute' | 'no-version' | 'no-article' | 'other-words';
}

/** References with the words of the library, and those without. */
export const joinReferences = (
  library: StatuteLibrary,
): { readonly provisions: readonly LabelledProvision[]; readonly unjoined: readonly UnjoinedReference[] } => {
  const provisions: LabelledProvision[] = [];
  const unjoined: UnjoinedReference[] = [];
  for (const reference of labelReferences()) {
    const joined = joinReference(reference, library);
    if (typeof joined === 'string') unjoined.push({ reference, why: joined });
    else provisions.push(joined);
  }
  return { provisions, unjoined };
};

const joinReference = (
  reference: LabelReference,
  library: StatuteLibrary,
): LabelledProvision | UnjoinedReference['why'] => {
  const key = titleKey(reference.title);
  const namesakes = library.versions(key);
  if (namesakes.length === 0) return 'no-statute';
  const versions = namesakes.filter((version) => isVersion(version, reference));
  if (versions.length === 0) return 'no-version';
  let why: UnjoinedReference['why'] = 'no-article';
  for (const version of versions) {
    const article = library.article(version.id, reference.article);
    if (!article) continue;
    if (markOf(article.text) !== reference.mark) {
      why = 'other-words';
      continue;
    }
    const { labels, second, hard, level, drawn } = reference;
    const numbers = library.articleNumbers(version.id);
    return {
      id: [reference.title, reference.date, reference.article].join(' '),
      group: `${key} ${reference.place.join('/')}`,
      text: article.text,
      labels,
      ...(second && { second }),
      hard,
      source: 'reference',
      path: [reference.title, ...article.path],
      kind: 'article',
      place: Math.max(0, numbers.indexOf(reference.article)) / Math.max(1, numbers.length),
      level,
      drawn,
    };
  }
  return why;
};

const isVersion = ({ date, territory }: LibraryVersion, reference: LabelReference): boolean =>
  date === reference.date &&
  (!territory ||
    [territory.province, territory.city, territory.county].filter(Boolean).join('/') ===
      reference.place.join('/'));

const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff"'“”‘’「」『』＂＇]+/gu;

/** Twelve hex digits of the words without white space, quotation marks and the article's number. */
export const markOf = (text: string): string =>
  createHash('sha256')
    .update(text.replace(DROPPED, '').replace(ARTICLE_HEAD, ''), 'utf8')
    .digest('hex')
    .slice(0, 12);
