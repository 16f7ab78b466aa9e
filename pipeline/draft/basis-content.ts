import type { ReadUnit } from '../../model/index.js';
import { citationName } from '../assess/weigh.js';
import { namePlaces, placeIn } from './places.js';

const MOST_SHOWN = 8;

/**
 * 依据的具体内容: for each cited document that is or may be a basis the provisions that rest on it, 第五条：《…》第三条.
 * The wording of the cited article is not known here and is not made up. 无 where there is none.
 */
export const basisContentOf = (flagged: readonly ReadUnit[]): string => {
  const places = new Map<string, string[]>();
  for (const read of flagged) {
    const { assessment } = read;
    for (const { citation, place, counts } of assessment?.weighed ?? []) {
      if (counts === 'neither') continue;
      const settled = counts !== 'unknown' && assessment?.[counts].answer === 'yes';
      const where = place === 'enacting-clause' ? '制定依据' : placeIn(read);
      const entry = citationName(citation) + (settled && place === 'same-provision' ? '' : '（待核实）');
      const known = places.get(entry) ?? [];
      if (!known.includes(where)) places.set(entry, [...known, where]);
    }
  }
  if (places.size === 0) return '无';
  const entries = [...places].map(([entry, where]) => `${namePlaces(where)}：${entry}`);
  const rest = entries.length > MOST_SHOWN ? `；等共${entries.length}项` : '';
  return entries.slice(0, MOST_SHOWN).join('；') + rest;
};
