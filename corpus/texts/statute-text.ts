import type { LegalLevel, Territory } from '../../model/index.js';
import { splitHead } from './head.js';
import { type HistoryEntry, readHistory } from './history.js';
import { repealedIn, startOf } from './last-articles.js';
import { levelOfText } from './level-of-text.js';
import { readArticles, type TextPiece } from './pieces.js';
import { territoryOfText } from './territory-of-text.js';

/** What a file says of a statute, and its articles. Facts that the file does not give are ''. */
export interface StatuteText {
  /** As it stands above the text, white space joined. */
  readonly title: string;
  readonly level: LegalLevel | 'unknown';
  /** Where the folder and the body that made the text disagree on its level: how, in Chinese; ''. */
  readonly levelDoubt: string;
  readonly territory: Territory | null;
  /** Adoption, approval, promulgation, revisions, as the lines below the title tell them, in their order. */
  readonly history: readonly HistoryEntry[];
  /** 文号 of the decrees that promulgated it, oldest first: 国务院令第614号. */
  readonly numbers: readonly string[];
  /** ISO date of this version: as the file's name has it, unless the text tells of an act that is much later. */
  readonly date: string;
  /** ISO date from which this version is in force, where the text itself says so without doubt. */
  readonly effectiveOn: string;
  /** As the source marks it: 现行有效, 废止或失效. */
  readonly status: string;
  /** Articles in order, and between them what stands outside of articles with number ''. */
  readonly pieces: readonly TextPiece[];
  /** What the last articles repeal: titles as they stand. */
  readonly repeals: readonly string[];
}

/** What is known of a file beside its text. */
export interface StatuteSource {
  /** Path below the collection's folder, with '/'. */
  readonly path: string;
  /** Plain text or Markdown, lines separated by '\n'. */
  readonly text: string;
}

/**
 * Reads a statute from the text of one file, in the layout of the collections LawRefBook/Laws and china-law-db
 * (Markdown with the history below the title, `<!-- INFO END -->`, perhaps a YAML head; level and province as
 * folders, the version's date in the file's name) and in that of documents saved from the national law database
 * (title, history in one bracket, table of contents, articles). Null for what is no statute: an index page, a text
 * without a title or with one longer than any, with more articles than any statute. Linear in the length of the text.
 */
export const parseStatuteText = ({ path, text }: StatuteSource): StatuteText | null => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('_')) return null;
  const { meta, title, head, body } = splitHead(text, name);
  if (!title) return null;
  const history = readHistory(head);
  const pieces = readArticles(body);
  if (!pieces?.some((piece) => piece.text.trim())) return null;
  const numbers = [...new Set(history.flatMap(({ number }) => (number ? [number] : [])))];
  const date = dateOf(dateInName(name), latest(history)) || meta.publish_date || '';
  const { level, doubt } = levelOfText({ path, title, category: meta.category ?? '', head });
  return {
    title,
    level,
    levelDoubt: doubt,
    territory: territoryOfText({ path, title, head, level }),
    history,
    numbers,
    date,
    effectiveOn: startOf(pieces, history, date, meta.implement_date ?? ''),
    status: meta.status ?? '',
    pieces,
    repeals: repealedIn(pieces, title),
  };
};

/** A text that tells of an act more than a year behind the file's name was renewed under its old name. */
const dateOf = (named: string, told: string): string => {
  if (!named || !told) return named || told;
  return Date.parse(told) - Date.parse(named) > YEAR ? told : named;
};

const YEAR = 366 * 86_400_000;

/** 专利法(2020-10-17).md, 专利法_20201017.docx. */
const dateInName = (name: string): string => {
  const match = /(?:[（(]|_)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?:[）)]|(?=[._]))/u.exec(name);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : '';
};

/** 施行 begins a version that an earlier act made; 废止 ends it. */
const latest = (history: readonly HistoryEntry[]): string =>
  history
    .filter(({ act }) => act !== '施行' && act !== '废止')
    .reduce((last, { date }) => (date > last ? date : last), '');
