import { performance } from 'node:perf_hooks';
import { classify } from '../../classifiers/index.js';
import { findAbbreviations, findCitations } from '../../extractors/citations/index.js';
import { detectFormat, extract } from '../../extractors/index.js';
import { FileError, type Manuscript } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { assess } from '../../pipeline/assess/assess.js';
import { draft } from '../../pipeline/draft.js';
import { segment } from '../../pipeline/segment/segment.js';
import { unitsOf } from '../../pipeline/segment/units.js';

export const STAGES = ['extract', 'segment', 'flag', 'cite', 'assess', 'draft'] as const;
export type Stage = (typeof STAGES)[number];

/** Times each stage over many files, one after the other, in this thread. */
export class StageTimes {
  /** Milliseconds. */
  readonly stages: Record<Stage, number> = { extract: 0, segment: 0, flag: 0, cite: 0, assess: 0, draft: 0 };
  /** Milliseconds of segment to draft as the scan runs them. */
  analysis = 0;
  files = 0;
  documents = 0;
  /** UTF-8 bytes of extracted text. */
  bytes = 0;

  /** Extracts and analyses a file; one that can not be read costs its extraction alone. */
  async file(bytes: Uint8Array): Promise<void> {
    const manuscript = await this.extract(bytes);
    if (manuscript) this.#analyse(manuscript);
  }

  /** Analyses a text that needs no extraction. */
  text(manuscript: Manuscript): void {
    this.files += 1;
    this.#analyse(manuscript);
  }

  /**
   * Analyses a manuscript as a scan does, then each stage by itself on what the stage before had made, so that
   * the shares are those of the real way, whatever it is.
   */
  #analyse(manuscript: Manuscript): void {
    this.bytes += Buffer.byteLength(manuscript.text);
    const begun = performance.now();
    const { documents } = analyse(manuscript);
    this.analysis += performance.now() - begun;
    this.documents += documents.length;
    this.#time('segment', () =>
      segment(manuscript).map((regulation) => unitsOf(regulation, manuscript).length),
    );
    for (const { regulation, units, proposal } of documents) {
      this.#time('flag', () => units.map(({ unit }) => classify(unit)));
      this.#time('cite', () => {
        const known = findAbbreviations(manuscript.text.slice(regulation.span.start, regulation.span.end));
        return units.map(({ unit }) => findCitations(unit.text, known));
      });
      const cited = units.map((read) => ({ ...read, leadCitations: findCitations(read.unit.lead) }));
      this.#time('assess', () => assess(regulation, cited));
      this.#time('draft', () => draft(regulation, units, proposal));
    }
  }

  /** A file's manuscript; null where it can not be read. */
  async extract(bytes: Uint8Array): Promise<Manuscript | null> {
    this.files += 1;
    const begun = performance.now();
    try {
      return await extract(bytes, await detectFormat(bytes));
    } catch (error) {
      if (error instanceof FileError) return null;
      throw error;
    } finally {
      this.stages.extract += performance.now() - begun;
    }
  }

  #time(stage: Stage, work: () => unknown): void {
    const begun = performance.now();
    work();
    this.stages[stage] += performance.now() - begun;
  }
}
