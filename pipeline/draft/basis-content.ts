import { type Label, LEDGER_LABELS, type ReadUnit, type WeighedCitation } from '../../model/index.js';
import { provides } from '../assess/grounds.js';
import { citationName } from '../assess/weigh.js';
import { namePlaces, placeIn } from './places.js';
import { quotedWording } from './wording.js';

const MOST_SHOWN = 8;
const MOST_NAMED = 5;
/** Articles of one citation that are quoted. */
const MOST_QUOTED = 3;
const ENACTING = '制定依据';

/** A cited document, and the provisions that rest on it or may do so. */
interface Entry {
  readonly name: string;
  readonly settled: boolean;
  readonly places: string[];
}

/**
 * 依据的具体内容: for the provisions the cited documents that are or may be their basis, each with its article and, where
 * the user's library has it, the article's wording: 第五条：《…》第三条：“…”. 无 where there is none.
 */
export const basisContentOf = (flagged: readonly ReadUnit[]): string => {
  // Documents that the same provisions rest on, with the same certainty, are named together.
  const lines = new Map<string, string[]>();
  for (const { name, settled, places } of entriesOf(flagged)) {
    const key = `${settled ? '' : '（待核实）'}${namePlaces(places)}`;
    lines.set(key, [...(lines.get(key) ?? []), name]);
  }
  if (lines.size === 0) return '无';
  // What the provisions themselves name comes before the grounds of the whole document.
  const ordered = [...lines].sort(([a], [b]) => Number(a.endsWith(ENACTING)) - Number(b.endsWith(ENACTING)));
  const shown = ordered.slice(0, MOST_SHOWN).map(([key, names]) => {
    const mark = key.startsWith('（待核实）') ? '（待核实）' : '';
    const rest = names.length > MOST_NAMED ? `等${names.length}件` : '';
    return `${key.slice(mark.length)}：${names.slice(0, MOST_NAMED).join('、')}${rest}${mark}`;
  });
  return quotedOnce(shown.join('；')) + (lines.size > MOST_SHOWN ? `；等共${lines.size}项` : '');
};

/** The same wording is quoted once: the cell is read by a person. */
const quotedOnce = (content: string): string => {
  const seen = new Set<string>();
  return content.replace(/：“([^“”]{30,2000})”/gu, (quotation, words: string) => {
    if (seen.has(words)) return '（原文见上）';
    seen.add(words);
    return quotation;
  });
};

const entriesOf = (flagged: readonly ReadUnit[]): Entry[] => {
  const entries = new Map<string, Entry>();
  for (const read of flagged) {
    const { assessment, classification } = read;
    const labels = LEDGER_LABELS.filter((label) => classification.labels.includes(label));
    for (const weighed of assessment?.weighed ?? []) {
      const { place, counts } = weighed;
      if (counts === 'neither') continue;
      const direct = place === 'same-provision';
      const settled =
        direct && provides(weighed) && counts !== 'unknown' && assessment?.[counts].answer === 'yes';
      const name = nameOf(weighed, settled, direct ? labels : []);
      const key = `${settled}${name}`;
      const entry = entries.get(key) ?? { name, settled, places: [] };
      const where = direct ? placeIn(read) : ENACTING;
      if (!entry.places.includes(where)) entry.places.push(where);
      entries.set(key, entry);
    }
  }
  return [...entries.values()];
};

/** 《…》第三条：“…”; a general ground (`labels` empty) is named without its wording. */
const nameOf = (
  { citation, resolution, backing }: WeighedCitation,
  settled: boolean,
  labels: readonly Label[],
): string => {
  const name = citationName(citation);
  if (labels.length === 0) return name;
  const moved = resolution.articles
    .filter(({ now }) => now !== '')
    .map(({ cited, now }) => `${cited}现为${now}`);
  // Of what settles the matter only the articles that provide for the measures are quoted.
  const telling = new Set(backing.flatMap(({ articles }) => articles));
  const quoted = resolution.articles
    .filter(({ cited, wording }) => wording && (!settled || telling.has(cited)))
    .slice(0, MOST_QUOTED)
    .map(({ cited, wording }) => quotedWording(cited, wording!, labels));
  const at = moved.length > 0 ? `（${moved.join('、')}）` : '';
  return `${name}${at}${quoted.length > 0 ? `：${quoted.map((words) => `“${words}”`).join('')}` : ''}`;
};
