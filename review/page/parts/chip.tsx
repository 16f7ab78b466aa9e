import type { Label, ReviewState } from '../../../model/index.js';
import { REVIEW_STATE_WORDS } from '../../../model/index.js';
import { LABEL_WORDS } from '../words.js';

/** A label's letter in its colour and line; the words are for the pointer and for screen readers. */
export const LabelChip = ({ label, words = false }: { label: Label; words?: boolean }) => (
  <span class={`chip chip-${label}`} title={LABEL_WORDS[label].full}>
    <b>{label}</b>
    {words ? ` ${LABEL_WORDS[label].short}` : <span class="unseen">{LABEL_WORDS[label].full}</span>}
  </span>
);

export const StateBadge = ({ state }: { state: ReviewState }) => (
  <span class={`state state-${state}`}>{REVIEW_STATE_WORDS[state]}</span>
);
