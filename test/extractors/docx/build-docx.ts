import JSZip from 'jszip';
import { readDocx } from '../../../extractors/docx/read-docx.js';
import type { Manuscript } from '../../../model/index.js';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test document consists of: the inner XML of each part. */
export interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly core?: string;
}

const relationships = (targets: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(([type, target], id) => `<Relationship Id="r${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The zip of a small .docx, to be changed further by a test. */
export const docxZip = (parts: Parts): JSZip => {
  const zip = new JSZip();
  const { body, core, ...others } = parts;
  zip.file('_rels/.rels', relationships({ officeDocument: 'word/document.xml' }));
  zip.file('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  const names = Object.keys(others);
  zip.file(
    'word/_rels/document.xml.rels',
    relationships(Object.fromEntries(names.map((n) => [n, `${n}.xml`]))),
  );
  for (const [name, xml] of Object.entries(others)) {
    zip.file(`word/${name}.xml`, `<w:${name} ${NAMESPACES}>${xml}</w:${name}>`);
  }
  if (core !== undefined) zip.file('docProps/core.xml', core);
  return zip;
};

export const docxBytes = (parts: Parts): Promise<Uint8Array> =>
  docxZip(parts).generateAsync({ type: 'uint8array', compression: 'DEFLATE' });

/** Builds and reads. */
export const read = async (parts: Parts): Promise<Manuscript> => readDocx(await docxBytes(parts));

/** The blocks' texts. */
export const textsOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));

/** A run with text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph with text. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;

/** A paragraph of a list. */
export const item = (text: string, list: number | string, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A level of a list definition; `more` goes before the text. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A list definition and the lists that refer to it, each with its overrides. */
export const list = (id: number, levels: string, numbers: Readonly<Record<number, string>>): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>${Object.entries(numbers)
    .map(([num, overrides]) => `<w:num w:numId="${num}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`)
    .join('')}`;
