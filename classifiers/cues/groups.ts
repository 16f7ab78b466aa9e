import { BLACKLIST } from './blacklist.js';
import type { CueGroup } from './cue.js';
import { DISCLOSURE } from './disclosure.js';
import { PUNISHMENT } from './punishment.js';
import { REPAIR } from './repair.js';
import { RESTRICTION } from './restriction.js';

/** All cues, in the order of the labels. */
export const CUE_GROUPS: readonly CueGroup[] = [DISCLOSURE, BLACKLIST, PUNISHMENT, RESTRICTION, REPAIR];
