import { hashOfWords, judgedWords } from '../../audit/index.js';
import type { FileAnalysis } from '../../model/index.js';
import { findAnalysis, lastScan, unpack } from '../../store/index.js';
import type { QuestionContext } from '../sample-api.js';
import type { DeskContext } from './context.js';
import { keysOf } from './keys.js';
import { type Head, itemsOf } from './sample-kept.js';

/**
 * The provisions before and after a question's, as plain text. They are no part of what was drawn: the analysis of the file as
 * it was then gives them, for as long as the store has one in which the provision reads the same.
 */
export const contextOf = async (
  context: DeskContext,
  head: Head,
  question: number,
): Promise<QuestionContext> => {
  const { store, collection } = context;
  const { file, part, passage, text } = (await itemsOf(context, head))[question - 1]!;
  const scan = await lastScan(store, collection);
  const packed = scan && (await findAnalysis(store, file, scan.version));
  const document = packed ? unpack<FileAnalysis>(packed).documents[part] : undefined;
  const at = document ? keysOf(document).indexOf(passage) : -1;
  const unit = document?.units[at];
  if (!document || !unit || hashOfWords(judgedWords(unit.unit)) !== text)
    return { before: null, after: null, missing: GONE };
  const beside = (place: number) => {
    const found = document.units[place]?.unit;
    return found ? { place: found.label, text: found.text } : null;
  };
  return { before: beside(at - 1), after: beside(at + 1), missing: '' };
};

const GONE = '抽取之后文件有变化或分析结果已不在，不能显示前后条文；请只看本条原文作答';
