import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { FIELD_WORDS, printable, UsageError } from '../../model/index.js';
import { decisionRequest, type ImportPreview, importChanges, ReviewDesk } from '../../review/index.js';
import { withDesk } from './desk-context.js';
import type { DeskOptions } from './options.js';
import { localPerson } from './reviewer.js';

/** As commander parses them. */
export interface ImportCommandOptions extends DeskOptions {
  readonly dryRun?: boolean;
  readonly reviewer?: string;
}

const MOST_BYTES = 20 * 1024 * 1024;
const LEFT = 1;
/** Characters of a cell that a line shows. */
const SHOWN = 40;

/** `qinggui import`: takes in what was edited in a ledger. Returns the exit status, 1 where something of it was not taken in. */
export const runImportLedger = async (
  path: string,
  options: ImportCommandOptions,
  { say = (words: string) => void process.stdout.write(words) } = {},
): Promise<number> => {
  const bytes = await bytesOf(path);
  return withDesk(options, async (context) => {
    const desk = new ReviewDesk(context);
    const who = localPerson(options.reviewer);
    const preview = await desk.previewImport(bytes, who);
    const clear = preview.changes.filter(({ conflict }) => !conflict);
    say(previewText(preview));
    if (options.dryRun) say(`没有写入（--dry-run）：可写入 ${clear.length} 格。\n`);
    else if (clear.length > 0) {
      const request = importChanges(preview, randomUUID());
      for (const items of inPieces(request.items))
        await desk.decide(decisionRequest.parse({ ...request, batch: randomUUID(), items }), who);
      say(`已写入 ${clear.length} 格，记在 ${who.name} 名下；改动过的行须重新确认：qinggui review\n`);
    } else say('没有写入：没有可写入的改动。\n');
    return preview.changes.length > clear.length || preview.unmatched.length > 0 ? LEFT : 0;
  });
};

/** A request takes so many documents at once. */
const MOST_ITEMS = 2_000;

const inPieces = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MOST_ITEMS) }, (_, at) =>
    items.slice(at * MOST_ITEMS, (at + 1) * MOST_ITEMS),
  );

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const advice = '请写出由 qinggui export 或复核页面导出、修改后保存的台账';
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new UsageError(`${path} 超过 20 MB，不像是台账`, advice);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`读不到文件 ${path}`, advice, { cause: error });
  }
};

const previewText = ({ changes, unmatched, unchanged }: ImportPreview): string =>
  [
    `改动 ${changes.length} 格，未变 ${unchanged} 格，对不上 ${unmatched.length} 项。`,
    ...changes.map(
      ({ name, field, from, to, conflict }) =>
        `${conflict ? '冲突' : '改动'}  ${printable(name)}  ${FIELD_WORDS[field]}：“${short(from)}”→“${short(to)}”${
          conflict ? `（未采用：${printable(conflict)}）` : ''
        }`,
    ),
    ...unmatched.map(({ row, reason }) => `对不上  ${short(row)}：${reason}`),
    '',
  ].join('\n');

const short = (text: string): string => {
  const line = printable(text.replace(/\s+/gu, ' ').trim());
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};
