import type { Correction, Manuscript, Reason } from '../../model/index.js';
import { reason } from '../../model/index.js';
import { type PackedAnalysis, pack, unpack } from '../../store/index.js';
import { DEFAULT_LIMITS, WorkerPool, type WorkLimits } from '../pool.js';
import type { SaidOfPassage } from '../said.js';
import type { Reading } from '../work.js';
import { correctManuscript } from './correct.js';

/** A document's file that is to be analysed again. */
export interface ReanalysisRequest {
  /** The packed manuscript as it was read, which the store keeps (`findManuscript`): never a corrected one. */
  readonly manuscript: Uint8Array;
  /** All that hold for it, in any order. */
  readonly corrections: readonly Correction[];
  /** What persons have said of labels, by passages of the corrected text. */
  readonly said?: readonly SaidOfPassage[];
  readonly reading: Pick<Reading, 'library' | 'model'>;
}

/** What the caller is to keep. */
export type Reanalysed = {
  /** The corrected manuscript, packed. */
  readonly manuscript: Uint8Array;
  /** Corrections that were not applied: another text stands at their place now. */
  readonly outdated: readonly Correction[];
} & (
  | { readonly analysis: PackedAnalysis; readonly reason?: undefined }
  | { readonly analysis?: undefined; readonly reason: Reason }
);

/**
 * Analyses corrected manuscripts in reading processes, which start with the first one and stay for those that follow.
 * Nothing is written into a store.
 */
export class Reanalysis {
  readonly #pool: WorkerPool;

  /** @param program the compiled worker. */
  constructor(limits: WorkLimits = { ...DEFAULT_LIMITS, workers: 1 }, program?: URL) {
    this.#pool = new WorkerPool(limits, program);
  }

  /**
   * Everything that follows reading, from a corrected manuscript. A hang, a crash and a lack of memory are reasons, not
   * errors.
   *
   * @throws RefusedCorrection where a correction can not be applied (`correctManuscript`).
   */
  async analyseAgain({ manuscript, corrections, said, reading }: ReanalysisRequest): Promise<Reanalysed> {
    const read = unpack<Manuscript>(manuscript);
    const corrected = correctManuscript(read, corrections);
    const packed = pack(corrected.manuscript);
    const result = await this.#pool.run({
      from: 'manuscript',
      format: read.format,
      manuscript: packed,
      reading,
      ...(said && { said }),
    });
    const kept = { manuscript: packed, outdated: corrected.outdated };
    return result.analysis
      ? { ...kept, analysis: result.analysis }
      : { ...kept, reason: result.reason ?? reason('internal') };
  }

  /** Ends the processes; an analysis under way comes back with a reason. */
  close(): void {
    this.#pool.close();
  }
}
