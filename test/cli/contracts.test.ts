import { describe, expect, it } from 'vitest';
import { CONTRACTS, schemaOf } from '../../cli/contracts.js';

/** Run with `-u` after a change of a contract to write the schemas again. */
describe('the JSON schemas in docs/schemas', () => {
  it.each(Object.keys(CONTRACTS) as (keyof typeof CONTRACTS)[])(
    '%s says what the code says',
    async (name) => {
      await expect(`${JSON.stringify(schemaOf(name), null, 2)}\n`).toMatchFileSnapshot(
        `../../docs/schemas/${name}.schema.json`,
      );
    },
  );
});
