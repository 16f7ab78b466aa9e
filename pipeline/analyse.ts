import { classify } from '../classifiers/index.js';
import { findAbbreviations, findCitations } from '../extractors/citations/index.js';
import {
  blockAt,
  type FileAnalysis,
  type Manuscript,
  type ReadDocument,
  type Regulation,
} from '../model/index.js';
import { assess, type CitedUnit } from './assess/assess.js';
import { draft } from './draft.js';
import { segment } from './segment/segment.js';
import { placeOf, unitsOf } from './segment/units.js';

/** segment → flag → cite → assess → draft: what a manuscript says, without touching the disk. */
export const analyse = (manuscript: Manuscript): FileAnalysis => ({
  notes: manuscript.notes,
  documents: segment(manuscript).map((regulation) => readDocument(regulation, manuscript)),
});

const readDocument = (regulation: Regulation, manuscript: Manuscript): ReadDocument => {
  const cited = citedUnits(regulation, manuscript);
  const { units, proposal } = assess(regulation, cited);
  return { regulation, units, proposal, row: draft(regulation, units, proposal) };
};

const citedUnits = (regulation: Regulation, manuscript: Manuscript): CitedUnit[] => {
  const abbreviations = findAbbreviations(manuscript.text.slice(regulation.span.start, regulation.span.end));
  return unitsOf(regulation, manuscript).map((unit) => {
    const classification = classify(unit);
    const first = classification.evidence[0];
    return {
      unit,
      classification,
      citations: findCitations(unit.text, abbreviations),
      place: first
        ? placeOf(regulation, { start: unit.span.start + first.start, end: unit.span.start + first.end })
        : unit.label,
      sourcePlace: sourcePlaceOf(manuscript, unit.span.start + (first?.start ?? 0)),
    };
  });
};

/** Where an offset stands in the source file, in words for a person: 第3页第12段. */
const sourcePlaceOf = (manuscript: Manuscript, offset: number): string => {
  const block = blockAt(manuscript, offset);
  if (!block) return '';
  const { page, cell, paragraph } = block;
  const inTable = cell ? `表${cell.table + 1}第${cell.row + 1}行第${cell.column + 1}列` : '';
  return `${page ? `第${page}页` : ''}${inTable || `第${paragraph}段`}`;
};
