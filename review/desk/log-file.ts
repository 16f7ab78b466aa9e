import { allEvents, type Store } from '../../store/index.js';

/** The last line of an exported log: how many events stand above it, and the hash of the last one. */
export interface LogEnd {
  readonly end: true;
  readonly events: number;
  /** '' for an empty log. */
  readonly head: string;
}

/**
 * The log as JSON Lines: an event a line, oldest first, then the end. Without the last line a file that was cut off would
 * look whole; each event's hash counts over all its members (`docs/exports.md`), so that anyone can count them anew.
 */
export async function* logLines(store: Store): AsyncGenerator<string> {
  let end: LogEnd = { end: true, events: 0, head: '' };
  for await (const event of allEvents(store)) {
    yield `${JSON.stringify(event)}\n`;
    end = { ...end, events: event.seq, head: event.hash };
  }
  yield `${JSON.stringify(end)}\n`;
}

/** How far the log went when a file was written; stands in the file's properties. */
export const logRemark = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string =>
  seq === 0
    ? '决定日志：尚无记录'
    : `决定日志：共 ${seq} 条，最后一条的校验值（SHA-256）${hash}；核对：qinggui log verify --head ${hash}`;
