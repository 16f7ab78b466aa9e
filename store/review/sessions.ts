import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../model/index.js';
import type { Store } from '../schema.js';
import { roleOf } from './people.js';

/** Hours from signing in to having to sign in again: a working day, with what comes before and after. */
export const SESSION_HOURS = 12;
const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/u;

/** Somebody who is signed in. */
export interface StoredSession {
  readonly name: string;
  /** As it was at signing in. */
  readonly role: Role;
}

/** A secret of 256 bits, in 43 characters that fit into an address and a cookie. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares two secrets in a time that says nothing of where they differ. */
export const sameToken = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/**
 * Begins a session; those that have run out are dropped.
 *
 * @returns its secret. The table holds no more than the hash of it, so that who reads the table can not come in.
 */
export const beginSession = async (
  store: Store,
  { name, role }: StoredSession,
  now: Date,
): Promise<string> => {
  const token = newToken();
  await store.db.deleteFrom('sessions').where('expires_at', '<=', now.toISOString()).execute();
  await store.db
    .insertInto('sessions')
    .values({
      token_hash: hashOf(token),
      name,
      role,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
    })
    .execute();
  return token;
};

/** The session of a secret; null where there is none, or it has run out. */
export const findSession = async (store: Store, token: string, now: Date): Promise<StoredSession | null> => {
  if (!TOKEN.test(token)) return null;
  const hash = hashOf(token);
  const row = await store.db
    .selectFrom('sessions')
    .select(['token_hash', 'name', 'role'])
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  if (!row || !timingSafeEqual(Buffer.from(row.token_hash), Buffer.from(hash))) return null;
  return { name: row.name, role: roleOf(row.role) };
};

/** Ends a session; one that is not there is none. */
export const endSession = async (store: Store, token: string): Promise<void> => {
  await store.db.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).execute();
};
