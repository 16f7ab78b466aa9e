import type { Territory } from '../../model/index.js';
import { EMPTY_LIBRARY } from '../../model/index.js';
import { placeOfTitle } from '../level-of-title.js';
import { documentTitles } from '../policies.js';
import { statuteKeys } from '../statutes.js';
import { holdsIn } from '../territories.js';
import { titleKey } from '../titles.js';
import { documentOf } from './candidates.js';
import { type Identity, identitiesUnder } from './identity.js';

/** A statute that a title comes near, with how near: 0 … 1. */
export interface NearMiss {
  readonly identity: Identity;
  readonly score: number;
}

/** Below this two titles have nothing to do with each other. */
const NEAR = 0.56;
/** And so much of what a title is about has to be common: 处方管理办法 is not near 发票管理办法. */
const NEAR_IN_FIELD = 0.5;
const NO_FIELD =
  /(?:全国)?人民代表大会(?:常务委员会)?|最高人民(?:法院|检察院)|刑事案件|案件|具体应用法律|适用法律|若干问题|关于|审理|办理|管理|实施|条例|办法|规定|细则|暂行|若干|解释|决定|的/gu;
const LONGEST_TITLE = 80;
/** A shorter title without place is a word that anything could mean: 《条例》. */
const SHORTEST_TITLE = 5;
/** How likely a title without a place means the local statute of that name: here, and elsewhere. */
const LOCAL_HERE = 0.8;
const LOCAL_ELSEWHERE = 0.4;

interface Index {
  /** Keys of statutes, then of documents. */
  readonly keys: readonly string[];
  /** Titles of documents by their key. */
  readonly documents: ReadonlyMap<string, string>;
  /** The place each key begins with; ''. */
  readonly places: readonly string[];
  /** Keys' places in `keys` by pair of characters. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  /** Keys of local statutes by their title without the place. */
  readonly bare: ReadonlyMap<string, readonly string[]>;
}
let index: Index | undefined;

const pairsOf = (key: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < key.length; at++) pairs.add(key.slice(at, at + 2));
  return pairs;
};

const load = (): Index => {
  const documents = new Map(documentTitles().map((title) => [titleKey(title), title]));
  const keys = [...new Set([...statuteKeys(), ...documents.keys()])];
  const places = keys.map(placeOfTitle);
  const pairs = new Map<string, number[]>();
  const bare = new Map<string, string[]>();
  keys.forEach((key, at) => {
    for (const pair of pairsOf(key)) {
      const list = pairs.get(pair);
      if (list) list.push(at);
      else pairs.set(pair, [at]);
    }
    const place = places[at]!;
    if (place) bare.set(key.slice(place.length), [...(bare.get(key.slice(place.length)) ?? []), key]);
  });
  return { keys, documents, places, pairs, bare };
};

/** Local statutes that are called as a title without place says: 《生活垃圾管理条例》. Those that hold here first. */
export const localNamesakes = (title: string, territory: Territory | null): readonly NearMiss[] => {
  index ??= load();
  const key = titleKey(title);
  if (key.length < SHORTEST_TITLE || placeOfTitle(key)) return [];
  return (index.bare.get(key) ?? [])
    .flatMap((local) => identitiesUnder(local, EMPTY_LIBRARY))
    .map((identity) => ({
      identity,
      score:
        identity.territory && territory && holdsIn(identity.territory, territory)
          ? LOCAL_HERE
          : LOCAL_ELSEWHERE,
    }))
    .sort(best);
};

/** Statutes whose titles come near, by the share of common pairs of characters; best first. */
export const nearTitles = (
  title: string,
  territory: Territory | null,
  limit: number,
): readonly NearMiss[] => {
  index ??= load();
  const key = titleKey(title).slice(0, LONGEST_TITLE);
  const own = pairsOf(key);
  const common = new Map<number, number>();
  for (const pair of own) {
    for (const at of index.pairs.get(pair) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
  }
  const place = placeOfTitle(key);
  const found: NearMiss[] = [];
  for (const [at, shared] of common) {
    const other = index.keys[at]!;
    const score = (2 * shared) / (own.size + other.length - 1);
    if (score < NEAR || !nearInField(key.slice(place.length), other.slice(index.places[at]!.length)))
      continue;
    // Another place's statute of the same name is another statute.
    if (place && index.places[at] && index.places[at] !== place) continue;
    for (const identity of identitiesAt(other, index)) {
      if (identity.territory && !place && territory && !holdsIn(identity.territory, territory)) continue;
      found.push({ identity, score: Math.round(Math.min(score, 0.95) * 100) / 100 });
    }
  }
  return found.sort(best).slice(0, limit);
};

const identitiesAt = (key: string, { documents }: Index): readonly Identity[] => {
  const title = documents.get(key);
  const document = title === undefined ? null : documentOf(title, '');
  return document ? [document] : identitiesUnder(key, EMPTY_LIBRARY);
};

const nearInField = (a: string, b: string): boolean => {
  const [one, two] = [pairsOf(a.replace(NO_FIELD, '')), pairsOf(b.replace(NO_FIELD, ''))];
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return one.size > 0 && two.size > 0 && (2 * shared) / (one.size + two.size) >= NEAR_IN_FIELD;
};

const best = (a: NearMiss, b: NearMiss): number =>
  b.score - a.score || (a.identity.key < b.identity.key ? -1 : 1);
