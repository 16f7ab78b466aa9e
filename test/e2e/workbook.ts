import exceljs from 'exceljs';

/** The words of each cell of each sheet, row by row; empty rows left out. */
export const cellsOf = async (path: string): Promise<Record<string, string[][]>> => {
  const { sheets } = await readBook(path);
  return sheets;
};

/** The same, with the remark in the workbook's properties, which says where the log of decisions ended. */
export const readBook = async (
  path: string,
): Promise<{ readonly sheets: Record<string, string[][]>; readonly remark: string }> => {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const sheets: Record<string, string[][]> = {};
  for (const sheet of book.worksheets) {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells = Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1));
      // The cells of a merged stretch all say what its first one does.
      rows.push(cells.map((cell) => (cell.isMerged && cell.master !== cell ? '' : cell.text)));
    });
    sheets[sheet.name] = rows;
  }
  return { sheets, remark: book.description };
};
