import type { Lane, Role } from '../../model/index.js';

/** Who asks: signed in, and named by the server, never by the request. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  /** Where their decisions go; null for who only reads. */
  readonly lane: Exclude<Lane, 'agreed'> | null;
}

/** The lane of a role. */
export const laneOf = (role: Role): Who['lane'] =>
  role === 'reader' ? null : role === 'second' ? 'second' : 'first';
