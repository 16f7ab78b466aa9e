import {
  type DisposalProposal,
  type DraftRow,
  type Label,
  LEDGER_LABELS,
  type ReadUnit,
  type Regulation,
  type YesNo,
} from '../model/index.js';
import { basisContentOf } from './draft/basis-content.js';
import { documentName } from './draft/document-name.js';
import { namePlaces, placeIn } from './draft/places.js';
import { summarise } from './draft/summary.js';

type Column = 'national' | 'local';
const MOST_REASONS = 4;

/** The ledger row of a document, or null when none of its units carries a ledger label. */
export const draft = (
  regulation: Regulation,
  units: readonly ReadUnit[],
  proposal: DisposalProposal | null,
): DraftRow | null => {
  const flagged = units.filter(({ classification }) =>
    LEDGER_LABELS.some((label) => classification.labels.includes(label)),
  );
  if (flagged.length === 0) return null;
  const touches = (label: Label): '是' | '否' =>
    flagged.some(({ classification }) => classification.labels.includes(label)) ? '是' : '否';
  return {
    document: documentName(regulation.header),
    disclosure: touches('D'),
    blacklist: touches('B'),
    punishment: touches('P'),
    summary: summarise(flagged),
    nationalBasis: columnAnswer(flagged, 'national'),
    localBasis: columnAnswer(flagged, 'local'),
    basisContent: basisContentOf(flagged),
    disposal: proposal?.disposal ?? '',
    reasons: {
      nationalBasis: columnReasons(flagged, 'national'),
      localBasis: columnReasons(flagged, 'local'),
      disposal: proposal?.reason ?? '',
    },
  };
};

/** One provision without a basis makes the row 否: a wrong 是 is the worse error. */
const columnAnswer = (flagged: readonly ReadUnit[], column: Column): YesNo => {
  const answers = flagged.map(({ assessment }) => assessment?.[column].answer ?? 'unknown');
  if (answers.includes('no')) return '否';
  return answers.every((answer) => answer === 'yes') ? '是' : '待核实';
};

/** 第十二条、第十五条：reason；… each different reason once. */
const columnReasons = (flagged: readonly ReadUnit[], column: Column): string => {
  const places = new Map<string, string[]>();
  for (const unit of flagged) {
    const reason = unit.assessment?.[column].reason ?? '依据未评估';
    const where = places.get(reason) ?? [];
    where.push(placeIn(unit));
    places.set(reason, where);
  }
  const parts = [...places].map(([reason, where]) => `${namePlaces(where)}：${reason}`);
  const rest = parts.length - MOST_REASONS;
  return parts.slice(0, MOST_REASONS).join('；') + (rest > 0 ? `；另有${rest}种情形，见各条依据说明` : '');
};
