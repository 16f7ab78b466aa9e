import {
  type CellField,
  DISPOSALS,
  FIELD_WORDS,
  type ReadDocument,
  type Subject,
  subjectOf,
} from '../../model/index.js';
import { markOfPassage } from '../../pipeline/index.js';
import type { Change } from '../api.js';
import { BadRequest, Refused } from '../errors.js';
import type { CheckedDecisions } from '../server/desk.js';
import { keysOf } from './keys.js';
import type { OpenDocument } from './open-document.js';
import { subjectWords, valueWords } from './words.js';

/** Many documents are decided at once where the same words stand in them, and in no other way: each row is looked at. */
export const mustBeOneByOne = (items: CheckedDecisions['items']): void => {
  const said = items.flatMap(({ document, changes }) => changes.map((change) => ({ document, change })));
  const documentsOf = (kind: Change['kind']): number =>
    new Set(said.flatMap(({ document, change }) => (change.kind === kind && change.after ? [document] : [])))
      .size;
  if (documentsOf('row') > 1 || documentsOf('file') > 1)
    throw new BadRequest('一次只能确认一份文件', '请逐份打开核对后确认');
  const marks = said.flatMap(({ change }) =>
    change.kind === 'finding' ? [markOfPassage(change.passage)] : [],
  );
  if (documentsOf('finding') > 1 && new Set(marks).size > 1)
    throw new BadRequest('批量决定只限于文字相同的条款', '请逐条核对后决定');
};

/** What two have agreed on goes before what one of them says: a word of one alone would change nothing. */
export const mustNotBeAgreed = (subject: Subject, { own, name }: OpenDocument): void => {
  const agreed = own.get(subject);
  if (agreed?.lane === 'agreed' && subjectOf(subject)?.kind !== 'correction')
    throw new Refused(
      `${name}：“${subjectWords(subject)}”已合议为“${valueWords(subject, agreed.value)}”`,
      '请到“差异”页修改合议的结果',
    );
};

/** The columns that are answers know no other words: forms and figures count them. */
export const ANSWERS: Readonly<Partial<Record<CellField, readonly string[]>>> = {
  disclosure: ['是', '否', '待核实'],
  blacklist: ['是', '否', '待核实'],
  punishment: ['是', '否', '待核实'],
  nationalBasis: ['是', '否', '待核实'],
  localBasis: ['是', '否', '待核实'],
  disposal: ['', ...DISPOSALS],
};

export const mustBeAnswer = (field: CellField, value: string | null): void => {
  const answers = ANSWERS[field];
  if (value === null || !answers || answers.includes(value)) return;
  throw new BadRequest(
    `“${FIELD_WORDS[field]}”不能填写“${value.slice(0, 20)}”`,
    `只能填写：${answers.filter(Boolean).join('、')}`,
  );
};

/** A finding is of a passage that stands in the document, and its words stand in the passage. */
export const mustStand = (
  passage: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  read: ReadDocument | null,
): void => {
  const unit = read?.units[keysOf(read).indexOf(passage)]?.unit;
  if (!unit) throw new BadRequest('文件中没有这个条款，可能已被修改', '请刷新后重新选择');
  if (spans.some(({ end }) => end > unit.text.length))
    throw new BadRequest('选定的文字超出了条款', '请刷新后重新选择');
};
