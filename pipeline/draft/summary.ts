import { type Label, LEDGER_LABELS, type ReadUnit } from '../../model/index.js';
import { excerptOf } from './excerpt.js';
import { namePlaces, placeIn } from './places.js';

/** The most characters of 相关内容摘要: what can still be read in a cell. */
const LONGEST = 400;
/** Room kept for the closing words 等共N处. */
const CLOSING = 12;
/** Share of common pairs of characters from which two excerpts count as the same rule. */
const ALIKE = 0.6;
/** Groups an excerpt is compared with; beyond that it starts its own. Bounds the work on hostile files. */
const MOST_COMPARED = 60;

interface Group {
  readonly excerpt: string;
  readonly pairs: ReadonlySet<string>;
  readonly places: string[];
  readonly labels: Set<Label>;
}

/**
 * 相关内容摘要: the flagged provisions' own words with their paths, near-duplicates merged, at most 400 characters.
 * Where not all fit, those that show a label for the first time go first; the number of all places closes it.
 */
export const summarise = (flagged: readonly ReadUnit[]): string => {
  const groups = groupsOf(flagged);
  const parts = groups.map(({ places, excerpt }) => `${namePlaces(places)}：${excerpt}`);
  const chosen = new Set<number>();
  let length = CLOSING;
  const choose = (at: number): void => {
    const size = [...parts[at]!].length + 1;
    if (chosen.has(at) || length + size > LONGEST) return;
    chosen.add(at);
    length += size;
  };
  for (const label of LEDGER_LABELS) {
    const first = groups.findIndex(({ labels }) => labels.has(label));
    if (first >= 0) choose(first);
  }
  for (let at = 0; at < parts.length; at++) choose(at);
  const shown = parts.filter((_, at) => chosen.has(at)).join('；');
  return chosen.size === parts.length ? shown : `${shown}；等共${flagged.length}处`;
};

const groupsOf = (flagged: readonly ReadUnit[]): Group[] => {
  const groups: Group[] = [];
  for (const unit of flagged) {
    const excerpt = excerptOf(unit);
    const pairs = pairsOf(excerpt);
    const place = placeIn(unit);
    const labels = unit.classification.labels.filter((label) => LEDGER_LABELS.includes(label));
    const same = groups.slice(0, MOST_COMPARED).find((group) => alike(group.pairs, pairs));
    if (same) {
      same.places.push(place);
      for (const label of labels) same.labels.add(label);
    } else groups.push({ excerpt, pairs, places: [place], labels: new Set(labels) });
  }
  return groups;
};

const pairsOf = (text: string): Set<string> => {
  const letters = [...text.replace(/[^\p{L}]/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter));
};

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const common = [...a].filter((pair) => b.has(pair)).length;
  const all = a.size + b.size - common;
  return all > 0 && common / all >= ALIKE;
};
