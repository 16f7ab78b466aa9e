import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);

/** 40 MB and a third of a second: only for a process in which some text comes so far. The import alone reads the dictionary. */
let jieba: Jieba | undefined;

/** The words of a compact text, in order, signs among them; together they are the text. */
export const wordsOf = (text: string): readonly string[] => {
  jieba ??= load();
  return jieba.cut(text, true);
};

const load = (): Jieba => {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  return Jieba.withDict(dict);
};
