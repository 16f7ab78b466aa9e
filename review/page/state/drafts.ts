import { session } from './app.js';

/** What a person is writing in a cell and has not saved yet: kept in the browser, so that a closed window loses nothing. */

const name = (document: number, field: string): string =>
  `qinggui:draft:${session.peek()?.id ?? ''}:${document}:${field}`;

/** null where nothing is kept. */
export const keptDraft = (document: number, field: string): string | null => {
  try {
    return localStorage.getItem(name(document, field));
  } catch {
    return null;
  }
};

export const keepDraft = (document: number, field: string, words: string): void => {
  try {
    localStorage.setItem(name(document, field), words);
  } catch {
    // The field itself still holds the words.
  }
};

export const dropDraft = (document: number, field: string): void => {
  try {
    localStorage.removeItem(name(document, field));
  } catch {
    // There was none.
  }
};
