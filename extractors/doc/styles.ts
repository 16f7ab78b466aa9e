import { Buffer } from 'node:buffer';
import type { Extent } from './header.js';
import {
  applyCharacter,
  applyParagraph,
  type CharacterLook,
  type ParagraphLook,
  PLAIN_CHARACTER,
  PLAIN_PARAGRAPH,
} from './looks.js';

interface Definition {
  /** Built-in styles have fixed numbers: 1 … 9 are 标题 1 … 9, 62 is 标题 (title). */
  readonly builtIn: number;
  readonly base: number;
  readonly paragraph: Buffer;
  readonly character: Buffer;
}

/** A style with all that it takes over. */
export interface DocStyle {
  readonly ids: readonly number[];
  readonly paragraph: Readonly<ParagraphLook>;
  readonly character: Readonly<CharacterLook>;
}

/** A style is based on few others; hostile files have chains of thousands, and each style its own. */
const MAX_CHAIN = 50;
const NOTHING = Buffer.alloc(0);
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const TITLE = 62;
const PLAIN: DocStyle = { ids: [], paragraph: PLAIN_PARAGRAPH, character: PLAIN_CHARACTER };

/** The style sheet of a .doc (MS-DOC 2.9.271). */
export class DocStyles {
  readonly #definitions: (Definition | undefined)[];
  readonly #resolved = new Map<number, DocStyle>();
  readonly #data: Buffer | undefined;

  constructor(table: Buffer, extent: Extent, data: Buffer | undefined) {
    this.#definitions = readDefinitions(table.subarray(extent.at, extent.at + extent.length));
    this.#data = data;
  }

  /** A style by its number, resolved along its bases; plain where there is none. */
  style(id: number): DocStyle {
    const known = this.#resolved.get(id);
    if (known) return known;
    const chain: number[] = [];
    for (let at = id; this.#definitions[at] && !chain.includes(at); at = this.#definitions[at]!.base) {
      if (chain.length >= MAX_CHAIN) break;
      chain.push(at);
    }
    let style = PLAIN;
    for (const link of chain.toReversed()) style = this.#derive(style, link);
    this.#resolved.set(id, style);
    return style;
  }

  #derive(base: DocStyle, id: number): DocStyle {
    const { builtIn, paragraph, character } = this.#definitions[id]!;
    const paragraphLook = { ...base.paragraph };
    if (builtIn >= 1 && builtIn <= 9) paragraphLook.outline = builtIn - 1;
    else if (builtIn === TITLE) paragraphLook.outline = 0;
    applyParagraph(paragraphLook, paragraph, this.#data);
    const characterLook = { ...base.character };
    applyCharacter(characterLook, character, base.character);
    return { ids: [id, ...base.ids], paragraph: paragraphLook, character: characterLook };
  }
}

const readDefinitions = (sheet: Buffer): (Definition | undefined)[] => {
  if (sheet.length < 6) return [];
  const count = sheet.readUInt16LE(2);
  const baseSize = sheet.readUInt16LE(4);
  const definitions: (Definition | undefined)[] = [];
  let at = 2 + sheet.readUInt16LE(0);
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = sheet.readUInt16LE(at);
    definitions.push(
      size > baseSize ? readDefinition(sheet.subarray(at + 2, at + 2 + size), baseSize) : undefined,
    );
    at += 2 + size + (size % 2);
  }
  return definitions;
};

const readDefinition = (bytes: Buffer, baseSize: number): Definition | undefined => {
  if (bytes.length < baseSize + 2) return undefined;
  const kind = bytes.readUInt16LE(2) & 0xf;
  const base = bytes.readUInt16LE(2) >> 4;
  // The name: its length in characters, the characters, a final zero.
  let at = baseSize + 2 + bytes.readUInt16LE(baseSize) * 2 + 2;
  const next = (): Buffer => {
    if (at + 2 > bytes.length) return NOTHING;
    const size = bytes.readUInt16LE(at);
    const list = bytes.subarray(at + 2, at + 2 + size);
    at += 2 + size + (size % 2);
    return list;
  };
  // The paragraph list starts with the style's own number.
  const paragraph = kind === PARAGRAPH_STYLE ? next().subarray(2) : NOTHING;
  const character = kind === PARAGRAPH_STYLE || kind === CHARACTER_STYLE ? next() : NOTHING;
  return { builtIn: bytes.readUInt16LE(0) & 0xfff, base, paragraph, character };
};
