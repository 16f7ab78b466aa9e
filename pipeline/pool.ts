import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { reason } from '../model/index.js';
import type { WorkerResult, WorkerTask } from './worker.js';

/** What one file may take. */
export interface WorkLimits {
  /** Worker threads. */
  readonly workers: number;
  /** Milliseconds for one file, after which its worker is ended. */
  readonly timeout: number;
  /** Megabytes of JavaScript heap for one worker. */
  readonly memory: number;
}

/** More threads than this gain little: reading and storing stay on the main thread. */
const MOST_WORKERS = 4;

export const DEFAULT_LIMITS: WorkLimits = {
  workers: Math.min(availableParallelism(), MOST_WORKERS),
  timeout: 120_000,
  memory: 1024,
};

/** Worker threads that each read one file at a time; a file that hangs or crashes takes only its worker along. */
export class WorkerPool {
  readonly #limits: WorkLimits;
  readonly #file: URL;
  #piscina: Promise<Piscina<WorkerTask, WorkerResult>> | null = null;

  /** @param file the compiled worker. */
  constructor(limits: WorkLimits, file = new URL('./worker.js', import.meta.url)) {
    this.#limits = limits;
    this.#file = file;
  }

  /**
   * Does one file's work. The task's bytes are handed over and can not be used afterwards. A file's fault,
   * a hang, a crash and a lack of memory are results, not errors.
   */
  async run(task: WorkerTask): Promise<WorkerResult> {
    this.#piscina ??= this.#start();
    const piscina = await this.#piscina;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.#limits.timeout);
    try {
      const owned = withOwnBuffer(task);
      return await piscina.run(owned.task, { signal: limit.signal, transferList: [owned.buffer] });
    } catch (error) {
      const format = task.from === 'manuscript' ? task.format : 'unknown';
      if (limit.signal.aborted)
        return { format, reason: reason('timeout', `${Math.round(this.#limits.timeout / 1000)}秒`) };
      if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY')
        return { format, reason: reason('out-of-memory', `${this.#limits.memory}MB`) };
      return { format, reason: reason('internal', error instanceof Error ? error.message : String(error)) };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await (await this.#piscina)?.destroy();
  }

  /** Threads start with the first file that needs one: a scan that finds nothing new starts none. */
  async #start(): Promise<Piscina<WorkerTask, WorkerResult>> {
    const { Piscina } = await import('piscina');
    const piscina = new Piscina<WorkerTask, WorkerResult>({
      filename: this.#file.href,
      minThreads: 0,
      maxThreads: this.#limits.workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      // A thread that waits in Atomics.wait can not finish what a library left running in the background.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
    });
    // The error of a worker without a task concerns no file; the pool starts another when it needs one.
    piscina.on('error', () => undefined);
    return piscina;
  }
}

/** The task on a buffer of its own: several Buffers may share one, and handing that over would empty the others. */
const withOwnBuffer = (task: WorkerTask): { task: WorkerTask; buffer: ArrayBuffer } => {
  const bytes = task.from === 'bytes' ? task.bytes : task.manuscript;
  const alone = bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength;
  const own = new Uint8Array(alone ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer);
  return {
    task: task.from === 'bytes' ? { ...task, bytes: own } : { ...task, manuscript: own },
    buffer: own.buffer,
  };
};

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
