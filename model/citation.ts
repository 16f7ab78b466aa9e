import type { Span } from './span.js';

/**
 * full: a title, with or without number; number: a 文号 alone; self: 本办法第三条; relative: 前款, 前条, 该法第三条,
 * and 第三条 of a text that is not named there.
 */
export type CitationKind = 'full' | 'number' | 'self' | 'relative';

/**
 * What a citation does in its sentence:
 * - basis: named as the ground of what is ordered (根据…, 依照…规定);
 * - applied: the provision by which a penalty is given or a case is handled (依照…处罚, 按照…追究责任);
 * - violated: what the subject broke (违反…);
 * - repealed: what ends, or has been replaced;
 * - object: the text that is issued, forwarded, amended or interpreted by the sentence;
 * - mention: named, and none of these.
 */
export type CitationRole = 'basis' | 'applied' | 'violated' | 'repealed' | 'object' | 'mention';

/** What a self or relative citation means: a text, and its articles by their full path. */
export interface CitationTarget {
  /** self: the document in which the citation stands; else the text named before, as it was cited there. */
  readonly document: 'self' | { readonly title: string; readonly number: string };
  /**
   * What stands for the citation's `articles`, counted from the 条: 第十二条第一款 for 前款 in the second paragraph of
   * 第十二条; 前两款 gives two entries. Empty where the whole text is meant.
   */
  readonly articles: readonly string[];
}

/** A reference in a text; offsets are in the text that was read. */
export interface Citation extends Span {
  readonly kind: CitationKind;
  /** Without 《》, an abbreviation resolved to the title it stands for; '' where none. */
  readonly title: string;
  /** 文号 as it stands, brackets normalised to 〔〕; '' where none. */
  readonly number: string;
  /** One entry an article, ranges and lists expanded: 第三条, 第五条第二款; relative ones as they stand: 前款第二项. */
  readonly articles: readonly string[];
  readonly role: CitationRole;
  /**
   * Of self and relative citations, and of 《条例》 that no 以下简称 has introduced: what is meant, where exactly one candidate fits. Absent where none or several do:
   * a 前款 in a first paragraph, 该条例 after two of them, 前款 where the passage does not say where it stands.
   */
  readonly refersTo?: CitationTarget;
}

/** Where a passage stands in its document, as far as the passage itself does not say it. */
export interface Place {
  /** The number of the article that the passage is, or begins in: 第十二条; '' where it stands in none. */
  readonly article: string;
  /** The number of the article before that one in the document, 之一 counted: 第十一条之一; '' where there is none. */
  readonly before: string;
  /** Where the article's paragraphs (款) stand in the passage, in order, each with its list of items. */
  readonly paragraphs: readonly Span[];
}

/** 有关法律、法规的规定 and the like: a reference that names nothing and so is no basis. */
export interface BlanketReference extends Span {
  readonly text: string;
}
