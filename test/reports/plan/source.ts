import type {
  BasisAnswer,
  Breach,
  Label,
  LegalLevel,
  ReadDocument,
  ReadUnit,
  WeighedCitation,
} from '../../../model/index.js';
import type { PlanRow, PlanSource } from '../../../reports/index.js';
import { regulation } from '../../builders.js';
import { classification } from '../analysis.js';
import { breach } from '../samples.js';

export const no: BasisAnswer = { answer: 'no', reason: '本条未援引依据' };
export const yes: BasisAnswer = { answer: 'yes', reason: '《某法》第三条有规定' };
export const unknown: BasisAnswer = { answer: 'unknown', reason: '所引条例未收录' };

export interface Passage {
  readonly label: string;
  readonly text: string;
  readonly labels?: readonly Label[];
  readonly national?: BasisAnswer;
  readonly local?: BasisAnswer;
  readonly weighed?: readonly WeighedCitation[];
}

/** A document of these passages, one after the other, each evidence being the passage's first four characters. */
export const read = (
  passages: readonly Passage[],
  more: { readonly level?: LegalLevel; readonly breaches?: readonly Breach[] | null } = {},
): ReadDocument => {
  let at = 0;
  const units = passages.map((passage): ReadUnit => {
    const { label, text, labels = [], national, local, weighed = [] } = passage;
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return {
      unit: { label, kind: 'article', span, text, path: [], lead: '' },
      classification: classification(
        text,
        labels.map((each) => [each, text.slice(0, 4)]),
      ),
      citations: [],
      place: label,
      sourcePlace: '第1段',
      ...(labels.length > 0 && {
        assessment: { national: national ?? no, local: local ?? no, weighed, suggestions: [] },
      }),
    };
  });
  return {
    regulation: regulation({ title: '清水市供水管理办法', number: '清政发〔2018〕3号', ...more }),
    units,
    proposal: null,
    row: null,
    breaches: more.breaches === undefined ? [] : more.breaches,
  };
};

/** A breach at the beginning of the passage with that index. */
export const breachAt = (document: ReadDocument, index: number, change: Partial<Breach> = {}): Breach => {
  const { unit } = document.units[index]!;
  const start = unit.span.start;
  return breach({
    span: { start, end: start + 4 },
    place: unit.label,
    evidence: unit.text.slice(0, 4),
    context: { start, text: unit.text },
    ...change,
  });
};

export const planRow = (change: Partial<PlanRow> = {}): PlanRow => ({
  document: '《清水市供水管理办法》（清政发〔2018〕3号）',
  summary: '第八条：欠费用户列入“黑名单”',
  nationalBasis: '否',
  localBasis: '否',
  basisContent: '无',
  disposal: '修订',
  completion: '2021年6月底',
  responsibleUnit: '清水市水务局',
  responsiblePerson: '张某 副局长',
  ...change,
});

export const source = (document: ReadDocument, row: PlanRow | null = planRow()): PlanSource => ({
  source: '水务/供水办法.docx',
  document,
  row,
  isPurpose: () => false,
});
