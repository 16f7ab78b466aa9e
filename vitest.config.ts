import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Results of a test must not depend on what is installed; those of LibreOffice look for it themselves,
 * and no test uses the library of statute texts that its user may have. */
const ENV = { QINGGUI_SOFFICE: '', QINGGUI_CORPUS: '' };

/** The slow files that take longest, in this order: begun last, one of them would run on alone. */
const LONGEST = [
  'test/cli/hostile.slow.test.ts',
  'test/e2e/review.slow.test.ts',
  'test/audit/scanned.slow.test.ts',
  'test/review/page/page.slow.test.ts',
  'test/cli/scan.slow.test.ts',
  'test/cli/review/outgoing.slow.test.ts',
  'test/cli/edits.slow.test.ts',
  'test/cli/audit/compare.slow.test.ts',
  'test/cli/kill.slow.test.ts',
  'test/fuzz/fuzz.slow.test.ts',
  'test/e2e/two-reviewers.slow.test.ts',
  'test/cli/check.slow.test.ts',
  'test/cli/corpus.slow.test.ts',
  'test/extractors/pdf.slow.test.ts',
  'test/cli/packed.slow.test.ts',
  'test/extractors/ocr/recognise.slow.test.ts',
  'test/cli/audit/sample.slow.test.ts',
  'test/store/review/people.slow.test.ts',
  'test/pipeline/filed-ledger/saved-as.slow.test.ts',
];

/**
 * Of the slow files that run at once, one more than there are cores: they often wait for a browser, a disk, a program
 * that starts. As many as the memory holds: a scan of two reading processes may take 3 GB.
 */
const SLOW_WORKERS = Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / 4e9), 4));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/**
 * Fast tests are pure or touch small files; slow ones (`*.slow.test.ts`) start processes, databases or scans, read files
 * of many megabytes, or need a process of their own.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'fast',
          env: ENV,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.slow.test.ts'],
          // Catches what hangs, not what is slow: a busy machine is no failure.
          testTimeout: 60_000,
          // A worker loads the program once, not for each file: half of the time. What a test changes of its process
          // (environment, clock, spies) it puts back, and what must be seen in a fresh process is a slow test.
          isolate: false,
          // vitest would leave one core idle: of two, half.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'slow',
          env: ENV,
          include: ['test/**/*.slow.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Each has its own folders and ports.
          maxWorkers: SLOW_WORKERS,
          // After the fast ones, which say sooner what is wrong.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
