import type { ReadDocument } from './outcome.js';
import { inMarks } from './title-marks.js';

/** 《…》（文号） of a document; the file's path where the document gives no title. */
export const documentName = (document: ReadDocument, source: string): string => {
  if (document.row) return document.row.document;
  const { title, documentNumber } = document.regulation.header;
  const number = documentNumber ? `（${documentNumber.value}）` : '';
  return title ? `${inMarks(title.value)}${number}` : `${source}${number}`;
};
