import {
  type Answer,
  type CitationRole,
  inMarks,
  type Label,
  type WeighedCitation,
} from '../../model/index.js';
import type { Weighed } from './weigh.js';

/** A citation on the scales: what it is, what it does, and which labels stand beside it. */
export interface Found extends Weighed {
  readonly role: CitationRole;
  readonly beside: readonly Label[];
}

/** What the sure grounds of one label say together. */
export interface Ground {
  readonly says: Answer;
  /** The citations that stand beside the label. */
  readonly by: readonly Found[];
  readonly reason: string;
}

/** Documents or reasons that are named in a row. */
const MOST_NAMED = 3;
const PROVIDES = '该条规定了';

/** 该条规定了甲、该条规定了乙 → 该条规定了甲、乙. */
export const together = (reasons: readonly string[]): string => {
  const plain = reasons.filter((reason) => reason.startsWith(PROVIDES));
  const others = reasons.filter((reason) => !reason.startsWith(PROVIDES));
  const kinds = new Set(plain.flatMap((reason) => reason.slice(PROVIDES.length).split('、')));
  return join([...(kinds.size > 0 ? [PROVIDES + [...kinds].join('、')] : []), ...others], '；');
};

/** What the articles cited beside a label say of its measures. */
export const groundOf = (label: Label, sure: readonly Found[]): Ground => {
  const by = sure.filter(({ beside }) => beside.includes(label));
  const said = by.flatMap(({ weighed }) => weighed.backing.filter((each) => each.label === label));
  const wanted = said[0]?.wanted ?? [];
  // A statute cited as a whole names no article: what it is known to provide for is a hint.
  const covered = new Set(
    by
      .filter(({ weighed }) => weighed.citation.articles.length > 0)
      .flatMap(({ weighed }) => weighed.backing.filter((each) => each.label === label))
      .flatMap((each) => each.covered),
  );
  const whole = said.filter(({ says }) => says === 'yes');
  // 记入 by one law and 公示 by another: together they carry the provision.
  const together = wanted.length > 0 && wanted.every((kind) => covered.has(kind));
  const says =
    whole.length > 0 || together
      ? 'yes'
      : said.length > 0 && said.every((each) => each.says === 'no')
        ? 'no'
        : 'unknown';
  const telling = whole.length > 0 ? whole.slice(0, 1) : said.filter(({ reason }) => reason !== '');
  return {
    says,
    by,
    reason: join(
      telling.map(({ reason }) => reason),
      '；',
    ),
  };
};

/** Its articles are known and say nothing of any measure that it stands beside. */
export const isRefuted = ({ weighed, beside, role }: Found, labels: readonly Label[]): boolean => {
  const said = weighed.backing.filter(({ label }) => (beside.length > 0 ? beside : labels).includes(label));
  return role === 'basis' && said.length > 0 && said.every(({ says }) => says === 'no');
};

/** That articles were cited which say something else; '' where none was. */
export const refutedWords = (here: readonly Found[], labels: readonly Label[]): string => {
  const refuted = here.filter((found) => isRefuted(found, labels));
  return refuted.length > 0
    ? `本条援引${join(refuted.map(({ words }) => words))}，但所引条文未规定此类措施（条文不符）`
    : '';
};

/** A document of unknown level that is only mentioned (a receipt, a form, a handbook) says nothing. */
export const speaks = ({ role, weighed }: Found): boolean =>
  role === 'basis' || role === 'applied' || weighed.level !== 'unknown';

/** Its articles provide for a measure of the provision. */
export const provides = ({ citation, backing }: WeighedCitation): boolean =>
  citation.articles.length > 0 && backing.some(({ covered }) => covered.length > 0);

/** What the articles of a document are known to provide for: 《…》第二十条规定了…; '' where nothing is known. */
export const said = ({ weighed: { citation, backing } }: Weighed): string => {
  const telling = backing.filter(({ covered }) => covered.length > 0);
  return telling.length > 0
    ? `${inMarks(citation.title || citation.number)}${together(telling.map(({ reason }) => reason.replace(/^其中|，未写明条款，请补写$/gu, '')))}`
    : '';
};

/** Each word once, the first few of them. */
export const join = (words: readonly string[], mark = '、'): string => {
  const different = [...new Set(words)];
  const rest = different.length > MOST_NAMED ? `等${different.length}项` : '';
  return different.slice(0, MOST_NAMED).join(mark) + rest;
};
