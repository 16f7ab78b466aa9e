/** Runs at most `width` jobs at a time and makes the giver of jobs wait, so that nothing piles up in memory. */
export class Lanes {
  readonly #width: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(width: number) {
    this.#width = width;
  }

  /** Starts a job as soon as a lane is free. Throws what an earlier job threw. */
  async start(job: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#width) await Promise.race(this.#running);
    this.#check();
    const running: Promise<void> = job()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits until one of the running jobs ends; false where none runs. Throws what one of them threw. */
  async oneEnds(): Promise<boolean> {
    if (this.#running.size === 0) return false;
    await Promise.race(this.#running);
    this.#check();
    return true;
  }

  /** Waits for all jobs. Throws what one of them threw. */
  async drain(): Promise<void> {
    await Promise.all(this.#running);
    this.#check();
  }

  /** Waits for all jobs, whatever became of them. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
