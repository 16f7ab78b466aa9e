import type { ReasonCode } from '../../model/index.js';

/** What systems leave in folders for themselves. */
const SYSTEM_FILES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store']);
/** Lock and working files of Word, WPS and LibreOffice, unfinished downloads. */
const TEMPORARY =
  /^~\$|^~wr[dlfac]\d{0,8}\.tmp$|^\.~lock\..{0,300}#$|^~.{0,300}\.(?:tmp|docx?|wps)$|\.(?:tmp|temp|wbk|asd|crdownload|part|partial|download|swp)$|~$/iu;
/** What a scan writes into its output folder. */
const OUTPUTS =
  /^(?:台账(?:\.人工修改\d{0,9})?\.xlsx|results(?:\.人工修改\d{0,9})?\.jsonl|qinggui\.(?:db(?:-wal|-shm|-journal)?|lock))$/u;
/** Where this file lies, files with the names of outputs are outputs. */
export const DATABASE_NAME = 'qinggui.db';

/** Why a name alone tells that a file is not to be read; null for all others. */
export const reasonByName = (name: string): Extract<ReasonCode, 'hidden' | 'temporary'> | null => {
  if (TEMPORARY.test(name)) return 'temporary';
  return isHiddenName(name) ? 'hidden' : null;
};

/** Files and folders that systems do not show. */
export const isHiddenName = (name: string): boolean =>
  name.startsWith('.') || SYSTEM_FILES.has(name.toLowerCase());

/** A name that the tool gives to a result. */
export const isOutputName = (name: string): boolean => OUTPUTS.test(name);
