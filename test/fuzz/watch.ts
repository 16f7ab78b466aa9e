import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { isRecognised } from './formats.js';
import type { Line, Piece } from './protocol.js';

/** What one mutant did that no file may do. */
export interface Finding {
  readonly format: string;
  readonly number: number;
  readonly what: 'crash' | 'hang' | 'end' | 'memory' | 'growth';
  readonly detail: string;
}

/** What came of the mutants of one format. */
export interface Tally {
  readonly format: string;
  mutants: number;
  /** How many were read, and how many refused, by code. */
  readonly outcomes: Map<string, number>;
  slowest: { number: number; milliseconds: number };
  /** Most resident memory of any of the processes, in megabytes. */
  peak: number;
  readonly findings: Finding[];
}

/** Without LibreOffice: it is the own readers that are tried, and what it mends takes seconds a file. */
const OWN_READERS = { ...process.env, QINGGUI_SOFFICE: '' };
const kindOf = (format: string, number: number): 'read' | 'recognised' =>
  isRecognised(format, number) ? 'recognised' : 'read';
const READER = fileURLToPath(new URL('./reader.js', import.meta.url));
/** Milliseconds; a mutant that takes longer hangs. With recognition of its pixels it may take what a scan gives a page. */
const HANG = { read: 10_000, recognised: 120_000 };
/** Megabytes that one mutant may add to the most that the process ever held. The models of recognition take their part. */
const JUMP = { read: 300, recognised: 900 };
/** Megabytes that may be held more at the end of a piece than at its beginning. */
const GROWTH = { heap: 48, resident: 250 };
/** Megabytes of heap for a reading process. */
const HEAP = 1024;

export const newTally = (format: string): Tally => ({
  format,
  mutants: 0,
  outcomes: new Map(),
  slowest: { number: -1, milliseconds: 0 },
  peak: 0,
  findings: [],
});

/**
 * Has a piece read and adds what came of it; a process that hangs or ends is replaced behind its mutant.
 * `patience` multiplies the time after which a mutant hangs, for machines that have other things to do.
 */
export const readPiece = async (piece: Piece, tally: Tally, patience: number): Promise<void> => {
  const end = piece.from + piece.count;
  for (let from = piece.from; from < end; ) {
    const stopped = await readOn({ ...piece, from, count: end - from }, tally, patience);
    if (!stopped) return;
    tally.mutants++;
    tally.findings.push(stopped);
    from = stopped.number + 1;
  }
};

/** Reads until the piece is done (null) or the process is lost. */
const readOn = (piece: Piece, tally: Tally, patience: number): Promise<Finding | null> =>
  new Promise((resolve, reject) => {
    const { format } = piece;
    const most = (mutant: number): number => HANG[kindOf(format, mutant)] * patience;
    const args = [
      '--expose-gc',
      `--max-old-space-size=${HEAP}`,
      READER,
      format,
      String(piece.from),
      String(piece.count),
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: OWN_READERS });
    let number = piece.from - 1;
    let hung = false;
    let done = false;
    let complaint = '';
    let timer: NodeJS.Timeout | undefined;
    const memory = new MemoryWatch(format, tally);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(-600);
    });
    createInterface({ input: child.stdout as Readable }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      clearTimeout(timer);
      if (line.say === 'begin') {
        number = line.number;
        timer = setTimeout(() => {
          hung = true;
          child.kill('SIGKILL');
        }, most(number));
      } else if (line.say === 'end') {
        count(tally, line);
        memory.peak(line.number, line.peak);
      } else if (line.say === 'held') memory.held(line);
      else done = true;
    });
    child.once('error', reject);
    child.once('close', (status, signal) => {
      clearTimeout(timer);
      if (done) {
        memory.judge(number);
        resolve(null);
      } else if (number < piece.from) reject(new Error(`the reader does not start: ${complaint}`));
      else if (hung)
        resolve({
          format,
          number,
          what: 'hang',
          detail: `more than ${most(number) / 1000} s`,
        });
      else resolve({ format, number, what: 'end', detail: `${signal ?? `status ${status}`} ${complaint}` });
    });
  });

const count = (tally: Tally, line: Extract<Line, { say: 'end' }>): void => {
  tally.mutants++;
  tally.outcomes.set(line.outcome, (tally.outcomes.get(line.outcome) ?? 0) + 1);
  if (line.milliseconds > tally.slowest.milliseconds)
    tally.slowest = { number: line.number, milliseconds: line.milliseconds };
  if (line.outcome === 'internal')
    tally.findings.push({
      format: tally.format,
      number: line.number,
      what: 'crash',
      detail: line.error ?? '',
    });
};

/** Watches one process's memory: leaps at one mutant, and what is left from all of them. */
class MemoryWatch {
  readonly #tally: Tally;
  readonly #format: string;
  readonly #held: { heap: number; resident: number }[] = [];
  #peak = 0;

  constructor(format: string, tally: Tally) {
    this.#format = format;
    this.#tally = tally;
  }

  peak(number: number, peak: number): void {
    if (this.#peak > 0 && peak - this.#peak > JUMP[kindOf(this.#format, number)])
      this.#report('memory', number, `the peak rose from ${this.#peak} MB to ${peak} MB`);
    this.#peak = peak;
    this.#tally.peak = Math.max(this.#tally.peak, peak);
  }

  held({ heap, resident }: { readonly heap: number; readonly resident: number }): void {
    this.#held.push({ heap, resident });
  }

  /** Compares the first third, in which everything has been loaded once, with the last. */
  judge(number: number): void {
    const third = Math.floor(this.#held.length / 3);
    if (third < 2) return;
    for (const kind of ['heap', 'resident'] as const) {
      const values = this.#held.map((held) => held[kind]);
      const [first, last] = [middle(values.slice(0, third)), middle(values.slice(-third))];
      if (last - first > GROWTH[kind])
        this.#report('growth', number, `${kind}: from ${first} MB to ${last} MB`);
    }
  }

  #report(what: Finding['what'], number: number, detail: string): void {
    this.#tally.findings.push({ format: this.#format, number, what, detail });
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
