import type { Block } from '../../model/index.js';
import type { RowDefinition } from './row.js';

/** Where text goes: into the story, an automatic number, a property or definition, or nowhere. */
export type Target = 'story' | 'number' | 'collect' | 'fonts' | 'nowhere';

/** What holds inside a group and ends with it. */
export interface State {
  target: Target;
  font: number;
  /** After \loch, \hich and \dbch the font that they name is the run's. */
  plane: boolean;
  /** In half-points. */
  size: number;
  bold: boolean;
  hidden: boolean;
  deleted: boolean;
  revised: boolean;
  /** Characters after \u that older readers show instead. */
  fallback: number;
  align: Block['align'];
  inTable: boolean;
  depth: number;
  outline: number | undefined;
  style: number;
  list: number;
  level: number;
  /** The row being defined; inside of a nested table's properties another one. */
  row: RowDefinition;
}

const CHARACTER = { plane: false, size: 24, bold: false, hidden: false, deleted: false, revised: false };
const PARAGRAPH = {
  align: undefined,
  inTable: false,
  depth: 1,
  outline: undefined,
  style: 0,
  list: 0,
  level: 0,
};

/** The state at the beginning of a file. */
export const initialState = (row: RowDefinition): State => ({
  target: 'story',
  font: -1,
  fallback: 1,
  ...CHARACTER,
  ...PARAGRAPH,
  row,
});

/** \plain: characters look as nothing was said. */
export const resetCharacter = (state: State, font: number): void => {
  Object.assign(state, CHARACTER, { font });
};

/** \pard: paragraphs look as nothing was said. */
export const resetParagraph = (state: State): void => {
  Object.assign(state, PARAGRAPH);
};

const ALIGN: ReadonlyMap<string, Block['align']> = new Map([
  ['ql', 'left'],
  ['qj', undefined],
  ['qc', 'center'],
  ['qr', 'right'],
]);

/** Applies a control word that only changes looks. False where it is another. */
export const applyLook = (state: State, word: string, parameter: number | undefined): boolean => {
  const on = parameter !== 0;
  switch (word) {
    case 'f':
      state.font = parameter ?? 0;
      return true;
    case 'af':
      if (state.plane) state.font = parameter ?? 0;
      return true;
    case 'loch':
    case 'hich':
    case 'dbch':
      state.plane = true;
      return true;
    case 'ltrch':
    case 'rtlch':
      state.plane = false;
      return true;
    case 'fs':
      state.size = parameter ?? 24;
      return true;
    case 'b':
      state.bold = on;
      return true;
    case 'v':
      state.hidden = on;
      return true;
    case 'deleted':
      state.deleted = on;
      return true;
    case 'revised':
      state.revised = on;
      return true;
    case 'uc':
      state.fallback = Math.max(0, parameter ?? 1);
      return true;
    case 'ql':
    case 'qj':
    case 'qc':
    case 'qr':
      state.align = ALIGN.get(word);
      return true;
    case 'intbl':
      state.inTable = on;
      return true;
    case 'itap':
      state.depth = Math.max(1, parameter ?? 1);
      state.inTable = parameter !== 0;
      return true;
    case 'outlinelevel':
      state.outline = parameter;
      return true;
    case 's':
      state.style = parameter ?? 0;
      return true;
    case 'ls':
      state.list = parameter ?? 0;
      return true;
    case 'ilvl':
      state.level = Math.min(Math.max(0, parameter ?? 0), 8);
      return true;
    default:
      return false;
  }
};
