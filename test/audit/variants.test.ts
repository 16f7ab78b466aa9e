import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditedDocument } from '../../audit/index.js';
import { CARRIERS } from './carriers.js';
import { audited, essence, exampleDocuments, FOUND, ownRows, planted } from './planted.js';
import { VARIANTS } from './variants.js';

let documents: readonly AuditedDocument[];
beforeAll(async () => {
  documents = await exampleDocuments();
}, 60_000);

describe.each(Object.keys(CARRIERS))(
  'an audit of a ledger that a unit has made its own, as %s',
  (carrier) => {
    it.each(Object.keys(VARIANTS))('finds what was planted and nothing else: %s', async (variant) => {
      const bytes = await CARRIERS[carrier]!(VARIANTS[variant]!.sheets(planted(documents)));
      const { without = [] } = VARIANTS[variant]!;
      const wanted = FOUND.filter((item) => !without.some((column) => item.split(' ')[1] === column));
      expect((await audited(bytes, documents)).items.map(essence).sort()).toEqual(wanted);
    });

    it.each(Object.keys(VARIANTS))('says nothing of one that is whole and right: %s', async (variant) => {
      const bytes = await CARRIERS[carrier]!(VARIANTS[variant]!.sheets(ownRows(documents)));
      expect((await audited(bytes, documents)).items.map(essence)).toEqual([]);
    });
  },
);
