import { mutateBytes } from './bytes.js';
import type { FuzzFormat } from './formats.js';
import { Random } from './random.js';

/** Makes the mutant of a number: always the same one, whatever was made before it. */
export const mutantOf = (format: FuzzFormat, number: number): Uint8Array => {
  const random = new Random(`${format.name} ${number}`);
  const bytes = random.pick(format.seeds);
  const other = random.pick(format.seeds);
  // A third of the changes to the container itself, the rest inside of it.
  return format.inside && !random.once(3)
    ? format.inside(random, bytes, other)
    : mutateBytes(random, bytes, other);
};
