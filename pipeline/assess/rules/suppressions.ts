import type { Breach, FileAnalysis, ReadDocument } from '../../../model/index.js';
import { titleMatches } from './name-pattern.js';

/** One entry of a list of suppressions: what a person has looked at and set aside, and why. */
export interface SuppressionEntry {
  /** A rule's id. */
  readonly rule: string;
  /** The file's path, its name, or a document's title; * stands for any characters. */
  readonly file: string;
  /** The place with all below it: 第十二条 holds 第十二条第二款; '' for all places. */
  readonly place: string;
  readonly reason: string;
  /** Where it stands in its list, for messages: 第3条. */
  readonly at: string;
}

/**
 * Marks the breaches that a list sets aside; none is dropped. Done after analysis, which depends on the content alone
 * and is kept under its hash: another list makes no file be read again.
 */
export class Suppressions {
  readonly #byRule = new Map<string, SuppressionEntry[]>();
  readonly #unused: Set<SuppressionEntry>;

  constructor(entries: readonly SuppressionEntry[]) {
    this.#unused = new Set(entries);
    for (const entry of entries) {
      const same = this.#byRule.get(entry.rule);
      if (same) same.push(entry);
      else this.#byRule.set(entry.rule, [entry]);
    }
  }

  /** Entries that have met no breach so far, in their order. */
  get unused(): readonly SuppressionEntry[] {
    return [...this.#unused];
  }

  /** The analysis of the file `source` with its breaches marked. */
  apply(analysis: FileAnalysis, source: string): FileAnalysis {
    if (this.#byRule.size === 0) return analysis;
    return {
      ...analysis,
      documents: analysis.documents.map((document) => ({
        ...document,
        breaches: document.breaches?.map((breach) => this.#mark(breach, document, source)) ?? null,
      })),
    };
  }

  #mark(breach: Breach, { regulation }: ReadDocument, source: string): Breach {
    const title = regulation.header.title?.value ?? '';
    const entry = this.#byRule.get(breach.rule)?.find(
      ({ file, place }) =>
        isWithin(breach.place, place) &&
        // A note that speaks of several places is set aside as one.
        (breach.also ?? []).every((also) => isWithin(also.place, place)) &&
        titleMatches(file, source, title),
    );
    if (!entry) return breach;
    this.#unused.delete(entry);
    return { ...breach, suppression: { reason: entry.reason } };
  }
}

/** 第十二条第二款 is within 第十二条; 第十二条之一 is not. */
const isWithin = (place: string, whole: string): boolean =>
  place.startsWith(whole) &&
  (whole === '' || place === whole || /^[第（、“0-9]/u.test(place.slice(whole.length)));
