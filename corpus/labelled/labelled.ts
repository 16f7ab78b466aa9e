import { readdirSync, readFileSync } from 'node:fs';
import { LABELS, type Label, type LegalLevel } from '../../model/index.js';
import { dataFile } from '../data-file.js';

/** A text of which a person has said what it involves. */
export interface LabelledProvision {
  readonly id: string;
  /** The document or statute: its provisions share matter and voice, and are never parted by cross-validation. */
  readonly group: string;
  readonly text: string;
  readonly labels: readonly Label[];
  /** A second, blind reading where it came to other labels. */
  readonly second?: readonly Label[];
  /** Two careful readers could differ. */
  readonly hard: boolean;
  /** Where it comes from: written for this project, a public statute, or a user's own decision. */
  readonly source: 'written' | 'reference' | 'decision';
  /** Titles of the document and the headings above, outermost first; absent where the text stands alone. */
  readonly path?: readonly string[];
  readonly kind?: string;
  /** 0 … 1: how far down in its document. */
  readonly place?: number;
  readonly field?: string;
  readonly level?: LegalLevel | string;
  /** Of references: how the article was drawn; those chosen for their score are no sample of anything. */
  readonly drawn?: string;
}

export const labelledFile = (name: string): URL => dataFile(import.meta.url, 'corpus/labelled/', name);

interface WrittenLine {
  id: string;
  document: string;
  title: string;
  field: string;
  level: string;
  kind: string;
  path: string[];
  text: string;
  labels: Label[];
  second?: Label[];
  hard?: boolean;
}

let written: readonly LabelledProvision[] | undefined;

/** The provisions that were written for this project, in the order of their files. */
export const writtenProvisions = (): readonly LabelledProvision[] => {
  written ??= readWritten();
  return written;
};

const readWritten = (): LabelledProvision[] => {
  const folder = labelledFile('written/');
  const lines = readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as WrittenLine);
  const sizes = new Map<string, number>();
  for (const { document } of lines) sizes.set(document, (sizes.get(document) ?? 0) + 1);
  const places = new Map<string, number>();
  return lines.map(({ id, document, title, field, level, kind, path, text, labels, second, hard }) => {
    const before = places.get(document) ?? 0;
    places.set(document, before + 1);
    return {
      id,
      group: document,
      text,
      labels,
      ...(second && { second }),
      hard: hard ?? false,
      source: 'written',
      path: [title, ...path],
      kind,
      place: before / sizes.get(document)!,
      field,
      level,
    };
  });
};

/** DBP → D, B, P in the order of the labels; '-' and '' for none. */
export const labelsFromCode = (code: string): readonly Label[] =>
  LABELS.filter((label) => code.includes(label));
