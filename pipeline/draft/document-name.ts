import { type Header, inMarks } from '../../model/index.js';

/** Column 2 of the ledger: 《title》（文号）; 《title》 alone where the file gives no number. Nothing is made up. */
export const documentName = ({ title, documentNumber }: Header): string => {
  const name = title?.value.trim() ?? '';
  const number = documentNumber?.value.trim() ?? '';
  return (name ? inMarks(name) : '（文件未载明名称）') + (number ? `（${number}）` : '');
};
