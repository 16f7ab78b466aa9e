import { FileError, type Manuscript } from '../../model/index.js';
import { relationsOf } from '../package/relations.js';
import { streamXml } from '../package/stream.js';
import { ZipPackage } from '../package/zip.js';
import { type Sheet, SheetBudget, SheetBuilder } from '../sheet/workbook.js';
import { writeSheets } from '../sheet/write.js';
import { isEncryptedPackage } from '../word/compound-file.js';
import { readBoxes } from './boxes.js';
import { readNumberFormats } from './number-formats.js';
import { readSheetXml, type Surroundings } from './sheet-xml.js';
import { readStrings } from './strings.js';

/** More sheets than anyone looks through. */
const MAX_SHEETS = 1000;

interface Named {
  readonly name: string;
  readonly hidden: boolean;
  /** Of the relation that leads to its part. */
  readonly id: string;
}

/**
 * Reads a workbook of Excel or WPS (.xlsx, .xlsm, newer .et): every sheet as a table with the values as they are
 * shown, formulas by their kept results, hidden sheets, rows and columns too, with a note.
 * Throws FileError: encrypted, corrupt, too-large, unsupported (.xlsb); needs-ocr where there are only pictures,
 * no-text where there is nothing.
 */
export const readXlsx = async (bytes: Uint8Array): Promise<Manuscript> => {
  if (isEncryptedPackage(bytes)) throw new FileError('encrypted');
  const zip = await ZipPackage.open(bytes);
  const root = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument');
  const main = root?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new FileError('unsupported', 'xlsb 二进制工作簿');
  const workbook = await zip.bytes(main);
  if (!workbook) throw new FileError('corrupt', '压缩包内没有工作簿');
  const { named, from1904 } = readWorkbook(workbook, main);
  const relations = await relationsOf(zip, main);
  const part = (type: string): string => relations.find((relation) => relation.type === type)?.target ?? '';
  const around: Surroundings = {
    strings: readStrings(await zip.bytes(part('sharedStrings')), '共享文字表'),
    formats: readNumberFormats(await zip.bytes(part('styles')), '样式表'),
    from1904,
  };
  const budget = new SheetBudget();
  const sheets: Sheet[] = [];
  for (const { name, hidden, id } of named) {
    // Charts and macro sheets of their own have no cells.
    const target = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    if (target === undefined) continue;
    const content = await zip.bytes(target);
    if (!content) throw new FileError('corrupt', `缺少工作表“${name}”的内容`);
    const builder = new SheetBuilder(budget);
    readSheetXml(content, name, around, builder);
    for (const box of await readBoxes(zip, target)) builder.box(box);
    sheets.push(builder.build(name, hidden));
  }
  const written = writeSheets(sheets);
  if (written.text === '') throw new FileError(hasPictures(zip) ? 'needs-ocr' : 'no-text');
  return { format: 'xlsx', metadata: [], ...written };
};

const hasPictures = (zip: ZipPackage): boolean => zip.names.some((name) => name.startsWith('xl/media/'));

const readWorkbook = (bytes: Uint8Array, part: string): { named: Named[]; from1904: boolean } => {
  const named: Named[] = [];
  let from1904 = false;
  streamXml(bytes, part, {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      if (named.length >= MAX_SHEETS) throw new FileError('too-large', `工作表超过${MAX_SHEETS}个`);
      const relation = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? 'id';
      const { name = '', state = 'visible' } = attributes;
      named.push({ name, hidden: state !== 'visible', id: attributes[relation] ?? '' });
    },
  });
  return { named, from1904 };
};
