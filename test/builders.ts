import { findAbbreviations, findCitations } from '../extractors/citations/index.js';
import type {
  Evidence,
  Header,
  Label,
  LegalLevel,
  ProvisionKind,
  Regulation,
  Territory,
  Unit,
} from '../model/index.js';
import type { CitedUnit } from '../pipeline/assess/cited-unit.js';

/** What a test says of a document's header; the rest is null. */
export interface HeaderFacts {
  readonly title?: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly level?: LegalLevel;
  readonly territory?: Territory;
  /** null: undated. */
  readonly issuedOn?: string | null;
}

/** A document with these header facts and no provisions: assessment and draft take those as units. */
export const regulation = ({
  title,
  number,
  issuer,
  level,
  territory,
  issuedOn = '2026-01-01',
}: HeaderFacts = {}): Regulation => {
  const sourced = (value: string | undefined): { value: string; from: 'text' } | null =>
    value === undefined ? null : { value, from: 'text' };
  const header: Header = {
    title: sourced(title),
    documentNumber: sourced(number),
    issuer: sourced(issuer),
    issuers: issuer ? [issuer] : [],
    // After every revision that the tests cite: undated documents have their own cases.
    issuedOn: issuedOn === null ? null : { value: issuedOn, from: 'text' },
    publishedOn: null,
    effectiveOn: null,
    level: { value: level ?? 'normative-document', from: 'derived' },
    territory: territory ?? null,
  };
  return {
    index: 0,
    role: 'main',
    span: { start: 0, end: 0 },
    header,
    provisions: [],
    attachments: [],
  };
};

/** The words that carry each label; each must stand in the text. */
export type Flags = Readonly<Partial<Record<Label, string>>>;

/** A unit read up to citation, flagged at the given words. Citations are those really found. */
export const unit = (
  label: string,
  text: string,
  flags: Flags = {},
  more: { readonly kind?: ProvisionKind; readonly lead?: string; readonly document?: string } = {},
): CitedUnit => {
  const evidence = (Object.entries(flags) as [Label, string][]).map(([name, words]): Evidence => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in "${text}"`);
    return { start, end: start + words.length, text: words, label: name, cue: `${name}.test` };
  });
  const built: Unit = {
    label,
    kind: more.kind ?? (label.startsWith('第') ? 'article' : 'text'),
    span: { start: 0, end: text.length },
    text,
    path: [],
    lead: more.lead ?? '',
  };
  const on = (name: Label): number => (name in flags ? 1 : 0);
  return {
    unit: built,
    classification: {
      overruled: [],
      usefulness: 0,
      labels: Object.keys(flags) as Label[],
      scores: { D: on('D'), B: on('B'), P: on('P'), Q: on('Q'), R: on('R') },
      evidence: evidence.sort((a, b) => a.start - b.start),
    },
    citations: findCitations(text, findAbbreviations(more.document ?? text)),
    leadCitations: findCitations(more.lead ?? ''),
    place: label,
    sourcePlace: '第1段',
  };
};
