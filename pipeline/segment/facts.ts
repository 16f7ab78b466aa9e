import type { Manuscript, MetadataField, Sourced, Span } from '../../model/index.js';
import type { Line } from './lines.js';
import type { FoundTitle, KnownNames } from './title.js';

/** What a header is read from. */
export interface HeaderSource {
  readonly manuscript: Manuscript;
  /** The document's lines up to its body. */
  readonly head: readonly Line[];
  /** Its lines from the body on, up to its attachments. */
  readonly body: readonly Line[];
  readonly title: FoundTitle | null;
  /** The names of documents that the file gives apart from its headlines. */
  readonly names: KnownNames;
  /** Metadata speak of the file's first document. */
  readonly metadata: readonly MetadataField[];
}

/** A fact of the header with the place that it was read from, or null where the file does not give it. */
export type Found<T> = Sourced<T> | null;

export const fromText = <T>(value: T, span: Span): Sourced<T> => ({ value, span, from: 'text' });
export const fromMetadata = <T>(value: T): Sourced<T> => ({ value, from: 'metadata' });

/** Values of the fields whose names match, in the order of their kinds: a page's own table before its <meta>. */
export const fieldValues = (fields: readonly MetadataField[], name: RegExp): string[] =>
  (['table', 'meta', 'properties'] as const)
    .flatMap((from) =>
      fields
        .filter((f) => f.from === from && name.test(f.name.replace(/\s/gu, '')))
        .map((f) => f.value.trim()),
    )
    .filter((value) => value !== '');
