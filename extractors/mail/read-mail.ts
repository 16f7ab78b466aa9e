import type { Manuscript } from '../../model/index.js';
import { parseEml } from './eml.js';
import { manuscriptOf } from './manuscript.js';
import { parseMsg } from './msg.js';

/** Reads a mail's text (.eml). Throws FileError: no-text, corrupt, too-many. */
export const readEml = async (bytes: Uint8Array): Promise<Manuscript> => manuscriptOf(parseEml(bytes));

/** Reads the text of a mail that Outlook has saved (.msg). Throws FileError: no-text, corrupt. */
export const readMsg = async (bytes: Uint8Array): Promise<Manuscript> => manuscriptOf(parseMsg(bytes));
