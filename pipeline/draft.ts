import {
  type DisposalProposal,
  type DraftRow,
  hasLedgerLabel,
  type Label,
  LEDGER_LABELS,
  type ReadUnit,
  type Regulation,
  type YesNo,
} from '../model/index.js';
import { isPurpose } from './assess/enacting-clause.js';
import { basisContentOf } from './draft/basis-content.js';
import { documentName } from './draft/document-name.js';
import { namePlaces, placeIn } from './draft/places.js';
import { summarise } from './draft/summary.js';

/** Raise when the row of the same assessed units may say something else. */
export const DRAFT_VERSION = '3';

type Column = 'national' | 'local';
const MOST_REASONS = 4;

/** The ledger row of a document, or null when none of its units carries a ledger label. */
export const draft = (
  regulation: Regulation,
  units: readonly ReadUnit[],
  proposal: DisposalProposal | null,
): DraftRow | null => {
  const flagged = units.filter(({ classification }) => hasLedgerLabel(classification.labels));
  if (flagged.length === 0) return null;
  // What only says why the document is made stands for it where nothing else carries its labels.
  const ordered = new Set(
    flagged.filter((unit) => !isPurpose(unit)).flatMap(({ classification }) => classification.labels),
  );
  const measures = flagged.filter(
    (unit) =>
      !isPurpose(unit) ||
      LEDGER_LABELS.some((label) => unit.classification.labels.includes(label) && !ordered.has(label)),
  );
  const touches = (label: Label): '是' | '否' =>
    flagged.some(({ classification }) => classification.labels.includes(label)) ? '是' : '否';
  return {
    document: documentName(regulation.header),
    disclosure: touches('D'),
    blacklist: touches('B'),
    punishment: touches('P'),
    summary: summarise(measures),
    nationalBasis: columnAnswer(measures, 'national'),
    localBasis: columnAnswer(measures, 'local'),
    basisContent: basisContentOf(measures),
    disposal: proposal?.disposal ?? '',
    reasons: {
      nationalBasis: columnReasons(measures, 'national'),
      localBasis: columnReasons(measures, 'local'),
      disposal: proposal?.reason ?? '',
    },
  };
};

/**
 * One provision without a basis on either side makes both columns 否: a wrong 是 is the worse error. One that rests on
 * the other side alone asks nothing of this one.
 */
const columnAnswer = (measures: readonly ReadUnit[], column: Column): YesNo => {
  const pairs = measures.map(({ assessment }) => {
    const [national, local] = [
      assessment?.national.answer ?? 'unknown',
      assessment?.local.answer ?? 'unknown',
    ];
    return column === 'national' ? { here: national, there: local } : { here: local, there: national };
  });
  if (pairs.every(({ here }) => here === 'no')) return '否';
  if (pairs.some(({ here, there }) => here === 'no' && there === 'no')) return '否';
  const asked = pairs.filter(({ here, there }) => here !== 'no' || there !== 'yes');
  return asked.every(({ here }) => here === 'yes') ? '是' : '待核实';
};

/** 第十二条、第十五条：reason；… each different reason once. */
const columnReasons = (measures: readonly ReadUnit[], column: Column): string => {
  const places = new Map<string, string[]>();
  for (const unit of measures) {
    const reason = unit.assessment?.[column].reason ?? '依据未评估';
    const where = places.get(reason) ?? [];
    where.push(placeIn(unit));
    places.set(reason, where);
  }
  const parts = [...places].map(([reason, where]) => `${namePlaces(where)}：${reason}`);
  const rest = parts.length - MOST_REASONS;
  return parts.slice(0, MOST_REASONS).join('；') + (rest > 0 ? `；另有${rest}种情形，见各条依据说明` : '');
};
