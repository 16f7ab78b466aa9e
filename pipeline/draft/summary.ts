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

/** Words that say what a provision is about, who is in charge or by what principles, and order nothing. */
const IDLE =
  /^(?:本[\p{Script=Han}]{1,4})?所称|是指|(?:遵循|坚持|按照)[^，。；]{0,40}原则|^为(?:了|进一步|加强|规范|推进|保障)|负责[^，。；]{0,30}(?:指导|协调|管理|维护|实施|组织|建设)(?:工作)?(?:$|[，；。])/u;
/** Words of the measures that the three columns ask about. */
const MEASURE =
  /列入|记入|计入|纳入|录入|载入|归集|推送|报送|公示|公布|公开|通报|共享|曝光|限制|禁止|取消|不予|不得|惩戒|扣减|减分|扣分|降级|重点监管|检查频次|移出|一票否决/u;

interface Group {
  readonly excerpt: string;
  readonly pairs: ReadonlySet<string>;
  readonly places: string[];
  readonly labels: Set<Label>;
  /** 0: a measure, 1: something else, 2: idle words. */
  readonly rank: number;
}

/**
 * 相关内容摘要: the flagged provisions' own words with their paths, near-duplicates merged, at most 400 characters.
 * Where not all fit, one of each label goes first, then measures before purposes, definitions and competences; the
 * number of all places closes it.
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
  const byRank = groups.map((_, at) => at).sort((a, b) => groups[a]!.rank - groups[b]!.rank || a - b);
  for (const label of LEDGER_LABELS) {
    const first = byRank.find((at) => groups[at]!.labels.has(label));
    if (first !== undefined) choose(first);
  }
  for (const at of byRank) choose(at);
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
    } else {
      const rank = IDLE.test(excerpt) ? 2 : MEASURE.test(excerpt) ? 0 : 1;
      groups.push({ excerpt, pairs, places: [place], labels: new Set(labels), rank });
    }
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
