import { DomHandler, type DomUtils, Parser } from 'htmlparser2';
import { FileError } from '../../model/index.js';

export type Document = DomHandler['root'];
export type Node = Document['children'][number];
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
export type Text = Extract<Node, { data: string; type: 'text' }>;

/** Elements in elements. Real pages have fewer than fifty; each open one makes every tag behind it dearer. */
const MAX_DEPTH = 2_000;
/** Elements and pieces of text; so many take some hundred megabytes. */
const MAX_NODES = 500_000;

/**
 * Keeps every run of text that the parser reports as a node of its own, so that a node's indices say exactly
 * where it stands in the source: a plain run has the length of its source, a decoded entity has not.
 */
class SourceHandler extends DomHandler {
  #depth = 0;
  #nodes = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > MAX_DEPTH) throw new FileError('corrupt', '网页内容嵌套过深');
    this.#count();
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth--;
    super.onclosetag();
  }

  override ontext(data: string): void {
    this.#count();
    this.lastNode = null;
    super.ontext(data);
  }

  #count(): void {
    if (++this.#nodes > MAX_NODES) throw new FileError('too-large', '网页内容过多');
  }
}

/**
 * Parses any text as HTML; broken markup gives some tree. Throws FileError: corrupt where it is nested absurdly,
 * too-large.
 */
export const parseHtml = (source: string): Document => {
  const handler = new SourceHandler(undefined, { withStartIndices: true, withEndIndices: true });
  // The parser takes the inside of <noframes> for plain text; a <div> of the same length keeps every offset.
  const readable = source.replace(/<(\/?)noframes/gi, '<$1div     ');
  new Parser(handler, { decodeEntities: true }).end(readable);
  return handler.root;
};

export const isElement = (node: { readonly type: string } | null): node is Element =>
  node !== null && (node.type === 'tag' || node.type === 'script' || node.type === 'style');

/** The parent element; null at the top. */
export const parentOf = (element: Element): Element | null =>
  isElement(element.parent) ? element.parent : null;

/** id and class, which authors of page templates name after what the element holds. */
export const hintsOf = (element: Element): string =>
  `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`.trim();

/** Every element below `top` in document order: a parent before its children. Not recursive: pages nest deeply. */
export const elementsOf = (top: Document | Element): Element[] => {
  const found: Element[] = [];
  const waiting: Node[] = [...top.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
  return found;
};

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hr html legend li listing main menu nav noframes ol ' +
    'optgroup option p plaintext pre section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Elements whose text is never part of what a page shows as text. */
export const UNSEEN: ReadonlySet<string> = new Set(
  (
    'applet audio button canvas datalist embed head iframe map math meter noembed noscript object option ' +
    'progress rp rt script select style svg template title video'
  ).split(' '),
);
