import {
  type Evidence,
  LABELS,
  type ReadDocument,
  type ReadUnit,
  type WeighedCitation,
} from '../../model/index.js';
import { excerpt } from '../excerpt.js';
import { FORMS } from '../ledger/forms.js';
import { checkWords, citationWords, type MeaningOf, suggestionWords } from '../ledger/from-analysis.js';
import { ANSWER_WORDS, COUNTS_WORDS, LABEL_WORDS, LEVEL_WORDS, PLACE_WORDS } from '../words.js';
import { kindWords } from './kinds.js';
import { type Line, table } from './table.js';

/** By label: the meaning of the cues and the words. */
const evidenceLines = ({ unit }: ReadUnit, evidence: readonly Evidence[], meaningOf: MeaningOf): string[] =>
  LABELS.flatMap((label) => {
    const words = evidence.filter((each) => each.label === label);
    if (words.length === 0) return [];
    const cues = [...new Set(words.map(({ cue }) => cue))].map((cue) =>
      meaningOf(cue) ? `${meaningOf(cue)}（${cue}）` : cue,
    );
    return [`      ${LABEL_WORDS[label]}  ${cues.join('；')}`, `        ${excerpt(unit.text, words)}`];
  });

/** What cues saw in a provision and the learned score withheld. */
export const overruledLines = (read: ReadUnit, meaningOf: MeaningOf): string[] => [
  `    ${read.unit.label}`,
  ...evidenceLines(read, read.classification.overruled, meaningOf),
];

/** One flagged provision: the words that carried each label, its citations, its basis. */
export const findingLines = (read: ReadUnit, meaningOf: MeaningOf): string[] => {
  const { unit, classification, kinds, citations, assessment } = read;
  return [
    `    ${read.place || unit.label}（${read.sourcePlace}）`,
    ...evidenceLines(read, classification.evidence, meaningOf),
    ...(kinds ? kindWords(kinds).map((line) => `      ${line}`) : []),
    ...(citations.length > 0 ? [`      引用：${citations.map(citationWords).join('；')}`] : []),
    ...(assessment
      ? [
          `      国家层面依据：${ANSWER_WORDS[assessment.national.answer]}。${assessment.national.reason}`,
          `      地方性法规依据：${ANSWER_WORDS[assessment.local.answer]}。${assessment.local.reason}`,
          ...assessment.weighed.map((weighed) => `        ${weighedWords(weighed)}`),
          ...assessment.suggestions.map((each) => `        可供参考（须人工判断）：${suggestionWords(each)}`),
        ]
      : []),
  ];
};

const weighedWords = (weighed: WeighedCitation): string =>
  `${PLACE_WORDS[weighed.place]}，${LEVEL_WORDS[weighed.level]}，${COUNTS_WORDS[weighed.counts]}。${checkWords(weighed)}`;

/** The ledger row as drafted, under the national form's headings. */
export const rowLines = ({ row, proposal }: ReadDocument): string[] => {
  if (!row) return ['  台账：不列入（不涉及三栏中的任何一栏）'];
  const headings = FORMS.national.headings;
  const values = [
    row.document,
    row.disclosure,
    row.blacklist,
    row.punishment,
    row.summary,
    row.nationalBasis,
    row.localBasis,
    row.basisContent,
    row.disposal || '须人工确定',
  ];
  return [
    '  台账',
    ...table(
      '    ',
      values.map((value, index): Line => [headings[index + 1]!, value]),
    ),
    ...(proposal ? [`    处置方式的理由：${proposal.reason}`] : []),
  ];
};
