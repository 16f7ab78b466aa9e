import type { Span } from './span.js';

/** 编 分编 章 节 条 款 项 目; heading = 一、（一）1.（1） of notices; text = a paragraph without number. */
export type ProvisionKind =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'heading'
  | 'text'
  | 'attachment'
  | 'table'
  | 'row';

/** A node of a regulation's tree. Every span is in Manuscript.text. */
export interface Provision {
  readonly kind: ProvisionKind;
  /** As numbered, normalised: 第十二条, （三）, 一、, 1., 附件1; '' where there is none. */
  readonly number: string;
  /** The path in words: 第十二条第二款第（三）项; 三、（二）; 附件1表第3行. */
  readonly label: string;
  /** Includes the children. */
  readonly span: Span;
  /** The title of a chapter or section, or the first sentence of a notice's heading. */
  readonly heading?: Span;
  readonly children: readonly Provision[];
}

/** 法律 … ; see domain rules: only the first four kinds can be a basis. 'other' is what no rule could name. */
export type LegalLevel =
  | 'law' // 法律
  | 'administrative-regulation' // 行政法规
  | 'central-policy' // 党中央、国务院政策文件
  | 'local-regulation' // 地方性法规
  | 'judicial-interpretation' // 司法解释
  | 'departmental-rule' // 部门规章
  | 'local-government-rule' // 地方政府规章
  | 'normative-document' // 规范性文件
  | 'other';

/** A header fact with the place that it was read from. */
export interface Sourced<T> {
  readonly value: T;
  /** In Manuscript.text; absent when the fact came from metadata. */
  readonly span?: Span;
  /** inherited: from the notice that issues this document; derived: follows from other facts of the header. */
  readonly from: 'text' | 'metadata' | 'inherited' | 'derived' | 'filename';
}

/** Dates are ISO: 2021-01-06. A fact that the file does not give is null. */
export interface Header {
  readonly title: Sourced<string> | null;
  /** 文号, brackets normalised to 〔〕. */
  readonly documentNumber: Sourced<string> | null;
  /** As it stands in the file: "国土资源部、财政部". */
  readonly issuer: Sourced<string> | null;
  /** The single units named in `issuer`. */
  readonly issuers: readonly string[];
  /** 成文日期: under the signature, or of the decree. */
  readonly issuedOn: Sourced<string> | null;
  /** 公布、发布日期. */
  readonly publishedOn: Sourced<string> | null;
  /** 施行日期. */
  readonly effectiveOn: Sourced<string> | null;
  readonly level: Sourced<LegalLevel>;
  /** Province, or province and city, of a local document; null for national and unknown ones. */
  readonly territory: Territory | null;
}

/** Names in full: 河北省, 石家庄市, 栾城区. */
export interface Territory {
  readonly province: string;
  readonly city?: string;
  readonly county?: string;
}

/** main: stands for itself; forwarded: 转发, 批转; issued: 印发, 公布; attached: named as 附件. */
export type RegulationRole = 'main' | 'forwarded' | 'issued' | 'attached';

/** An entry of the list 附件：1. … 2. … */
export interface Attachment {
  readonly number: string;
  readonly title: string;
  /** Of the list entry. */
  readonly span: Span;
  /** Index among the file's regulations when the attachment is a document of its own in this file. */
  readonly regulation?: number;
}

/** One document of a file. */
export interface Regulation {
  /** Its place among the file's documents, from 0. */
  readonly index: number;
  readonly role: RegulationRole;
  /** The index of the document that issues, forwards or attaches this one. */
  readonly parent?: number;
  readonly span: Span;
  readonly header: Header;
  /** The running text between title and signature, as a forest. */
  readonly provisions: readonly Provision[];
  readonly attachments: readonly Attachment[];
}

/**
 * What is classified as one: an article with all its paragraphs, or the lowest numbered passage of a notice.
 * `text` is exactly `manuscript.text.slice(span.start, span.end)`.
 */
export interface Unit {
  readonly label: string;
  readonly kind: ProvisionKind;
  readonly span: Span;
  readonly text: string;
  /** Titles of the document and of the chapters and headings above, outermost first. */
  readonly path: readonly string[];
  /** The words that introduce a list of which this unit is one entry: "有下列情形之一的，列入黑名单："; '' where there are none. */
  readonly lead: string;
}
