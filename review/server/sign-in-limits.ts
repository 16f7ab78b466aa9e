import { TooMany } from '../errors.js';

/** Failures that cost nothing; from then on each wait is twice the one before. In milliseconds. */
const FREE = 5;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;
/** How many names and addresses are remembered: who makes up names must not fill the memory. */
const REMEMBERED = 10_000;

interface Failures {
  count: number;
  /** Milliseconds since 1970. */
  until: number;
  last: number;
}

/** Makes guessing of passwords slow, per name and per address. Forgotten when the server ends. */
export class SignInLimits {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * To be called before a password is looked at: the try counts as failed until it is said otherwise, so that many at the
   * same moment are no way around.
   *
   * @returns to be called when the password was right.
   * @throws TooMany
   */
  begin(name: string, address: string): () => void {
    const now = this.#now();
    const keys = [`name ${name}`, `address ${address}`];
    const wait = Math.max(...keys.map((key) => (this.#failures.get(key)?.until ?? 0) - now));
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1_000);
      throw new TooMany(
        seconds,
        '登录失败次数过多，暂时不能登录',
        `请在 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试；忘记密码请找管理员重设`,
      );
    }
    for (const key of keys) this.#fail(key, now);
    return () => {
      this.#failures.delete(keys[0]!);
      const address = this.#failures.get(keys[1]!);
      if (address) {
        address.count -= 1;
        address.until = 0;
      }
    };
  }

  #fail(key: string, now: number): void {
    const known = this.#failures.get(key);
    const count = (known && now - known.last < 2 * LONGEST_WAIT ? known.count : 0) + 1;
    const wait = count < FREE ? 0 : Math.min(FIRST_WAIT * 2 ** (count - FREE), LONGEST_WAIT);
    // Put in anew, so that the order of the map is that of the last try.
    this.#failures.delete(key);
    this.#failures.set(key, { count, last: now, until: now + wait });
    if (this.#failures.size > REMEMBERED) this.#forgetOldest();
  }

  /** Many at once: looking for the first of a map whose first were just deleted takes longer each time. */
  #forgetOldest(): void {
    let left = REMEMBERED / 10;
    for (const key of this.#failures.keys()) {
      if (left === 0) return;
      left -= 1;
      this.#failures.delete(key);
    }
  }
}
