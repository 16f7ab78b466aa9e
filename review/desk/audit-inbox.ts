import { randomUUID } from 'node:crypto';
import type { AuditInput } from '../../audit/index.js';
import { DEFAULT_FILE_LIMITS } from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';
import type { TakenLedger } from '../audit-api.js';
import { BadRequest } from '../errors.js';
import type { Who } from '../server/desk.js';
import type { DeskContext } from './context.js';
import { Turns } from './turns.js';

type Ledgers = AuditInput['ledgers'];

interface Kept {
  readonly who: string;
  readonly ledgers: Ledgers;
  /** Of its words, in characters. */
  readonly size: number;
  /** Milliseconds. */
  readonly at: number;
}

/** Characters that wait in all, and how long: who closes the window does not come back for them. */
const MOST = 64_000_000;
const HOURS = 2;
const MILLISECONDS = 3_600_000;
/** Files that are read at the same time. */
const AT_ONCE = 2;

/** Ledgers that were taken in and wait to be compared, in memory: nothing of them is kept before. */
export class LedgerInbox {
  readonly #context: DeskContext;
  readonly #kept = new Map<string, Kept>();
  readonly #turns = new Turns(AT_ONCE);

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** Reads a file as a scan would, in a process of its own and under its limits: it comes from a stranger. */
  async take(given: string, bytes: Uint8Array, who: Who): Promise<TakenLedger> {
    const name = plainName(given);
    const { readFile = readSingle, clock } = this.#context;
    const { analysis, reason } = await this.#turns.wait(() =>
      readFile(bytes, name, { limits: DEFAULT_FILE_LIMITS, ocr: true }),
    );
    const found = analysis?.ledgers ?? [];
    if (found.length === 0)
      return { token: '', ledgers: [], problem: reason ? `${reason.message}。${reason.advice}` : NO_LEDGER };
    const ledgers = found.map((ledger) => ({ source: name, ledger }));
    const size = JSON.stringify(ledgers).length;
    this.#forget(Date.parse(clock()), size);
    const token = randomUUID();
    this.#kept.set(token, { who: who.name, ledgers, size, at: Date.parse(clock()) });
    return {
      token,
      ledgers: found.map(({ unit, date, rows }) => ({ unit, date, rows: rows.length })),
      problem: '',
    };
  }

  /** @throws BadRequest where one of them is not there any more, or is another person's. */
  claim(tokens: readonly string[], who: Who): Ledgers {
    return tokens.flatMap((token) => {
      const kept = this.#kept.get(token);
      if (kept?.who !== who.name)
        throw new BadRequest('有的台账已不在待核对之列，可能放置过久', '请重新选择台账文件');
      return kept.ledgers;
    });
  }

  drop(tokens: readonly string[]): void {
    for (const token of tokens) this.#kept.delete(token);
  }

  /** Makes room. The oldest go first. */
  #forget(now: number, size: number): void {
    let total = size + [...this.#kept.values()].reduce((sum, kept) => sum + kept.size, 0);
    for (const [token, kept] of this.#kept) {
      if (total <= MOST && now - kept.at < HOURS * MILLISECONDS) continue;
      this.#kept.delete(token);
      total -= kept.size;
    }
  }
}

const NO_LEDGER =
  '没有在文件中找到已填报的台账。表头应有文件名称、是否涉及、依据、处置方式等栏；请核对是不是台账';

/** The name without folders and without signs that print nothing. */
export const plainName = (given: string): string =>
  given
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim() || '台账';
