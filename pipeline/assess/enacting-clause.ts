import type { Citation, ReadUnit, Span } from '../../model/index.js';

/** What the search reads of a unit. */
export type ClauseUnit = Pick<ReadUnit, 'unit' | 'citations'>;

const GROUND = /根据|依据|依照|按照|遵照|贯彻|落实|遵循/u;
/** What the clause leads to: 制定本办法, 现就…通知如下, 特制定… */
const ENACTS =
  /(?:制定|制订|订立|编制|修订|出台|起草)(?:了)?(?:本|如下|以下|此|该|《|〈|了)|特(?:制定|作|提出|通知|公告)|(?:现|特)(?:就|将|对|予|提出|印发|决定|通知)|(?:通知|公告|通告|意见|规定|决定|批复)如下|提出(?:如下|以下|本)|结合[\p{Script=Han}]{0,16}(?:实际|情况)/u;
/** The clause stands in the first provisions or in the preamble of a notice. */
const LOOKED_AT = 8;

/** Where in a text the grounds of the whole document are named: [start, end) of each such clause. */
export const enactingClauses = (text: string): Span[] => {
  const found: Span[] = [];
  let start = 0;
  for (const sentence of text.split(/(?<=[。；\n])/u)) {
    const enacts = ENACTS.exec(sentence);
    const ground = GROUND.exec(sentence);
    if (enacts && ground && ground.index < enacts.index) {
      found.push({ start: start + ground.index, end: start + enacts.index });
    }
    start += sentence.length;
  }
  return found;
};

/** The purpose of the whole document: 为了…，制定本办法; 现就…有关事项通知如下. */
const PURPOSE = /^[^。；\n]{0,200}(?:制定(?:本|此|《)|(?:通知|公告|意见)如下)/u;
/** A sentence with one of these orders something, whatever else it says. */
const ORDERS = /决定|应当|必须|不得|予以|列入|记入|纳入|限制|禁止|取消|公布|公示/u;

/** True where all the flagged words of a unit stand in sentences that say why the document is made and order nothing. */
export const isPurpose = ({ unit, classification }: Pick<ReadUnit, 'unit' | 'classification'>): boolean => {
  let start = 0;
  for (const sentence of unit.text.split(/(?<=[。；\n])/u)) {
    const end = start + sentence.length;
    const flagged = classification.evidence.some((evidence) => start < evidence.end && evidence.start < end);
    if (flagged && (!PURPOSE.test(sentence) || ORDERS.test(sentence))) return false;
    start = end;
  }
  return classification.evidence.length > 0;
};

/** True where a citation stands in one of the clauses. */
export const standsIn = (citation: Citation, clauses: readonly Span[]): boolean =>
  clauses.some(({ start, end }) => start <= citation.start && citation.start < end);

/** The citations of the document's 根据…制定 clause; offsets are in the text of the unit that holds it. */
export const enactingCitations = (units: readonly ClauseUnit[]): readonly Citation[] => {
  for (const { unit, citations } of units.slice(0, LOOKED_AT)) {
    const clauses = enactingClauses(unit.text);
    const named = citations.filter(
      (citation) => (citation.kind === 'full' || citation.kind === 'number') && standsIn(citation, clauses),
    );
    if (named.length > 0) return named;
  }
  return [];
};
