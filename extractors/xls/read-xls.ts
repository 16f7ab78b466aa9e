import { FileError, type Manuscript } from '../../model/index.js';
import { type Sheet, SheetBudget, SheetBuilder } from '../sheet/workbook.js';
import { writeSheets } from '../sheet/write.js';
import { openCompoundFile } from '../word/compound-file.js';
import { readGlobals } from './globals.js';
import { SheetReader } from './sheet.js';

/**
 * Reads a binary workbook of Excel 97 to 2003 or WPS (.xls, older .et; MS-XLS): every sheet as a table with the
 * values as they are shown, formulas by their kept results, hidden sheets, rows and columns too, with a note.
 * Throws FileError: encrypted, corrupt, too-large, unsupported (Excel 95 and older); no-text where there is nothing.
 */
export const readXls = async (bytes: Uint8Array): Promise<Manuscript> => {
  const file = openCompoundFile(bytes);
  if (file.stream('EncryptedPackage')) throw new FileError('encrypted');
  const stream = file.stream('Workbook');
  if (!stream) {
    if (file.stream('Book')) throw new FileError('unsupported', 'Excel 95 及更早版本的表格');
    throw new FileError('corrupt', '文件内没有工作簿');
  }
  const sheets: Sheet[] = [];
  try {
    const globals = readGlobals(stream);
    const budget = new SheetBudget();
    for (const { at, name, hidden } of globals.sheets) {
      const builder = new SheetBuilder(budget);
      new SheetReader(globals, builder).read(stream, at);
      sheets.push(builder.build(name, hidden));
    }
  } catch (error) {
    // Every offset in the file is checked by Buffer; one that leads outside means that something is missing.
    if (error instanceof RangeError) throw new FileError('corrupt', '文件内部结构不完整', { cause: error });
    throw error;
  }
  const written = writeSheets(sheets);
  if (written.text === '') throw new FileError('no-text');
  return { format: 'xls', metadata: [], ...written };
};
