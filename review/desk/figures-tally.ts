import {
  BLACKLIST_KINDS,
  type CellField,
  cellSubject,
  DISCLOSURE_KINDS,
  DISPOSALS,
  type Disposal,
  FIELD_WORDS,
  type FindingDecision,
  findingSubject,
  LABELS,
  type Label,
  PUNISHMENT_KINDS,
  type ReadDocument,
  type Subject,
  subjectOf,
  type UnitProfile,
  type YesNo,
} from '../../model/index.js';
import { type FormRow, ledgerRow, type SummaryFigures, type SummaryRow } from '../../reports/index.js';
import type { Decided } from '../api.js';
import { kindCounts } from './entry.js';
import { keysOf } from './keys.js';
import type { FiledDocument } from './ledger.js';
import { CELL_FIELDS, rowOf } from './row.js';
import { labelsOf } from './standing.js';
import { decidedOn } from './values.js';

/** The figures that follow from documents and what was decided on them. */
type DocumentFigures = Omit<
  SummaryFigures,
  | 'unit'
  | 'date'
  | 'draft'
  | 'version'
  | 'statutes'
  | 'filesFound'
  | 'filesRead'
  | 'filesByRule'
  | 'unreadFiles'
  | 'filesPartlyRead'
  | 'agreement'
  | 'logEntries'
  | 'logHead'
  | 'logIntact'
>;

/** Counts filed documents one by one, each with its row also where nobody has confirmed it. */
export class FiguresTally {
  readonly #profile: UnitProfile;
  readonly #rows: SummaryRow[] = [];
  readonly #years = new Map<string, Record<Label, number>>();
  readonly #kinds = new Map<string, number>();
  readonly #articles = new Map<string, number>();
  readonly #edits = new Map<CellField, number>();
  readonly #corrections = new Set<string>();
  readonly #labels = noLabels();
  readonly #national = noAnswers();
  readonly #local = noAnswers();
  readonly #breaches = { error: 0, warning: 0, note: 0, aside: 0 };
  readonly #findings = { confirmed: 0, rejected: 0, undecided: 0, added: 0 };
  #documents = 0;
  #excluded = 0;
  #withoutBasis = 0;

  constructor(profile: UnitProfile) {
    this.#profile = profile;
  }

  add(filed: FiledDocument): void {
    const { document, read, row, decision, part } = filed;
    const values = part.values.of('first', false);
    if (read) {
      this.#documents += 1;
      if (decision?.included === false && document.state === 'confirmed') this.#excluded += 1;
      this.#addLabels(read, document.year);
      this.#addKinds(read);
      this.#addBreaches(read);
      this.#addFindings(read, values);
    }
    if (row) {
      this.#addRow(filed, row);
      this.#addEdits(filed, values);
    }
    // A file's documents share its words: each correction counts once.
    for (const [subject, { value }] of values)
      if (value !== null && subjectOf(subject)?.kind === 'correction')
        this.#corrections.add(`${document.source}\0${subject}`);
  }

  figures(): DocumentFigures {
    const { confirmed, rejected, undecided, added } = this.#findings;
    return {
      documents: this.#documents,
      documentsByLabel: { ...this.#labels },
      documentsExcluded: this.#excluded,
      years: [...this.#years]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([year, counts]) => ({ year: year === '' ? null : Number(year), counts })),
      kinds: {
        punishment: this.#kindsAmong(PUNISHMENT_KINDS),
        disclosure: this.#kindsAmong(DISCLOSURE_KINDS),
        blacklist: this.#kindsAmong(BLACKLIST_KINDS),
      },
      rows: this.#rows,
      national: { ...this.#national },
      local: { ...this.#local },
      rowsWithoutBasis: this.#withoutBasis,
      breachErrors: this.#breaches.error,
      breachWarnings: this.#breaches.warning,
      breachNotes: this.#breaches.note,
      breachesSetAside: this.#breaches.aside,
      breachesByArticle: [...this.#articles]
        .map(([article, count]) => ({ article, count }))
        .sort((a, b) => b.count - a.count || (a.article < b.article ? -1 : 1)),
      findingsProposed: confirmed + rejected + undecided,
      findingsConfirmed: confirmed,
      findingsRejected: rejected,
      findingsUndecided: undecided,
      findingsAdded: added,
      cellsEdited: CELL_FIELDS.flatMap((field) => {
        const count = this.#edits.get(field);
        return count ? [{ column: FIELD_WORDS[field], count }] : [];
      }),
      wordsCorrected: this.#corrections.size,
      confirmations: confirmationsOf(this.#rows),
    };
  }

  #addLabels(read: ReadDocument, year: string): void {
    const labels = labelsOf(read);
    if (labels.length === 0) return;
    const counts = this.#years.get(year) ?? noLabels();
    this.#years.set(year, counts);
    for (const label of labels) {
      this.#labels[label] += 1;
      counts[label] += 1;
    }
  }

  #addKinds(read: ReadDocument): void {
    for (const [kind, times] of Object.entries(kindCounts(read))) count(this.#kinds, kind, times);
  }

  #kindsAmong<Kind extends string>(kinds: readonly Kind[]): { kind: Kind; count: number }[] {
    return kinds.flatMap((kind) => {
      const found = this.#kinds.get(kind);
      return found ? [{ kind, count: found }] : [];
    });
  }

  #addBreaches({ breaches }: ReadDocument): void {
    for (const { severity, suppression, article } of breaches ?? []) {
      this.#breaches[suppression ? 'aside' : severity] += 1;
      if (!suppression && severity !== 'note') count(this.#articles, article);
    }
  }

  /** What the tool proposed, and what persons have said of it; labels that only a person has given are told apart. */
  #addFindings(read: ReadDocument, values: ReadonlyMap<Subject, Decided>): void {
    const keys = keysOf(read);
    for (const [at, { classification }] of read.units.entries())
      for (const label of LABELS) {
        const said = decidedOn<FindingDecision>(values, findingSubject(keys[at]!, label));
        const proposed = (classification.proposed ?? classification.labels).includes(label);
        if (proposed) this.#findings[said?.verdict ?? 'undecided'] += 1;
        else if (said?.verdict === 'confirmed') this.#findings.added += 1;
      }
  }

  #addRow({ document, part }: FiledDocument, row: FormRow): void {
    const { completion, responsibleUnit } = ledgerRow(row, this.#profile);
    const event = part.values.event('first', 'row');
    const said = event && event.after !== null ? event : null;
    const [national, local] = [answerOf(row.nationalBasis), answerOf(row.localBasis)];
    this.#national[national] += 1;
    this.#local[local] += 1;
    if (national === '否' && local === '否') this.#withoutBasis += 1;
    this.#rows.push({
      document: row.document,
      source: document.source,
      disposal: DISPOSALS.find((each) => each === row.disposal.trim()) ?? ('' satisfies Disposal | ''),
      completion,
      responsibleUnit,
      // A file that was not read has a row only where a person has begun one.
      state: document.state === 'confirmed' || document.state === 'conflict' ? document.state : 'pending',
      confirmedBy: said?.who ?? '',
      confirmedAt: said?.at ?? '',
    });
  }

  #addEdits({ document, read }: FiledDocument, values: ReadonlyMap<Subject, Decided>): void {
    const drafted = rowOf(read, document.name, values, this.#profile);
    for (const field of CELL_FIELDS) {
      const own = decidedOn<string>(values, cellSubject(field));
      if (own !== null && own !== drafted?.[field].draft) count(this.#edits, field);
    }
  }
}

const noLabels = (): Record<Label, number> => ({ D: 0, B: 0, P: 0, Q: 0, R: 0 });
const noAnswers = (): Record<YesNo, number> => ({ 是: 0, 否: 0, 待核实: 0 });

const count = <Key>(counts: Map<Key, number>, key: Key, times = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + times);
};

/** Words of a person that are neither yes nor no answer nothing. */
const answerOf = (cell: string): YesNo => {
  const words = cell.trim();
  return words === '是' || words === '否' ? words : '待核实';
};

const confirmationsOf = (rows: readonly SummaryRow[]): SummaryFigures['confirmations'] => {
  const people = new Map<string, string[]>();
  for (const { state, confirmedBy, confirmedAt } of rows)
    if (state === 'confirmed') people.set(confirmedBy, [...(people.get(confirmedBy) ?? []), confirmedAt]);
  return [...people]
    .map(([who, moments]) => {
      const sorted = moments.sort((a, b) => Date.parse(a) - Date.parse(b));
      return { who, rows: sorted.length, firstAt: sorted[0]!, lastAt: sorted.at(-1)! };
    })
    .sort((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt) || (a.who < b.who ? -1 : 1));
};
