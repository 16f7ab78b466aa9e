import { type ProvisionMeasures, titleKey } from '../../corpus/index.js';
import {
  type Answer,
  type Citation,
  type Label,
  LEDGER_LABELS,
  type LegalLevel,
  type ProvisionAssessment,
  type ReadUnit,
  type Resolution,
  type Span,
} from '../../model/index.js';
import { answerOf, type Doubt, NATIONAL_LEVELS } from './answer.js';
import type { CitedUnit } from './cited-unit.js';
import { enactingClauses, standsIn } from './enacting-clause.js';
import { type Found, speaks } from './grounds.js';
import { measuresOf } from './measures.js';
import { isReserved } from './reserved.js';
import { suggestionsFor } from './suggest.js';
import { type CitingDocument, weigh } from './weigh.js';

/** Resolved once a document, since each of its provisions is weighed against it. */
export interface ResolvedGround {
  readonly citation: Citation;
  readonly resolution: Resolution;
}

/** The document a provision stands in, as far as its basis depends on it. */
export interface BasisContext extends CitingDocument {
  /** Keys of the titles under which the document speaks of itself and of what it issues. */
  readonly ownTitles: ReadonlySet<string>;
  /** The citations of the 根据…制定 clause: general authority, weaker than a citation in the provision. */
  readonly grounds: readonly ResolvedGround[];
  /** The document's own level: 国办发〔2020〕49号（七） speaks of rules of ministries. */
  readonly level: LegalLevel;
}

/**
 * How a provision stands: with a ground (yes), without one (no), with one that its text does not name as such
 * (unsaid), or with a named one that may not count (doubtful).
 */
export type Standing = 'yes' | 'no' | 'unsaid' | 'doubtful';

export interface Judged {
  readonly assessment: ProvisionAssessment;
  readonly standing: Standing;
}

/** How far the measure may stand from the citation, in characters. */
const FARTHEST = 1500;
/** Measures that often stand between the cited law and the credit measure: the law may be the ground of these alone. */
const OTHER_MEASURE =
  /(?:处以|罚款|予以处罚|给予[^，。；]{0,8}处罚|进行处罚|查处(?!情况|结果|信息|记录)|追究|责令|吊销)/u;

/** Answers both basis questions for a unit that carries a ledger label. 国办发〔2020〕49号（九）: 直接援引. */
export const basisOf = (read: CitedUnit, context: BasisContext): Judged => {
  const labels = LEDGER_LABELS.filter((label) => read.classification.labels.includes(label));
  const measures = measuresOf(read, labels);
  const direct = [
    ...citationsOf(read, context, labels, measures),
    ...leadCitations(read, context, labels, measures),
  ];
  const { grounds, level } = context;
  const enacting = grounds.map(({ citation, resolution }) =>
    weigh(citation, 'enacting-clause', context, measures, resolution),
  );
  const question = {
    text: read.unit.text,
    selfOnly:
      read.citations.length > 0 && read.citations.every(({ kind }) => kind === 'self' || kind === 'relative'),
    labels,
    measured: labels.filter((label) => (measures.get(label)?.length ?? 0) > 0),
    direct,
    enacting,
    level,
  };
  const national = answerOf('national', question);
  const local = answerOf('local', question);
  const weighed = [...direct.filter(speaks), ...enacting].map((each) => each.weighed);
  return {
    assessment: {
      national: national.answer,
      local: local.answer,
      weighed,
      suggestions:
        national.answer.answer === 'yes' || local.answer.answer === 'yes' || NATIONAL_LEVELS.includes(level)
          ? []
          : suggestionsFor(read, measures, weighed, context),
    },
    standing: standingOf([national.answer.answer, local.answer.answer], [national.doubt, local.doubt]),
  };
};

/** yes on either side is enough: 国办发〔2020〕49号（一）（六）（九） name both as possible grounds. */
const standingOf = (answers: readonly Answer[], doubts: readonly (Doubt | null)[]): Standing => {
  if (answers.includes('yes')) return 'yes';
  if (doubts.includes('document')) return 'doubtful';
  return doubts.includes('place') ? 'unsaid' : 'no';
};

/** The citations of the unit's own text that could be a ground of its measures. */
const citationsOf = (
  { unit, citations, classification }: Omit<ReadUnit, 'assessment'>,
  context: BasisContext,
  labels: readonly Label[],
  measures: ProvisionMeasures,
): Found[] => {
  const clauses = enactingClauses(unit.text);
  return citations.map(meantBy).flatMap((citation): Found[] => {
    if (citation.kind !== 'full' && citation.kind !== 'number') return [];
    if (isOwn(citation, context) || standsIn(citation, clauses)) return [];
    const inTable = unit.kind === 'table' || unit.kind === 'row';
    const { role: said } = citation;
    // A row of a list of measures names its ground in a column, without 根据.
    const role = said === 'mention' && inTable ? 'basis' : said;
    if (isNoGround(citation, unit.text)) return [];
    const around = inTable ? { start: 0, end: unit.text.length } : paragraphAround(unit.text, citation);
    const beside = labels.filter((label) =>
      classification.evidence.some(
        (evidence) =>
          evidence.label === label &&
          around.start <= evidence.start &&
          evidence.end <= around.end &&
          (evidence.start < citation.end ||
            !OTHER_MEASURE.test(unit.text.slice(citation.end, evidence.start))),
      ),
    );
    return [{ ...weigh(citation, 'same-provision', context, measures), role, beside }];
  });
};

/**
 * The words that introduce a list belong to each of its entries: 有下列情形之一的，依照《…》第五条列入名单. They are
 * not part of the unit's text, so that these citations have the empty span at its start.
 */
const leadCitations = (
  { unit, citations, leadCitations: inLead }: CitedUnit,
  context: BasisContext,
  labels: readonly Label[],
  measures: ProvisionMeasures,
): Found[] => {
  if (!unit.lead || unit.text.includes(unit.lead)) return [];
  return inLead.map(meantBy).flatMap((citation): Found[] => {
    if (citation.kind !== 'full' && citation.kind !== 'number') return [];
    if (isOwn(citation, context)) return [];
    const known = citations.some(
      ({ title, number }) => title === citation.title && number === citation.number,
    );
    if (known || isNoGround(citation, unit.lead)) return [];
    const weighed = weigh({ ...citation, start: 0, end: 0 }, 'same-provision', context, measures);
    return [{ ...weighed, role: citation.role, beside: labels }];
  });
};

/** 该条例第五条 speaks of the text named before it, where only one fits. */
const meantBy = (citation: Citation): Citation => {
  const { refersTo } = citation;
  if (citation.kind !== 'relative' || !refersTo || refersTo.document === 'self') return citation;
  return { ...citation, kind: 'full', ...refersTo.document, articles: refersTo.articles };
};

/** Repealed, amended, issued or reserved by the sentence: no ground of what it orders. */
const isNoGround = (citation: Citation, text: string): boolean =>
  citation.role === 'repealed' || citation.role === 'object' || isReserved(citation, text);

/** The document itself and what it issues are no basis: 国办发〔2020〕49号（九）. */
const isOwn = ({ title }: Citation, { ownTitles }: BasisContext): boolean => ownTitles.has(titleKey(title));

/** The 款 with its list: a line break ends it unless the line before ends in ：；， or 、. Far text is not beside. */
const paragraphAround = (text: string, { start, end }: Span): Span => {
  const breaks = (at: number): boolean =>
    text[at] === '\n' && !/[：:；;，,、]\s*$/u.test(text.slice(Math.max(0, at - 4), at));
  let from = start;
  while (from > Math.max(0, start - FARTHEST) && !breaks(from - 1)) from--;
  let to = end;
  while (to < Math.min(text.length, end + FARTHEST) && !breaks(to)) to++;
  return { start: from, end: to };
};
