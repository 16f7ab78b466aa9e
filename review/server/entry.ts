import { newToken, sameToken } from '../../store/index.js';

/** Milliseconds in which the address printed at the start lets somebody in. */
const OPEN = 10 * 60_000;

/** The one-time token of a start: whoever sees the terminal may come in, once. */
export class Entry {
  readonly token = newToken();
  readonly #closes: number;
  #used = false;
  constructor(now: Date) {
    this.#closes = now.getTime() + OPEN;
  }

  /** Whether a token lets in. If it does, it does not again. */
  use(token: string, now: Date): boolean {
    const right = sameToken(token, this.token) && !this.#used && now.getTime() < this.#closes;
    this.#used ||= right;
    return right;
  }
}
