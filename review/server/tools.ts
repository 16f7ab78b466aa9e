import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { LedgerForm, Role } from '../../model/index.js';
import type { Store } from '../../store/index.js';
import type { Book } from './book.js';
import type { Desk, Who } from './desk.js';
import type { Entry } from './entry.js';
import type { OwnNames } from './own-names.js';
import type { PageFiles } from './page-files.js';
import type { SignInLimits } from './sign-in-limits.js';

/** Who sits at this machine. */
export interface LocalUser {
  readonly name: string;
  readonly role: Role;
}

/** What the page shows of the collection and the program. */
export interface About {
  readonly unit: string;
  readonly form: LedgerForm;
  readonly version: string;
}

/** What the answers are made with. */
export interface Tools {
  readonly desk: Desk;
  readonly store: Store;
  readonly names: OwnNames;
  /** It is part of the cookie's name: servers on several ports of one machine share a browser's cookies. */
  readonly port: number;
  /** Whether a proxy on this machine may stand before it, which then says from where it is asked. */
  readonly proxied: boolean;
  /** null where persons sign in. */
  readonly local: LocalUser | null;
  readonly entry: Entry;
  readonly limits: SignInLimits;
  readonly book: Book;
  readonly page: PageFiles;
  readonly about: About;
  readonly now: () => Date;
  /** Told of errors that are the program's own. */
  readonly complain: (error: unknown) => void;
}

/** What is known of a request once it has passed the doors. */
export interface Passed {
  Bindings: HttpBindings;
  Variables: {
    /** The origin under which the server was asked. */
    origin: string;
    /** Below /api, who asks. */
    who: Who;
    /** The name that somebody tries to sign in by. */
    tried?: string;
  };
}
export type Api = Hono<Passed>;
export type Asked = Context<Passed>;
