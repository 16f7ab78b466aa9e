import type { FileAnalysis, ReadDocument } from '../model/index.js';
import { documentName } from './draft/document-name.js';

/**
 * Gives a file's first document the file's name where its text bears no title: a clerk knows it by that name.
 * Done after analysis, which depends on the content alone and is kept under its hash.
 */
export const nameByFile = (analysis: FileAnalysis, source: string): FileAnalysis => {
  const [first, ...rest] = analysis.documents;
  if (!first || first.regulation.header.title) return analysis;
  return { ...analysis, documents: [named(first, stem(source)), ...rest] };
};

const named = (document: ReadDocument, name: string): ReadDocument => {
  const { regulation, row } = document;
  const header = { ...regulation.header, title: { value: name, from: 'filename' } as const };
  return {
    ...document,
    regulation: { ...regulation, header },
    row: row && { ...row, document: `${documentName(header)}（名称取自文件名，请核对）` },
  };
};

/** The file's name without folders and extension. */
const stem = (source: string): string => {
  const name = source.slice(source.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/u, '') || name;
};
