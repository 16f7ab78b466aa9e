import type { ReasonCode } from './outcome.js';

/** What systems leave in folders and archives for themselves. */
const SYSTEM_NAMES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', '__macosx']);
/** Lock and working files of Word, WPS and LibreOffice, unfinished downloads. */
const TEMPORARY =
  /^~\$|^~wr[dlfac]\d{0,8}\.tmp$|^\.~lock\..{0,300}#$|^~.{0,300}\.(?:tmp|docx?|wps)$|\.(?:tmp|temp|wbk|asd|crdownload|part|partial|download|swp)$|~$/iu;

/** Why a name alone tells that a file is not to be read; null for all others. */
export const reasonByName = (name: string): Extract<ReasonCode, 'hidden' | 'temporary'> | null => {
  if (TEMPORARY.test(name)) return 'temporary';
  return isHiddenName(name) ? 'hidden' : null;
};

/** Files and folders that systems do not show. */
export const isHiddenName = (name: string): boolean =>
  name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase());
