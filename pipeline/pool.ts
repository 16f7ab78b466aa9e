import { availableParallelism } from 'node:os';
import { DEFAULT_WORK, type Reason, reason } from '../model/index.js';
import { type Answer, ReadingProcess } from './reading-process.js';
import type { WorkerResult, WorkerTask } from './work.js';

/** What one file may take while it is read. */
export interface WorkLimits {
  /** Processes that read. */
  readonly workers: number;
  /** Milliseconds for one file, counted anew after each page that is recognised and each file that is unpacked. */
  readonly timeout: number;
  /** Megabytes of resident memory for one process. */
  readonly memory: number;
}

/** More processes than this gain little: reading and storing stay in the main one. */
const MOST_WORKERS = 4;

export const DEFAULT_LIMITS: WorkLimits = {
  workers: Math.min(availableParallelism(), MOST_WORKERS),
  ...DEFAULT_WORK,
};

/** The process itself failed, not the file: what it holds in memory is not to be trusted any more. */
const isBroken = (answer: Answer): boolean =>
  answer.kind === 'crash' || (answer.kind === 'result' && answer.result.reason?.code === 'internal');

/** A process that has grown beyond this share of its limit is replaced between two files. */
const GROWN = 0.5;

/**
 * Processes that each read one file at a time. A file that hangs, crashes an engine or fills the memory takes only
 * its process along.
 */
export class WorkerPool {
  readonly #limits: WorkLimits;
  readonly #program: URL;
  readonly #idle: ReadingProcess[] = [];
  readonly #busy = new Set<ReadingProcess>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  /** @param program the compiled worker. */
  constructor(limits: WorkLimits, program = new URL('./worker.js', import.meta.url)) {
    this.#limits = limits;
    this.#program = program;
  }

  /** Does one file's work. A file's fault, a hang, a crash and a lack of memory are results, not errors. */
  async run(task: WorkerTask): Promise<WorkerResult> {
    while (this.#busy.size >= this.#limits.workers)
      await new Promise<void>((free) => {
        this.#waiting.push(free);
      });
    // Who still waited when the pool was closed starts no process that nobody would end.
    if (this.#closed) {
      this.#waiting.shift()?.();
      return { format: 'unknown', reason: reason('internal', '读取进程已结束') };
    }
    // Processes start with the first file that needs one: a scan that finds nothing new starts none.
    const used = this.#idle.pop();
    let worker = used ?? new ReadingProcess(this.#program, this.#limits.memory);
    this.#busy.add(worker);
    try {
      let answer = await worker.run(task, this.#limits.timeout);
      // An engine that an earlier file has broken fails on good files, too: those get a process of their own.
      if (used && isBroken(answer) && !this.#closed) {
        this.#busy.delete(worker);
        worker.end();
        worker = new ReadingProcess(this.#program, this.#limits.memory);
        this.#busy.add(worker);
        answer = await worker.run(task, this.#limits.timeout);
      }
      if (isBroken(answer)) worker.end();
      if (answer.kind === 'result') return answer.result;
      return { format: task.from === 'manuscript' ? task.format : 'unknown', reason: this.#reasonOf(answer) };
    } finally {
      this.#busy.delete(worker);
      if (worker.isUsable(GROWN * this.#limits.memory)) this.#idle.push(worker);
      else worker.end();
      this.#waiting.shift()?.();
    }
  }

  /** Ends the processes; what is under way, and what is asked for later, fails. */
  close(): void {
    this.#closed = true;
    for (const worker of [...this.#idle, ...this.#busy]) worker.end();
    this.#idle.length = 0;
  }

  #reasonOf(answer: { readonly kind: 'timeout' | 'memory' | 'crash'; readonly detail: string }): Reason {
    switch (answer.kind) {
      case 'timeout':
        return reason('timeout', `${Math.round(this.#limits.timeout / 1000)}秒`);
      case 'memory':
        return reason('out-of-memory', `${this.#limits.memory}MB`);
      case 'crash':
        return reason('internal', answer.detail);
    }
  }
}
