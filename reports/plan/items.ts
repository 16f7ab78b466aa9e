import { documentName } from '../../model/index.js';
import { known, type PlanItem, type PlanSource, UNKNOWN } from './model.js';
import { type PlanProvision, planProvisions } from './provisions.js';
import { quotation } from './quotation.js';
import { basisWords, measureWords, problemWords, WHOLE, wholeProblem } from './words.js';

/** 处置方式 by which a document is changed or ends. */
const CHANGES: ReadonlySet<string> = new Set(['修订', '立法', '废止']);

/**
 * What has to be mended in a document, a provision an item, in reading order: provisions that break a rule with an error
 * or a warning, and those without a ground. A document whose 处置方式 is 修订, 立法 or 废止 also gives those whose ground
 * is not known, and at least one item. [] where there is nothing to mend.
 */
export const planItems = (from: PlanSource): PlanItem[] => {
  const { source, document, row } = from;
  const disposal = row?.disposal.trim() ?? '';
  const name = row?.document.trim() || documentName(document, source);
  const shared = {
    document: name,
    source,
    disposal: disposal || UNKNOWN,
    completion: known(row?.completion),
    responsibleUnit: known(row?.responsibleUnit),
    responsiblePerson: known(row?.responsiblePerson),
  };
  const items = planProvisions(from, CHANGES.has(disposal)).flatMap((provision): PlanItem[] => {
    const problems = problemWords(provision, row);
    if (problems.length === 0) return [];
    return [
      {
        ...shared,
        place: provision.place,
        quotation: quotationOf(provision),
        problems,
        basis: basisWords(provision.unit, row),
        measures: measureWords(provision.place, provision, row),
      },
    ];
  });
  if (items.length > 0 || !row || !CHANGES.has(disposal)) return items;
  return [
    {
      ...shared,
      place: WHOLE,
      quotation: known(row.summary),
      problems: [wholeProblem(row)],
      basis: basisWords(null, row),
      measures: measureWords(WHOLE, { breaches: [], ground: null }, row),
    },
  ];
};

const quotationOf = ({ unit, breaches }: PlanProvision): string =>
  unit ? quotation(unit.unit.text, unit.classification.evidence) : quotation(breaches[0]!.context.text, []);
