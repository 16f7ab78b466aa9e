import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestServer } from './postgres.js';

export const DIALECTS = ['sqlite', 'postgres'] as const;
export type DialectName = (typeof DIALECTS)[number];

export interface FreshDatabases {
  /** Where SQLite's files lie, and what else a test writes. */
  readonly folder: string;
  /** The path or address of a new, empty database; null where PostgreSQL does not start. */
  readonly fresh: (dialect: DialectName) => Promise<string | null>;
}

/** New databases of both dialects for the tests of one file; what they need is there before the first and gone after the last. */
export const freshDatabases = (): FreshDatabases => {
  const folder = mkdtempSync(join(tmpdir(), 'qinggui-store-'));
  let server: TestServer | null = null;
  let files = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    fresh: async (dialect) => {
      if (dialect === 'postgres') return (await server?.newDatabase()) ?? null;
      files += 1;
      return join(folder, `${files}.db`);
    },
  };
};
