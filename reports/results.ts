import type { z } from 'zod';
import {
  type BlanketReference,
  type Citation,
  type CitationTarget,
  concernsReviewer,
  type Evidence,
  type FileAnalysis,
  type FileOutcome,
  type Header,
  LABELS,
  type LedgerRow,
  type ProvisionAssessment,
  type ReadDocument,
  type ReadUnit,
  reason,
  type Sourced,
  type StatuteRef,
  type UnitProfile,
  type WeighedCitation,
} from '../model/index.js';
import { breachLine } from './breach-contract.js';
import type { blanketReference, citation, evidence, ReadLine, ResultLine } from './contracts.js';
import { labelsOf, ledgerRow } from './documents.js';
import { kindsLine } from './kinds-contract.js';

export interface ResultOptions {
  readonly profile: UnitProfile;
  /** Every provision, flagged or not. */
  readonly allProvisions: boolean;
  /** The 序号 of this file's first ledger row; the caller counts rows over the files. Without it 序号 is null. */
  readonly firstNumber?: number;
}

/**
 * The JSON lines of one file, as `resultLine` in contracts.ts describes them: one a document; one alone
 * for a file that was not read, and for a file in which no document was found.
 */
export const resultLines = (
  outcome: FileOutcome,
  analysis: FileAnalysis | null,
  options: ResultOptions,
): ResultLine[] => {
  const { source, format, hash } = outcome;
  if (outcome.status !== 'read')
    return [
      { source, status: outcome.status, format, hash, reason: { ...(outcome.reason ?? reason('internal')) } },
    ];
  const documents = analysis?.documents ?? [];
  const notes = (analysis?.notes ?? []).map(({ code, message }) => ({ code, message }));
  if (documents.length === 0) return [{ ...NOTHING, source, format, hash, notes }];
  let next = options.firstNumber ?? null;
  return documents.map((document) => {
    const number = next;
    if (document.row && next !== null) next += 1;
    return {
      source,
      status: 'read',
      format,
      hash,
      document: {
        index: document.regulation.index,
        count: documents.length,
        role: document.regulation.role,
        ...(document.regulation.parent === undefined ? {} : { parent: document.regulation.parent }),
      },
      ...headerFacts(document.regulation.header),
      attachments: document.regulation.attachments.map((entry) => ({
        number: entry.number,
        title: entry.title,
      })),
      labels: labelsOf(document),
      provisions: document.units
        .filter((unit) => options.allProvisions || concernsReviewer(unit.classification))
        .map(provisionOf),
      proposal: document.proposal && {
        disposal: document.proposal.disposal,
        reason: document.proposal.reason,
      },
      ledger: ledgerOf(document, number, options.profile),
      breaches: document.breaches?.map(breachLine) ?? null,
      notes,
    };
  });
};

/** What a line says where nothing was found in a file that was read. */
const NOTHING = {
  status: 'read',
  document: null,
  title: null,
  titleFrom: null,
  documentNumber: null,
  issuer: null,
  issuedOn: null,
  publishedOn: null,
  effectiveOn: null,
  level: null,
  territory: null,
  attachments: [],
  labels: [],
  provisions: [],
  proposal: null,
  ledger: null,
  breaches: null,
} satisfies Omit<ReadLine, 'source' | 'format' | 'hash' | 'notes'>;

const factOf = <T>(fact: Sourced<T> | null): T | null => fact?.value ?? null;

const headerFacts = (header: Header) => ({
  title: factOf(header.title),
  titleFrom: header.title?.from ?? null,
  documentNumber: factOf(header.documentNumber),
  issuer: factOf(header.issuer),
  issuedOn: factOf(header.issuedOn),
  publishedOn: factOf(header.publishedOn),
  effectiveOn: factOf(header.effectiveOn),
  level: header.level.value,
  territory: header.territory && { ...header.territory },
});

const provisionOf = (unit: ReadUnit): ReadLine['provisions'][number] => ({
  label: unit.unit.label,
  text: unit.unit.text,
  labels: LABELS.filter((label) => unit.classification.labels.includes(label)),
  evidence: unit.classification.evidence.map(evidenceOf),
  overruled: unit.classification.overruled.map(evidenceOf),
  usefulness: unit.classification.usefulness,
  kinds: unit.kinds ? kindsLine(unit.kinds) : null,
  citations: unit.citations.map(citationOf),
  basis: unit.assessment ? basisOf(unit.assessment) : null,
  place: unit.place,
  sourcePlace: unit.sourcePlace,
  sourceSpan: unit.sourceSpan ?? null,
});

/** An evidence with the members of the contract and no others. */
export const evidenceOf = ({ start, end, text, label, cue }: Evidence): z.infer<typeof evidence> => ({
  start,
  end,
  text,
  label,
  cue,
});

/** A citation with the members of the contract and no others. */
export const citationOf = ({
  start,
  end,
  kind,
  title,
  number,
  articles,
  role,
  refersTo,
}: Citation): z.infer<typeof citation> => ({
  start,
  end,
  kind,
  title,
  number,
  articles: [...articles],
  role,
  ...(refersTo && { refersTo: targetOf(refersTo) }),
});

const targetOf = ({ document, articles }: CitationTarget): z.infer<typeof citation>['refersTo'] => ({
  document: document === 'self' ? document : { title: document.title, number: document.number },
  articles: [...articles],
});

/** A blanket reference with the members of the contract and no others. */
export const blanketOf = ({ start, end, text }: BlanketReference): z.infer<typeof blanketReference> => ({
  start,
  end,
  text,
});

const basisOf = ({ national, local, weighed, suggestions }: ProvisionAssessment) => ({
  national: { answer: national.answer, reason: national.reason },
  local: { answer: local.answer, reason: local.reason },
  weighed: weighed.map(weighedOf),
  suggestions: suggestions.map(({ statute, article, wording, reasons }) => ({
    statute: statuteOf(statute),
    article,
    wording,
    reasons: [...reasons],
  })),
});

const weighedOf = ({ citation, resolution, backing, chain, ...facts }: WeighedCitation) => ({
  title: citation.title,
  number: citation.number,
  articles: [...citation.articles],
  place: facts.place,
  level: facts.level,
  levelReason: facts.levelReason,
  counts: facts.counts,
  verdict: facts.verdict,
  statute: resolution.statute && statuteOf(resolution.statute),
  score: resolution.score,
  alternatives: resolution.alternatives.map(({ title, date, score }) => ({ title, date, score })),
  inForceThen: resolution.inForceThen && statuteOf(resolution.inForceThen),
  standing: resolution.standing,
  versionDoubt: resolution.versionDoubt,
  successor: resolution.successor,
  range: resolution.range,
  checkedArticles: resolution.articles.map(({ cited, exists, now, wording }) => ({
    cited,
    exists,
    now,
    wording,
  })),
  backing: backing.map(({ label, says, wanted, covered, articles, reason }) => ({
    label,
    says,
    wanted: [...wanted],
    covered: [...covered],
    articles: [...articles],
    reason,
  })),
  chain: [...chain],
});

const statuteOf = ({ title, level, territory, number, date, effectiveOn }: StatuteRef) => ({
  title,
  level,
  territory: territory && { ...territory },
  number,
  date,
  effectiveOn,
});

const ledgerOf = (
  document: ReadDocument,
  number: number | null,
  profile: UnitProfile,
): ReadLine['ledger'] => {
  if (!document.row) return null;
  const { reasons: _, ...row }: Omit<LedgerRow, 'number'> = ledgerRow(document.row, profile);
  return { number, ...row };
};
