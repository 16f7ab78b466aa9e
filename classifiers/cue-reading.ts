import type { Evidence, Label } from '../model/index.js';
import { type CompactText, compactForm, originalSpan, withOffsets } from './compact.js';
import type { CueGroup } from './cues/cue.js';
import { CUE_GROUPS } from './cues/groups.js';
import { withoutTraps } from './cues/traps.js';
import { isHeading } from './heading.js';
import { markBreaks } from './lines.js';
import { type Match, matchGroup } from './match.js';

/** A text to classify with what is known of its surroundings. */
export interface ClassifierInput {
  readonly text: string;
  /** Titles of the document and the headings above, outermost first. */
  readonly path?: readonly string[];
  /** The words that introduce the list of which this text is one entry. */
  readonly lead?: string;
  /** What the passage is: article, item, row. */
  readonly kind?: string;
  /** The text as the encoder sees it with which the model was learned; for such models only. */
  readonly vector?: Float32Array;
}

/** What the cues say of one label. */
export interface LabelReading {
  readonly group: CueGroup;
  /** The cues that hold in the text itself. */
  readonly own: readonly Match[];
  /** 0 … 1, of the text's own cues and those of its lead. */
  readonly score: number;
}

/** A text as the cues read it. */
export interface CueReading {
  /** The text in compact form, of the length of `form`; where any cue could hold, traps are blanked out. */
  readonly text: string;
  /** What leads from places in the compact text back to the original. */
  readonly marked: string;
  readonly form: string;
  /** One for each label, in their order. */
  readonly labels: readonly LabelReading[];
}

/** Words of which at least one stands in every text that says a label; most texts end here. */
const TRIGGER = new RegExp(CUE_GROUPS.map((group) => group.trigger.source).join('|'));
/** Headings under which weaker words count. */
const TELLING_HEADING = /信用|诚信|失信|守信|征信|信誉|名单|名录|惩戒|修复|扣分|加分|记分/;
/** How much of what a lead says counts for an item under it. */
const LEAD_SHARE = 0.95;
/** An item that carries no words of its own is quoted up to its first stop, at most so far. */
const ITEM_QUOTE = 60;

/** What the cues say where no word of any of them stands. */
const SILENT: readonly LabelReading[] = CUE_GROUPS.map((group) => ({ group, own: [], score: 0 }));

/** The cues in one provision; null where there is nothing to read: an empty text, a mere heading. */
export const readCues = (input: ClassifierInput): CueReading | null => {
  const plain = compactForm(input.text);
  if (!plain) return null;
  const lead = input.lead ? compactForm(input.lead) : '';
  if (!lead && isHeading(plain)) return null;
  const above = input.path?.length ? tellingHeadings(input.path) : '';
  const leadTells = lead !== '' && TRIGGER.test(lead);
  if (!above && !leadTells && !TRIGGER.test(plain))
    return { text: plain, marked: input.text, form: plain, labels: SILENT };

  const marked = markBreaks(input.text);
  const form = marked === input.text ? plain : compactForm(marked);
  const text = withoutTraps(form);
  const leadText = leadTells ? withoutTraps(lead) : '';
  const labels = CUE_GROUPS.map((group): LabelReading => {
    const own = matchGroup(group, text, above);
    const fromLead = leadText ? LEAD_SHARE * combine(matchGroup(group, leadText, above)) : 0;
    return { group, own, score: Math.max(combine(own), fromLead >= group.threshold ? fromLead : 0) };
  });
  return { text, marked, form, labels };
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

/** The table that leads from the compact text back to the original. */
export const compactOf = ({ marked, form }: CueReading): CompactText => withOffsets(marked, form);

/** The words by which the cues carry a label: at least one evidence. */
export const cueEvidence = (
  { group, own }: LabelReading,
  compact: CompactText,
  original: string,
): readonly Evidence[] =>
  own.length > 0
    ? own.map(({ cue, start, end }) => evidenceAt(group.label, cue.id, compact, start, end, original))
    : [quoteItem(group, compact, original)];

const quoteItem = (group: CueGroup, compact: CompactText, original: string): Evidence => {
  const stop = compact.text.search(/[。；]/);
  const end = Math.min(stop > 0 ? stop : compact.text.length, ITEM_QUOTE);
  return evidenceAt(group.label, group.item.id, compact, 0, end, original);
};

/** The evidence of a range of the compact text, with the words as they stand in the original. */
export const evidenceAt = (
  label: Label,
  cue: string,
  compact: CompactText,
  start: number,
  end: number,
  original: string,
): Evidence => {
  const span = originalSpan(compact, start, end);
  return { ...span, text: original.slice(span.start, span.end), label, cue };
};
