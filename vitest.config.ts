import { defineConfig } from 'vitest/config';

/** Results of a test must not depend on what is installed; those of LibreOffice look for it themselves,
 * and no test uses the library of statute texts that its user may have. */
const ENV = { QINGGUI_SOFFICE: '', QINGGUI_CORPUS: '' };

/** Fast tests are pure or touch small files; slow ones (`*.slow.test.ts`) start processes, databases or scans. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          env: ENV,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.slow.test.ts'],
          // Catches what hangs, not what is slow: a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          env: ENV,
          include: ['test/**/*.slow.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
