import type { Classification, Evidence, Label } from '../model/index.js';
import { type CompactText, compactForm, originalSpan, withOffsets } from './compact.js';
import type { CueGroup } from './cues/cue.js';
import { CUE_GROUPS } from './cues/groups.js';
import { withoutTraps } from './cues/traps.js';
import { isHeading } from './heading.js';
import { markBreaks } from './lines.js';
import { type Match, matchGroup } from './match.js';

/** Raise when the result for the same text may change: cached analyses are then made again. */
export const CLASSIFIER_VERSION = '5';

/** A text to classify with what is known of its surroundings. */
export interface ClassifierInput {
  readonly text: string;
  /** Titles of the document and the headings above, outermost first. */
  readonly path?: readonly string[];
  /** The words that introduce the list of which this text is one entry. */
  readonly lead?: string;
}

/** Words of which at least one stands in every text that says a label; most texts end here. */
const TRIGGER = new RegExp(CUE_GROUPS.map((group) => group.trigger.source).join('|'));
/** Headings under which weaker words count. */
const TELLING_HEADING = /信用|诚信|失信|守信|征信|信誉|名单|名录|惩戒|修复|扣分|加分|记分/;
/** How much of what a lead says counts for an item under it. */
const LEAD_SHARE = 0.95;
/** An item that carries no words of its own is quoted up to its first stop, at most so far. */
const ITEM_QUOTE = 60;

const NOTHING: Classification = { labels: [], scores: { D: 0, B: 0, P: 0, Q: 0, R: 0 }, evidence: [] };

/** The labels of one provision, each with its evidence. Pure: the same input gives the same result. */
export const classify = (input: ClassifierInput): Classification => {
  const plain = compactForm(input.text);
  if (!plain) return NOTHING;
  const above = input.path?.length ? tellingHeadings(input.path) : '';
  const lead = input.lead ? compactForm(input.lead) : '';
  const leadTells = lead !== '' && TRIGGER.test(lead);
  if (!above && !leadTells && !TRIGGER.test(plain)) return NOTHING;
  if (!lead && isHeading(plain)) return NOTHING;

  const marked = markBreaks(input.text);
  const form = marked === input.text ? plain : compactForm(marked);
  const compact = withOffsets(marked, form);
  const text = withoutTraps(form);
  const leadText = leadTells ? withoutTraps(lead) : '';
  const labels: Label[] = [];
  const scores: Record<Label, number> = { D: 0, B: 0, P: 0, Q: 0, R: 0 };
  const evidence: Evidence[] = [];
  for (const group of CUE_GROUPS) {
    const own = matchGroup(group, text, above);
    const fromLead = leadText ? LEAD_SHARE * combine(matchGroup(group, leadText, above)) : 0;
    // Where a learned score of the same text joins in: beside the cues' score, before the threshold.
    const score = round(Math.max(combine(own), fromLead >= group.threshold ? fromLead : 0));
    scores[group.label] = score;
    if (score < group.threshold) continue;
    labels.push(group.label);
    if (own.length > 0) for (const words of quote(group, own, compact, input.text)) evidence.push(words);
    else evidence.push(quoteItem(group, compact, input.text));
  }
  evidence.sort((a, b) => a.start - b.start || a.end - b.end || (a.cue < b.cue ? -1 : 1));
  return { labels, scores, evidence };
};

const tellingHeadings = (path: readonly string[]): string => {
  const above = compactForm(path.join('。'));
  return TELLING_HEADING.test(above) ? above : '';
};

/** Different cues are taken as independent witnesses; the same cue twice says no more than once. */
const combine = (matches: readonly Match[]): number => {
  const heard = new Set<string>();
  let doubt = 1;
  for (const { cue } of matches) {
    if (heard.has(cue.id)) continue;
    heard.add(cue.id);
    doubt *= 1 - cue.weight;
  }
  return 1 - doubt;
};

const round = (score: number): number => Math.round(score * 1000) / 1000;

const quote = (
  group: CueGroup,
  matches: readonly Match[],
  compact: CompactText,
  original: string,
): Evidence[] =>
  matches.map(({ cue, start, end }) => {
    const span = originalSpan(compact, start, end);
    return { ...span, text: original.slice(span.start, span.end), label: group.label, cue: cue.id };
  });

const quoteItem = (group: CueGroup, compact: CompactText, original: string): Evidence => {
  const stop = compact.text.search(/[。；]/);
  const end = Math.min(stop > 0 ? stop : compact.text.length, ITEM_QUOTE);
  const span = originalSpan(compact, 0, end);
  return { ...span, text: original.slice(span.start, span.end), label: group.label, cue: group.item.id };
};
