import { LEDGER_LABELS, type ReadUnit } from '../../model/index.js';

/**
 * Where the flagged words of a unit stand, in words: the narrowest path where all of them are in one paragraph,
 * else the unit's own. The mark behind a number goes: 一、 is written 一 before a colon.
 */
export const placeIn = ({ unit, place, classification }: ReadUnit): string => {
  const evidence = classification.evidence.filter(({ label }) => LEDGER_LABELS.includes(label));
  const start = evidence.reduce((least, each) => Math.min(least, each.start), unit.text.length);
  const end = evidence.reduce((most, each) => Math.max(most, each.end), 0);
  const together = classification.evidence[0]?.start === start && !unit.text.slice(start, end).includes('\n');
  const words = together ? place || unit.label : unit.label || place;
  return words.replace(/[、.．]$/u, '') || '正文';
};

/** 第五条; 第五条、第六条; 第五条、第六条等7条. Each place once, in order. */
export const namePlaces = (places: readonly string[]): string => {
  const different = [...new Set(places)];
  if (different.length <= 3) return different.join('、');
  const unit = different.every((place) => /^第[^第]{1,10}条$/u.test(place)) ? '条' : '处';
  return `${different.slice(0, 2).join('、')}等${different.length}${unit}`;
};
