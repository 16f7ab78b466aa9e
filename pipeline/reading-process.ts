import { type ChildProcess, fork } from 'node:child_process';
import { WATCH_PIPE, type WorkerMessage, type WorkerResult, type WorkerTask } from './work.js';

/** How a task ended. */
export type Answer =
  | { readonly kind: 'result'; readonly result: WorkerResult }
  | { readonly kind: 'timeout' | 'memory' | 'crash'; readonly detail: string };

/** Last words of a process that are kept for the report. */
const MAX_WORDS = 2_000;

/** V8 aborts when its heap is full. */
const HEAP_FULL = /heap out of memory|Allocation failed/u;

/** One process that reads files, one at a time. */
export class ReadingProcess {
  readonly #child: ChildProcess;
  #take: ((message: WorkerMessage) => void) | null = null;
  #ended: ((answer: Answer) => void) | null = null;
  #words = '';
  #overMemory = false;
  #alive = true;
  #resident = 0;

  /** @param memory megabytes that the process may hold. */
  constructor(program: URL, memory: number) {
    this.#child = fork(program, [String(memory)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    this.#child.stderr?.on('data', (words: Buffer) => {
      this.#words = (this.#words + words.toString('utf8')).slice(-MAX_WORDS);
    });
    this.#child.stdio[WATCH_PIPE]?.on('data', () => {
      this.#overMemory = true;
    });
    this.#child.on('message', (message) => this.#take?.(message as WorkerMessage));
    this.#child.on('error', (error) => this.#end(error.message));
    // Not 'exit': what the process said last may still be under way.
    this.#child.on('close', (code, signal) => this.#end(`读取进程异常退出（${signal ?? code}）`));
  }

  /** Does one task. @param timeout milliseconds, counted anew at each sign of progress. */
  run(task: WorkerTask, timeout: number): Promise<Answer> {
    return new Promise((resolve) => {
      const finish = (answer: Answer): void => {
        clearTimeout(timer);
        this.#take = null;
        this.#ended = null;
        resolve(answer);
      };
      const timer = setTimeout(() => {
        this.end();
        finish({ kind: 'timeout', detail: '' });
      }, timeout);
      this.#ended = finish;
      this.#take = (message) => {
        if (message.kind === 'progress') timer.refresh();
        else if (message.kind === 'crash') finish({ kind: 'crash', detail: message.detail });
        else {
          this.#resident = message.resident;
          finish({ kind: 'result', result: message.result });
        }
      };
      if (!this.#alive) finish({ kind: 'crash', detail: '读取进程没有启动' });
      else
        this.#child.send(task, (error) => {
          if (error) this.#end(error.message);
        });
    });
  }

  /** Whether it can take another file. @param most megabytes it may have grown to. */
  isUsable(most: number): boolean {
    return this.#alive && this.#resident <= most;
  }

  /** Ends the process at once, whatever it does. */
  end(): void {
    this.#alive = false;
    this.#child.kill('SIGKILL');
  }

  #end(detail: string): void {
    this.#alive = false;
    const full = this.#overMemory || HEAP_FULL.test(this.#words);
    this.#ended?.({ kind: full ? 'memory' : 'crash', detail });
  }
}
