import { writeWordFile } from '../word/file.js';

/** What a certificate says, ready to be set. */
export interface CertificateLines {
  /** What follows, before everything else. */
  readonly conclusion: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

const HASH = /^[0-9a-f]{64}$/u;
const TITLE = '查全率抽查证书';

/** Writes the certificate as .docx. @param remark stands in the document's properties: the hash. */
export const writeCertificateDocx = (
  path: string,
  { conclusion, sections }: CertificateLines,
  remark: string,
): Promise<void> =>
  writeWordFile(
    path,
    TITLE,
    (parts) => [
      {
        orientation: 'portrait',
        children: [
          parts.title(TITLE),
          ...conclusion.map((line) => parts.body([{ text: line, marked: true }])),
          ...sections.flatMap(({ heading, lines }) => [
            parts.heading(heading),
            // Justified, a line that can not be broken would tear the one before it apart.
            ...lines.map((line) => (HASH.test(line) ? parts.text(line) : parts.body(line))),
          ]),
        ],
      },
    ],
    remark,
  );
