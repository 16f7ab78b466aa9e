import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Results of a test must not depend on what is installed; those of LibreOffice look for it themselves,
 * and no test uses the library of statute texts that its user may have. */
const ENV = { QINGGUI_SOFFICE: '', QINGGUI_CORPUS: '' };

/** The slow files that take longest, in this order: begun last, one of them would run on alone. */
const LONGEST = [
  'test/cli/hostile.slow.test.ts',
  'test/fuzz/fuzz.slow.test.ts',
  'test/cli/edits.slow.test.ts',
  'test/cli/kill.slow.test.ts',
  'test/e2e/review.slow.test.ts',
  'test/e2e/two-reviewers.slow.test.ts',
  'test/cli/scan.slow.test.ts',
  'test/cli/review/outgoing.slow.test.ts',
  'test/review/page/page.slow.test.ts',
  'test/cli/packed.slow.test.ts',
  'test/cli/check.slow.test.ts',
  'test/extractors/ocr/recognise.slow.test.ts',
  'test/pipeline/filed-ledger/saved-as.slow.test.ts',
];

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
          // Each has its own folders and ports. More at once would take the memory of some machines: a scan of two
          // reading processes may hold 3 GB.
          maxWorkers: 2,
          // After the fast ones, which say sooner what is wrong.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
