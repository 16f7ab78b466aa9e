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

/** 第五条; 第五条、第六条; 第五条、第六条等7条; 一，二、（一）; 正文第3段、第4段. Each place once, in order. */
export const namePlaces = (places: readonly string[]): string => {
  const different = [...new Set(places)];
  if (different.length <= 3) return join(different);
  const unit = different.every((place) => /^第[^第]{1,10}条$/u.test(place)) ? '条' : '处';
  return `${join(different.slice(0, 2))}等${different.length}${unit}`;
};

/** Joined so that the mark is none that a path holds itself; what two paths share before 第…段 stands once. */
const join = (places: readonly string[]): string => {
  const stem = (place: string | undefined): string => place?.replace(/第[^第]{1,10}段$/u, '') ?? '';
  const short = places.map((place, at) =>
    at > 0 && stem(place) !== place && stem(place) === stem(places[at - 1])
      ? place.slice(stem(place).length)
      : place,
  );
  return short.join(short.some((place) => place.includes('、')) ? '，' : '、');
};
