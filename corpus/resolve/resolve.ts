import {
  type Citation,
  inMarks,
  type Resolution,
  type StatuteLibrary,
  type StatuteRef,
  type Territory,
} from '../../model/index.js';
import { articleCode, articleNumber, rangeOf } from '../articles.js';
import { levelOfCitation } from '../level.js';
import { placeOfTitle } from '../level-of-title.js';
import { holdsIn, territoryName } from '../territories.js';
import { titleKey } from '../titles.js';
import { checkArticles, moveOf } from './articles.js';
import { candidatesOf, type Match } from './candidates.js';
import type { Identity, Version } from './identity.js';
import { localNamesakes, type NearMiss, nearTitles } from './near.js';
import { repealedTitle, standingOf } from './standing.js';
import { refOf, type Timeline, timelineOf, todayFor } from './timeline.js';

/** The document that cites. */
export interface CitingContext {
  /** Where it holds; null where not known. */
  readonly territory: Territory | null;
  /** ISO date of issue; null where not known. */
  readonly date: string | null;
  readonly library: StatuteLibrary;
}

const SCORES: Readonly<Record<Match, number>> = {
  title: 1,
  'other-form': 0.95,
  'short-name': 0.9,
  number: 0.9,
  none: 0,
};
/** Title and number speak of different documents: taken by the title, and doubted. */
const CONFLICT = 0.5;
const MOST_ALTERNATIVES = 5;

/**
 * What a citation means: which statute, in which version, whether it is in force and has the cited articles. What does
 * not fit without doubt is offered as an alternative and never taken. Pure but for the catalogue's tables, which are
 * read once.
 */
export const resolveCitation = (
  citation: Pick<Citation, 'title' | 'number' | 'articles'>,
  context: CitingContext,
): Resolution => {
  const found = candidatesOf(citation, context.library);
  if (found.identities.length === 0) return unresolved(citation, context);
  const here = choose(found.identities, citation.title, context.territory);
  if (!here.identity) {
    return {
      ...NOTHING,
      matched: 'ambiguous',
      alternatives: ranked(
        found.identities.map((identity) => ({ identity, score: 0.6 })),
        context,
      ),
      reasons: [here.reason],
    };
  }
  const { identity } = here;
  const timeline = timelineOf(identity, context.date || null);
  const { today, past, coming, now } = timeline;
  const articles = checkArticles(identity.key, citation.articles, timeline, context.library);
  const versionDoubt = identity.document ? '' : doubtOf(identity.key, citation.articles, timeline, context);
  const standing = standingOf(identity, today, now);
  const level = levelOfCitation({ title: identity.title, number: citation.number }, context.territory);
  const conflict =
    found.conflict || (level.level === 'unknown' && level.statutes.length > 0 ? level.reason : '');
  const namesakes =
    identity.territory === null
      ? localNamesakes(citation.title, context.territory).filter(({ score }) => score > CONFLICT)
      : [];
  const version = (date: string): string => (date ? `${date}版` : '版本日期不详');
  return {
    statute: refOf(today),
    matched: found.match === 'none' ? 'nothing' : found.match,
    score: conflict ? Math.min(CONFLICT, SCORES[found.match]) : SCORES[found.match],
    alternatives: ranked(namesakes, context),
    inForceThen: past && refOf(past),
    standing: standing.standing,
    successor: standing.successor,
    versionDoubt,
    articles,
    range: rangeOf(today.set),
    reasons: [
      matchReason(found.match, citation, identity),
      conflict,
      here.reason,
      placeReason(identity, context.territory),
      standing.reason ||
        (standing.standing === 'in-force' && !identity.document && today.date
          ? `${sourceOf(today)}所载现行版本为${version(today.date)}`
          : ''),
      past
        ? `本文件成文时（${context.date}）适用的是${version(past.date)}，现行的是${version(today.date)}`
        : '',
      versionDoubt,
      coming ? `新版已于${coming.date}公布，自${coming.effectiveOn || '施行之日'}起施行` : '',
      identity.note,
    ].filter(Boolean),
  };
};

/** Who knows of a version. */
const sourceOf = ({ fromLibrary }: Version): string => (fromLibrary ? '法规库' : '目录');

/** Articles are cited by the numbers of the version that held when the document was issued. */
const doubtOf = (
  key: string,
  cited: readonly string[],
  { today, past, before, earlier }: Timeline,
  { date, library }: CitingContext,
): string => {
  if (before) return `${sourceOf(today)}没有本文件成文时（${date}）的版本，条号是否变动须核对`;
  const numbers = cited.map(articleNumber).filter((number) => number !== null);
  const unmoved = (from: Version): boolean =>
    numbers.every((number) => moveOf(key, from, today, number, library) === articleCode(number));
  if (past && numbers.some((number) => moveOf(key, past, today, number, library) === null)) {
    return `本文件成文后已有${today.date}版，条号是否变动须核对`;
  }
  if (!date && numbers.length > 0 && !earlier.every(unmoved))
    return '本文件成文日期不明，所引为哪一版本须核对';
  return '';
};

const NOTHING: Resolution = {
  versionDoubt: '',
  statute: null,
  matched: 'nothing',
  score: 0,
  alternatives: [],
  inForceThen: null,
  standing: 'unknown',
  successor: '',
  articles: [],
  range: '',
  reasons: [],
};

/** One statute of several that share a title: the one that holds in the document's territory. */
const choose = (
  identities: readonly Identity[],
  title: string,
  territory: Territory | null,
): { readonly identity: Identity | null; readonly reason: string } => {
  const holding = identities.filter(
    (identity) => !identity.territory || (territory && holdsIn(identity.territory, territory)),
  );
  const named = placeOfTitle(title) !== '' || title === '';
  if (identities.length === 1) {
    const only = identities[0]!;
    if (holding.length === 1 || named) return { identity: only, reason: '' };
    return {
      identity: null,
      reason: `目录只有${territoryName(only.territory!)}的同名文件，所引名称没有地名，不能确定所指`,
    };
  }
  if (holding.length === 1) {
    const where = holding[0]!.territory;
    return {
      identity: holding[0]!,
      reason: where ? `多地有同名文件，按本文件所在地取${territoryName(where)}的` : '',
    };
  }
  return { identity: null, reason: '多份文件与所引名称或者文号相同，不能确定所指' };
};

const unresolved = (
  citation: Pick<Citation, 'title' | 'number' | 'articles'>,
  context: CitingContext,
): Resolution => {
  const local = localNamesakes(citation.title, context.territory);
  const near = citation.title ? nearTitles(citation.title, context.territory, MOST_ALTERNATIVES) : [];
  const alternatives = ranked([...local, ...near], context);
  const end = repealedTitle(titleKey(citation.title), todayFor(context.date));
  const offered = alternatives[0];
  return {
    ...NOTHING,
    matched: offered ? 'near' : 'nothing',
    alternatives,
    standing: end?.standing ?? 'unknown',
    successor: end?.successor ?? '',
    articles: citation.articles.map((cited) => ({ cited, exists: 'unknown', now: '', wording: null })),
    reasons: [
      end?.reason ?? '目录和已导入的文本都没有收录，不等于没有依据',
      local.length > 0 && context.territory ? '所引名称没有地名，可能是本地同名的地方性法规' : '',
      offered ? `名称相近的有《${offered.title}》，未采用，须核对` : '',
    ].filter(Boolean),
  };
};

const ranked = (
  misses: readonly NearMiss[],
  { date }: CitingContext,
): readonly (StatuteRef & { readonly score: number })[] => {
  const seen = new Set<Identity['key']>();
  return [...misses]
    .sort((a, b) => b.score - a.score)
    .filter(({ identity }) => {
      const id = `${identity.key} ${identity.territory ? territoryName(identity.territory) : ''}`;
      return !seen.has(id) && seen.add(id);
    })
    .slice(0, MOST_ALTERNATIVES)
    .map(({ identity, score }) => ({ ...refOf(timelineOf(identity, date).today), score }));
};

const matchReason = (
  match: Match,
  { title, number }: Pick<Citation, 'title' | 'number'>,
  identity: Identity,
): string => {
  const official = inMarks(identity.title);
  if (match === 'short-name') return `“${title}”是${official}的习惯简称`;
  if (match === 'other-form') return `“${title}”与${official}写法不同，指同一文件`;
  if (match === 'number') return `文号${number}对应${official}`;
  return '';
};

/** 地方性法规 hold within their own territory: 立法法. */
const placeReason = ({ territory }: Identity, here: Territory | null): string => {
  if (!territory) return '';
  if (!here) return `${territoryName(territory)}的地方性法规，本文件所在地不明`;
  return holdsIn(territory, here)
    ? ''
    : `${territoryName(territory)}的地方性法规，不适用于本文件所在地（${territoryName(here)}）`;
};
