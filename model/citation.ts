import type { Span } from './span.js';

/**
 * full: a title, with or without number; number: a 文号 alone; self: 本办法第三条; relative: 前款, 前条, 该法;
 */
export type CitationKind = 'full' | 'number' | 'self' | 'relative';

/** A reference in a text; offsets are in the text that was read. */
export interface Citation extends Span {
  readonly kind: CitationKind;
  /** Without 《》, an abbreviation resolved to the title it stands for; '' where none. */
  readonly title: string;
  /** 文号 as it stands, brackets normalised to 〔〕; '' where none. */
  readonly number: string;
  /** One entry an article, ranges and lists expanded: 第三条, 第五条第二款; relative ones as they stand: 前款第二项. */
  readonly articles: readonly string[];
}

/** 有关法律、法规的规定 and the like: a reference that names nothing and so is no basis. */
export interface BlanketReference extends Span {
  readonly text: string;
}
