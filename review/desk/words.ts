import {
  type DecisionEvent,
  FIELD_WORDS,
  type FileDecision,
  type FindingDecision,
  type Label,
  type RowDecision,
  type Subject,
  type SubjectValue,
  subjectOf,
} from '../../model/index.js';
import { LABEL_WORDS } from '../../reports/index.js';

/** What a subject is, in words. */
export const subjectWords = (subject: Subject): string => {
  const about = subjectOf(subject);
  switch (about?.kind) {
    case 'finding':
      return labelWords(about.label);
    case 'cell':
      return FIELD_WORDS[about.field] ?? about.field;
    case 'correction':
      return '识别文字';
    case 'row':
      return '台账行';
    case 'file':
      return '未能读取的文件';
    case 'revealed':
      return '查看初核结果';
    default:
      return subject;
  }
};

const labelWords = (label: Label): string => LABEL_WORDS[label] ?? label;

/** What was said of a subject, in words. */
export const valueWords = (subject: Subject, value: SubjectValue): string => {
  const about = subjectOf(subject);
  if (value === null) return about?.kind === 'cell' ? '恢复为预填内容' : '未确认';
  switch (about?.kind) {
    case 'finding': {
      const { verdict, spans } = value as FindingDecision;
      if (verdict === 'rejected') return '不涉及';
      return spans ? '涉及（人工标出依据文字）' : '涉及';
    }
    case 'cell':
      return short(String(value)) || '（空）';
    case 'correction': {
      const { original, replacement } = value as { original: string; replacement: string };
      return `“${short(original)}”更正为“${short(replacement)}”`;
    }
    case 'row':
      return (value as RowDecision).included ? '确认列入台账' : '确认不列入台账';
    case 'file':
      return `已人工查阅${(value as FileDecision).note ? `：${short((value as FileDecision).note)}` : ''}`;
    default:
      return '已查看';
  }
};

const LONGEST = 60;
const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const ACT_WORDS = { do: '', undo: '撤销，', redo: '重做，' } as const;

/** An event in one line. */
export const eventWords = ({
  subject,
  after,
  act,
}: Pick<DecisionEvent, 'subject' | 'after' | 'act'>): string =>
  `${ACT_WORDS[act]}${subjectWords(subject)}：${valueWords(subject, after)}`;
