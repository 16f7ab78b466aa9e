import type { Cue, CueGroup } from './cues/cue.js';
import { scanning } from './scanning.js';

/** A cue that was found, at a place of the compact text. */
export interface Match {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** At most so many places are reported for one cue; further ones add nothing to the score. */
const MOST_PLACES = 6;
/** Rejected places tried for one cue before it is given up: keeps hostile texts linear. */
const MOST_TRIES = 200;
/** How far a sentence or clause is looked at on either side, so that a text without punctuation costs no more. */
const SENTENCE_REACH = 240;
const CLAUSE_REACH = 160;
const LOOK_BEHIND = 24;

/** The places where a group's cues hold in a compact text without traps. */
export const matchGroup = (group: CueGroup, text: string, above: string): Match[] => {
  const triggered = group.trigger.test(text);
  const found: Match[] = [];
  for (const cue of group.cues) {
    if (cue.under ? !cue.under.test(above) : !triggered) continue;
    if (cue.anywhere && !cue.anywhere.test(text)) continue;
    matchCue(cue, text, found);
  }
  return found;
};

const matchCue = (cue: Cue, text: string, found: Match[]): void => {
  const scanner = scanning(cue.pattern);
  scanner.lastIndex = 0;
  let places = 0;
  for (let tries = 0; tries < MOST_TRIES && places < MOST_PLACES; tries++) {
    const match = scanner.exec(text);
    if (!match) return;
    const start = match.index;
    const end = start + match[0].length;
    if (holds(cue, text, start, end)) {
      found.push({ cue, start, end });
      places++;
    } else scanner.lastIndex = start + 1;
  }
};

const holds = (cue: Cue, text: string, start: number, end: number): boolean =>
  !cue.notAfter?.test(text.slice(Math.max(0, start - LOOK_BEHIND), start)) &&
  !cue.notBefore?.test(text.slice(end, end + LOOK_BEHIND)) &&
  !cue.unless?.test(around(text, start, end, '。；：', CLAUSE_REACH)) &&
  inSentence(cue, text, start, end);

const inSentence = (cue: Cue, text: string, start: number, end: number): boolean => {
  if (!cue.near && !cue.absent) return true;
  const sentence = around(text, start, end, '。', SENTENCE_REACH);
  return !cue.absent?.test(sentence) && (cue.near?.test(sentence) ?? true);
};

/** The stretch around a range up to one of the ending signs, at most `reach` units to each side. */
const around = (text: string, start: number, end: number, ends: string, reach: number): string => {
  let from = start;
  const first = Math.max(0, start - reach);
  while (from > first && !ends.includes(text[from - 1]!)) from--;
  let to = end;
  const last = Math.min(text.length, end + reach);
  while (to < last && !ends.includes(text[to]!)) to++;
  return text.slice(from, to);
};
