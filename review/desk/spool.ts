import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Pass } from '../../reports/index.js';

/**
 * Goes through something once and keeps it on the disk, a JSON line each, for reports that go through it several times: all
 * their passes see the same, whatever persons decide meanwhile, and no file is opened twice.
 *
 * @param path of a new file in a private folder; it is read for as long as passes are made.
 */
export const spooled = async <T>(path: string, items: AsyncIterable<T> | Iterable<T>): Promise<Pass<T>> => {
  const output = createWriteStream(path, { flags: 'wx' });
  const closed = finished(output);
  // What goes wrong while nobody waits is told by the wait below.
  closed.catch(() => undefined);
  for await (const item of items)
    if (!output.write(`${JSON.stringify(item)}\n`)) await Promise.race([once(output, 'drain'), closed]);
  output.end();
  await closed;
  return async function* () {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) yield JSON.parse(line) as T;
  };
};
