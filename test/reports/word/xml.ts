import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';

/** What a test asks of a Word file: its body, its headers, the cells of its tables. */
export interface WordXml {
  readonly document: string;
  readonly headers: readonly string[];
  /** Every paragraph's text, in order, those in tables too. */
  readonly texts: readonly string[];
  /** Of all tables, row by row, cell by cell; paragraphs of a cell are joined by line feeds. */
  readonly rows: readonly (readonly string[])[];
}

export const readWord = async (path: string): Promise<WordXml> => {
  const zip = await JSZip.loadAsync(await readFile(path));
  const parts = await Promise.all(
    Object.keys(zip.files).map(async (name) => [name, await zip.file(name)!.async('string')] as const),
  );
  const document = parts.find(([name]) => name === 'word/document.xml')![1];
  return {
    document,
    headers: parts.filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml),
    texts: paragraphsOf(document),
    rows: elements(document, 'w:tr').map((row) =>
      elements(row, 'w:tc').map((cell) => paragraphsOf(cell).join('\n')),
    ),
  };
};

const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(([all]) => all);

const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => unescaped(text!)).join(''),
  );

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
