export { isHiddenName, reasonByName } from '../../model/index.js';

/** What a scan writes into its output folder. */
const OUTPUTS =
  /^(?:台账(?:\.人工修改\d{0,9})?\.xlsx|results(?:\.人工修改\d{0,9})?\.jsonl|qinggui\.(?:db(?:-wal|-shm|-journal)?|lock))$/u;
/** Where this file lies, files with the names of outputs are outputs. */
export const DATABASE_NAME = 'qinggui.db';

/** The folder in an output folder into which confirmed results are exported: reports on regulations are none. */
export const EXPORTS_FOLDER = '导出';

/** A name that the tool gives to a result. */
export const isOutputName = (name: string): boolean => OUTPUTS.test(name);
