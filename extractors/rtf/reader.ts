import { FileError, type MetadataField } from '../../model/index.js';
import { cleanText } from '../word/clean.js';
import { outlineByName } from '../word/heading-style.js';
import type { Item } from '../word/items.js';
import type { ReadingNotes } from '../word/reading-notes.js';
import { FontTable } from './fonts.js';
import { ListTables } from './lists.js';
import { Output } from './output.js';
import { RowDefinition } from './row.js';
import { applyLook, initialState, resetCharacter, resetParagraph, type State } from './state.js';
import { Stories } from './stories.js';
import { TextBudget } from './story.js';
import type { Tokens } from './tokens.js';
import { CHARACTERS, OPTIONAL, PROPERTIES, SKIPPED, SYMBOLS } from './words.js';

/** Groups inside groups; real files have less than fifty. */
const MAX_DEPTH = 1000;

/** What an RTF file holds. */
export interface RtfContent {
  readonly body: readonly Item[];
  /** The body's items hold references to them. */
  readonly footnotes: ReadonlyMap<string, readonly Item[]>;
  readonly metadata: readonly MetadataField[];
}

const STAR = 0x2a;

interface Group {
  readonly state: State;
  /** What is to be done when the group ends. */
  readonly close: (() => void) | undefined;
}

/** Reads the tokens of a file. A group's state is kept on a stack of our own: nesting costs no recursion. */
export class RtfReader {
  readonly #tokens: Tokens;
  readonly #notes: ReadingNotes;
  readonly #fonts = new FontTable();
  readonly #lists = new ListTables();
  readonly #groups: Group[] = [];
  readonly #stories: Stories;
  readonly #metadata: MetadataField[] = [];
  readonly #output: Output;
  #state: State = initialState(new RowDefinition());
  #close: (() => void) | undefined;
  /** Characters still to be passed over after \u. */
  #skip = 0;
  /** The last token was \* or the beginning of a group: a destination can follow. */
  #optional = false;
  #atHead = false;
  /** The next group is a copy for old readers. */
  #skipNext = false;
  #inStyles = false;
  #inLists = false;

  constructor(tokens: Tokens, notes: ReadingNotes) {
    this.#tokens = tokens;
    this.#notes = notes;
    const budget = new TextBudget();
    this.#stories = new Stories(notes, this.#lists, budget);
    this.#output = new Output(this.#fonts, this.#stories, budget);
  }

  /** Reads all. Throws FileError: corrupt where groups are left open or nested absurdly, too-large. */
  read(): RtfContent {
    let ended = false;
    while (!ended) ended = this.#step();
    const body = this.#stories.close(this.#state);
    return { body, footnotes: this.#stories.footnotes, metadata: this.#metadata };
  }

  /** One token. True where the outermost group ends. */
  #step(): boolean {
    const token = this.#tokens.next();
    const optional = this.#optional;
    const atHead = this.#atHead;
    this.#optional = false;
    this.#atHead = false;
    if (token === 'byte') {
      this.#byte(this.#tokens.code);
      return false;
    }
    if (token === 'end') throw new FileError('corrupt', '文件在中途结束，可能没有下载完整');
    this.#flush(false);
    if (token === 'close') return this.#end();
    if (token === 'open') this.#open();
    else if (token === 'symbol' && this.#tokens.code === STAR) {
      this.#optional = atHead;
      this.#atHead = atHead;
    } else if (token === 'symbol') this.#symbol(this.#tokens.code);
    else if (!atHead || !this.#destination(this.#tokens.word, optional))
      this.#word(this.#tokens.word, this.#tokens.parameter);
    return false;
  }

  #open(): void {
    this.#skip = 0;
    if (this.#groups.length >= MAX_DEPTH) throw new FileError('corrupt', '内容嵌套过深');
    this.#groups.push({ state: this.#state, close: this.#close });
    this.#state = { ...this.#state };
    this.#close = undefined;
    this.#atHead = true;
    if (!this.#skipNext) return;
    this.#skipNext = false;
    this.#skipGroup();
  }

  #end(): boolean {
    this.#skip = 0;
    this.#close?.();
    const outer = this.#groups.pop();
    if (outer) {
      // A character may be split over two groups, but not over two targets.
      if (outer.state.target !== this.#state.target) this.#flush(true);
      this.#state = outer.state;
      this.#close = outer.close;
    }
    return this.#groups.length === 0;
  }

  /** Passes over what is left of the open group. */
  #skipGroup(): void {
    this.#flush(true);
    if (!this.#tokens.skipGroup()) throw new FileError('corrupt', '文件在中途结束，可能没有下载完整');
    this.#end();
  }

  #byte(byte: number): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    this.#output.byte(byte, this.#state);
  }

  #flush(all: boolean): void {
    this.#output.flush(this.#state, all);
  }

  #symbol(code: number): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (code === 0x0a || code === 0x0d) this.#endParagraph();
    else {
      const text = SYMBOLS.get(code);
      if (text !== undefined) this.#output.text(text, this.#state);
    }
  }

  #word(word: string, parameter: number | undefined): void {
    const skip = this.#skip;
    this.#skip = 0;
    if (word === 'bin') {
      this.#tokens.skip(parameter ?? 0);
      this.#skip = Math.max(0, skip - 1);
    } else if (word === 'u') {
      this.#output.text(String.fromCharCode((parameter ?? 0) & 0xffff), this.#state);
      this.#skip = this.#state.fallback;
    } else if (!this.#definition(word, parameter) && !applyLook(this.#state, word, parameter))
      this.#flow(word);
  }

  /** Words that begin a destination: only at the head of a group, so that a stray one hides nothing. */
  #destination(word: string, optional: boolean): boolean {
    if (SKIPPED.has(word) || (optional && !OPTIONAL.has(word)) || isMathProperties(word)) {
      this.#skipGroup();
      return true;
    }
    switch (word) {
      case 'fonttbl':
        this.#aim('fonts');
        return true;
      case 'stylesheet':
        this.#inStyles = true;
        this.#aim('nowhere', () => {
          this.#inStyles = false;
        });
        return true;
      case 'listtable':
      case 'listoverridetable':
        this.#inLists = true;
        this.#aim('nowhere', () => {
          this.#inLists = false;
        });
        return true;
      case 'leveltext':
        this.#collect((text) => this.#lists.levelText(text));
        return true;
      case 's':
        return this.#style(this.#tokens.parameter ?? 0);
      case 'info':
      case 'sv':
        this.#aim('nowhere');
        return true;
      case 'creatim':
      case 'revtim':
      case 'printim':
      case 'buptim':
        this.#skipGroup();
        return true;
      case 'pict':
        this.#notes.picture();
        this.#skipGroup();
        return true;
      case 'listtext':
      case 'pntext':
        this.#aim('number');
        return true;
      case 'footnote':
        this.#openStory((items) => this.#stories.footnote(items));
        return true;
      case 'shptxt':
      case 'dptxbxtext':
        this.#openStory((items) => this.#stories.current.box(items));
        return true;
      case 'upr':
        this.#skipNext = true;
        return true;
      case 'nesttableprops':
        this.#state.row = new RowDefinition();
        return true;
      default:
        return this.#property(word);
    }
  }

  /** A style's definition; its name tells the level where nothing else does. */
  #style(style: number): boolean {
    if (!this.#inStyles) return false;
    this.#state.style = style;
    this.#collect((name) => {
      const outline = outlineByName(name.replace(/;$/, '').trim());
      if (outline !== undefined && !this.#stories.outlines.has(style))
        this.#stories.outlines.set(style, outline);
    });
    return true;
  }

  /** Document properties, which stand in \info only. */
  #property(word: string): boolean {
    const name = this.#state.target === 'nowhere' ? PROPERTIES.get(word) : undefined;
    if (name === undefined) return false;
    this.#collect((text) => {
      const value = cleanText(text).trim();
      if (value) this.#metadata.push({ name, value, from: 'properties' });
    });
    return true;
  }

  /** Control words that define fonts, styles, lists and rows. */
  #definition(word: string, parameter: number | undefined): boolean {
    if (word === 'ansicpg' || word === 'mac') {
      this.#fonts.page = word === 'mac' ? 10000 : parameter;
      return true;
    }
    if (word === 'deff') {
      this.#fonts.standard = parameter ?? 0;
      return true;
    }
    if (this.#state.target === 'fonts') {
      this.#fonts.word(word, parameter);
      return true;
    }
    if (this.#inLists) {
      this.#lists.word(word, parameter);
      return true;
    }
    if (this.#inStyles && word === 'outlinelevel') {
      this.#stories.outlines.set(this.#state.style, parameter ?? 9);
      return true;
    }
    return this.#state.row.apply(word, parameter);
  }

  /** Control words of the running text. */
  #flow(word: string): void {
    if (this.#state.target === 'nowhere') return;
    const character = CHARACTERS.get(word);
    if (character !== undefined) {
      this.#output.text(character, this.#state);
      return;
    }
    switch (word) {
      case 'plain':
        resetCharacter(this.#state, this.#fonts.standard);
        break;
      case 'pard':
        resetParagraph(this.#state);
        break;
      case 'par':
      case 'sect':
        this.#endParagraph();
        break;
      case 'cell':
        this.#endParagraph(1);
        break;
      case 'nestcell':
        this.#endParagraph(Math.max(2, this.#state.depth));
        break;
      case 'row':
        this.#endRow(1);
        break;
      case 'nestrow':
        this.#endRow(Math.max(2, this.#state.depth));
        break;
      default:
    }
  }

  #aim(target: State['target'], close?: () => void): void {
    this.#flush(true);
    this.#state.target = target;
    this.#close = close;
  }

  /** Gathers the text of a group and hands it on when the group ends. */
  #collect(use: (text: string) => void): void {
    this.#output.takeCollected();
    this.#aim('collect', () => {
      this.#flush(true);
      use(this.#output.takeCollected());
    });
  }

  /** Text that stands apart; `use` gets its paragraphs and tables. */
  #openStory(use: (items: readonly Item[]) => void): void {
    this.#aim('story', () => {
      this.#flush(true);
      use(this.#stories.close(this.#state));
    });
    this.#stories.open();
    resetParagraph(this.#state);
    this.#state.row = new RowDefinition();
  }

  #endParagraph(cell = 0): void {
    if (this.#state.target !== 'story') return;
    this.#flush(true);
    this.#stories.endParagraph(this.#state, cell);
  }

  #endRow(depth: number): void {
    if (this.#state.target !== 'story') return;
    this.#flush(true);
    this.#stories.endRow(this.#state, depth);
  }
}

/** Properties of formulas: {\mfPr …}, {\mctrlPr …}. */
const isMathProperties = (word: string): boolean => word.startsWith('m') && word.endsWith('Pr');
