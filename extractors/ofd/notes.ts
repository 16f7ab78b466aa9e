import type { MetadataField, ReadingNote } from '../../model/index.js';
import { ranges } from '../layout/verdict.js';
import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import { cleanText } from '../word/clean.js';
import type { Findings } from './document.js';
import type { OfdPackage, Part } from './package.js';

/** An image over so much of a page with text may hold text as well: a certificate printed over its form. */
const LARGE_IMAGE = 0.4;
/** More names than this are counted only. */
const MAX_NAMES = 10;
const MAX_NAME = 60;
/** Longer values are no titles. */
const MAX_VALUE = 4_096;
const MAX_FIELDS = 100;

/** What stands beside the pages of a document. */
export interface Extras {
  readonly attachments: readonly string[];
  readonly signatures: number;
}

/** Names of the attachments (Attachments.xml) and number of the signatures (Signatures.xml). */
export const readExtras = async (file: OfdPackage, body: Element, document: Part): Promise<Extras> => {
  const { root, folder } = document;
  const attached = child(root, 'Attachments');
  const attachments = await file.optionalPart(attached && textOf(attached), [folder]);
  const signed = child(body, 'Signatures');
  const signatures = await file.optionalPart(signed && textOf(signed), ['', folder]);
  return {
    attachments: named(attachments, 'Attachment').map(attachmentName),
    signatures: named(signatures, 'Signature').length,
  };
};

const named = (part: Part | undefined, name: string): Element[] =>
  part ? elementsOf(part.root).filter((element) => element.name === name) : [];

const attachmentName = (attachment: Element): string => {
  const name = line(attribute(attachment, 'Name') ?? '').slice(0, MAX_NAME) || '未命名';
  const format = line(attribute(attachment, 'Format') ?? '').slice(0, 10);
  return format && !name.toLowerCase().endsWith(`.${format.toLowerCase()}`) ? `${name}.${format}` : name;
};

const line = (text: string): string => cleanText(text).replaceAll('\n', ' ').trim();

/** What the user should know beside what the pages' own notes say. */
export const notesOf = (
  extras: readonly Extras[],
  findings: Findings,
  pages: readonly {
    readonly number: number;
    readonly imageShare: number;
    readonly damaged: number;
    readonly readable: boolean;
    readonly recognised?: boolean;
  }[],
  lostDocuments: number,
): ReadingNote[] => {
  const notes: ReadingNote[] = [];
  const say = (code: string, message: string) => notes.push({ code, message });
  const attachments = extras.flatMap((extra) => extra.attachments);
  const signatures = extras.reduce((sum, extra) => sum + extra.signatures, 0);
  if (lostDocuments > 0)
    say('documents-unreadable', `文件内有${lostDocuments}个文档缺失或损坏，未读入，请人工查阅`);
  const read = pages.filter((page) => page.readable);
  const doubtful = read.filter((page) => page.damaged > 0 && !page.recognised);
  if (doubtful.length > 0) {
    const count = doubtful.reduce((sum, page) => sum + page.damaged, 0);
    say(
      'characters-unreadable',
      `第${numbers(doubtful)}页有${count}个字符没有文字编码，未读入，请对照原件查阅`,
    );
  }
  const fromFonts = read.filter((page) => !page.recognised && findings.fromFonts.has(page.number));
  if (fromFonts.length > 0) {
    const count = fromFonts.reduce((sum, page) => sum + findings.fromFonts.get(page.number)!, 0);
    say(
      'characters-from-font',
      `第${numbers(fromFonts)}页有${count}个字符没有文字编码，按文件内嵌字体还原，请对照原件核对`,
    );
  }
  const pictured = read.filter((page) => page.imageShare >= LARGE_IMAGE && !page.recognised);
  if (pictured.length > 0) say('pictures', `第${numbers(pictured)}页有大幅图片，图片中的文字未读入`);
  if (findings.unshown.size > 0) {
    const unshown = [...findings.unshown].sort((a, b) => a[0] - b[0]);
    const why = [...new Set(unshown.flatMap(([, reasons]) => [...reasons]))].sort().join('、');
    say(
      'pictures-unreadable',
      `第${ranges(unshown.map(([page]) => page))}页有图片无法打开（${why}），图片中的文字未读入，请人工查阅`,
    );
  }
  if (findings.incomplete.size > 0)
    say(
      'parts-missing',
      `第${ranges([...findings.incomplete].sort((a, b) => a - b))}页引用的模板或资源缺失，内容可能不全，请人工查阅`,
    );
  if (findings.hidden > 0) say('hidden-text', `文件含不显示的文字（${findings.hidden}字），未读入`);
  if (findings.remarks > 0) say('annotations', `文件含批注${findings.remarks}条，未读入`);
  if (attachments.length > 0)
    say(
      'attachments',
      `文件带有附件${attachments.length}个，未读入，请取出后单独扫描：${listed(attachments)}`,
    );
  if (signatures > 0) say('signatures', `含电子签章${signatures}个，未作验证`);
  return notes;
};

const numbers = (pages: readonly { readonly number: number }[]): string =>
  ranges(pages.map((page) => page.number));

const listed = (names: readonly string[]): string =>
  names.slice(0, MAX_NAMES).join('、') + (names.length > MAX_NAMES ? '等' : '');

const FIELDS = new Set(['Title', 'Author', 'Subject', 'Abstract', 'CreationDate', 'ModDate']);

/** Title, author, dates, keywords and the producer's own fields of a DocBody's DocInfo. */
export const metadataOf = (body: Element): MetadataField[] => {
  const info = child(body, 'DocInfo');
  const fields: [name: string, value: string][] = [];
  for (const field of info ? elementsOf(info) : []) {
    if (FIELDS.has(field.name)) fields.push([field.name, textOf(field)]);
    if (field.name === 'Keywords') fields.push(['Keywords', elementsOf(field).map(textOf).join(' ')]);
    if (field.name === 'CustomDatas')
      for (const data of elementsOf(field)) fields.push([attribute(data, 'Name') ?? '', textOf(data)]);
  }
  return fields
    .map(([name, value]) => ({ name: line(name), value: line(value), from: 'properties' as const }))
    .filter(({ name, value }) => name !== '' && value !== '' && name.length + value.length <= MAX_VALUE)
    .slice(0, MAX_FIELDS);
};
