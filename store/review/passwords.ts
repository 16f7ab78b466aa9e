import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { UsageError } from '../../model/index.js';

/** In characters. */
export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;

/** About 0.3 s and 32 MB a try, so that a copied table is not worth trying words on. */
const COST = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** What a stored text may ask for at most: the table may come from elsewhere. */
const MOST = { log2N: 18, r: 16, p: 16 };

/** Keyboards and input methods write the same character in more than one way. */
const plain = (password: string): string => password.normalize('NFKC');

/**
 * A password as it is stored: `scrypt$15$8$3$<salt>$<key>`.
 *
 * @throws UsageError where it is too short or too long.
 */
export const sealPassword = async (password: string): Promise<string> => {
  const length = [...plain(password)].length;
  if (length < SHORTEST_PASSWORD)
    throw new UsageError(
      `密码太短：至少 ${SHORTEST_PASSWORD} 个字符`,
      '请换一个更长的密码，例如几个不相关的词连在一起',
    );
  if (length > LONGEST_PASSWORD)
    throw new UsageError(`密码太长：最多 ${LONGEST_PASSWORD} 个字符`, '请换一个较短的密码');
  const salt = randomBytes(SALT_BYTES);
  return written(salt, await derive(password, salt, COST));
};

const written = (salt: Buffer, key: Buffer): string =>
  ['scrypt', COST.log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');

/** Of nobody: it is tried in the place of that of a name that is not there. */
const NOBODYS = written(Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

/**
 * Whether a password is the stored one. Takes the same time where there is none (null), so that the time does not tell which
 * names exist.
 */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [kind, log2N, r, p, salt, key] = (stored ?? NOBODYS).split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const fits = (Object.keys(MOST) as (keyof typeof MOST)[]).every(
    (name) => Number.isInteger(cost[name]) && cost[name] >= 1 && cost[name] <= MOST[name],
  );
  if (kind !== 'scrypt' || !fits || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return expected.length === given.length && timingSafeEqual(expected, given) && stored !== null;
};

const derive = (password: string, salt: Buffer, { log2N, r, p }: typeof COST): Promise<Buffer> =>
  new Promise((done, failed) => {
    const N = 2 ** log2N;
    scrypt(plain(password), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
