import type { stream } from 'exceljs';
import type { BasisAnswer } from '../../model/index.js';
import { ANSWER_WORDS, LABEL_WORDS } from '../words.js';
import { breathe } from './breathe.js';
import type { LedgerDocument, LedgerEvidence, LedgerInput } from './input.js';
import { inLedgerOrder, PLACE_COLUMNS } from './ledger-order.js';
import { ListSheet, type ListValue } from './list-sheet.js';

const EVIDENCE_SHEET = '证据';
const COLUMNS = [
  ...PLACE_COLUMNS,
  { heading: '涉及事项', width: 12 },
  { heading: '原文摘录（【】内为判断所据文字）', width: 46 },
  { heading: '判断所据用语的含义', width: 22 },
  { heading: '条款中引用的依据', width: 22 },
  { heading: '引用依据的核对', width: 40 },
  { heading: '国家层面依据', width: 8, centred: true },
  { heading: '国家层面依据的理由', width: 30 },
  { heading: '地方性法规依据', width: 8, centred: true },
  { heading: '地方性法规依据的理由', width: 30 },
  { heading: '可供参考的依据（须人工判断）', width: 34 },
  { heading: '建议处置方式', width: 8, centred: true },
  { heading: '处置方式的理由', width: 30 },
] as const;

/** One line an evidence, in the order of the ledger; behind them, with '—' for the number, documents with hints alone. */
export const writeEvidenceSheet = async (
  book: stream.xlsx.WorkbookWriter,
  { documents }: LedgerInput,
): Promise<void> => {
  const sheet = new ListSheet(book, EVIDENCE_SHEET, COLUMNS);
  let rows = 0;
  let hints = 0;
  const pause = breathe();
  for await (const { number, document } of inLedgerOrder(documents)) {
    if (document.row !== null) rows += 1;
    for (const [index, evidence] of document.evidence.entries()) {
      const hint = evidence.label === 'Q' || evidence.label === 'R';
      if (hint) hints += 1;
      sheet.add(
        [
          ...foundValues(number, document, evidence),
          // A hint has no column in the form, so nothing is asked of its basis.
          ...(hint ? ['', '', '', '', '', ''] : basisValues(evidence)),
          // Said of the whole document, and too long to be read more than once.
          ...(index === 0 ? disposalValues(document) : ['', '']),
        ],
        hint ? 'hint' : undefined,
      );
      await pause();
    }
  }
  sheet.end(
    `合计：证据${sheet.rows}条，其中涉及台账三栏${sheet.rows - hints}条，提示${hints}条；台账${rows}行。`,
  );
};

const foundValues = (
  number: ListValue,
  { name, source }: LedgerDocument,
  evidence: LedgerEvidence,
): ListValue[] => [
  number,
  name,
  source,
  evidence.provision,
  evidence.place,
  LABEL_WORDS[evidence.label],
  evidence.quotation,
  evidence.meanings.join('；'),
  evidence.citations.join('\n'),
];

const basisValues = ({ checks, national, local, suggestions }: LedgerEvidence): ListValue[] => [
  checks.join('\n'),
  ...answerValues(national),
  ...answerValues(local),
  suggestions.join('\n'),
];

const disposalValues = ({ row }: LedgerDocument): ListValue[] =>
  row ? [row.disposal || '须人工确定', row.reasons.disposal] : ['', ''];

const answerValues = (answer: BasisAnswer | null): ListValue[] =>
  answer ? [ANSWER_WORDS[answer.answer], answer.reason] : ['', ''];
