/**
 * Reads mutated files of every format and says what no file may do: crash, hang, end the process, take much memory.
 *
 *     npm run fuzz -- --from 0 --count 2000 [--format docx] [--keep FOLDER] [--patience 1]
 *
 * --count is the number of mutants in all, spread evenly over the formats; --from the number of the first of each
 * format. --keep writes the mutants of the findings into a folder. --patience multiplies the time after which a mutant
 * hangs, for a busy machine. Exit status 1 on findings.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FORMAT_NAMES, fuzzFormat } from './formats.js';
import { mutantOf } from './mutant.js';
import { tableOf } from './table.js';
import { type Finding, newTally, readPiece, type Tally } from './watch.js';

/** Mutants for one process, so that the growth of memory is seen and not carried on. */
const PIECE = 1000;

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '2000' },
    format: { type: 'string' },
    keep: { type: 'string' },
    patience: { type: 'string', default: '1' },
  },
});

const keep = async (findings: readonly Finding[], folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const { format, number } of findings)
    writeFileSync(join(folder, `${format}-${number}.${format}`), mutantOf(await fuzzFormat(format), number));
};

const names = values.format ? [values.format] : FORMAT_NAMES;
const each = Math.ceil(Number(values.count) / names.length);
const end = Number(values.from) + each;
const tallies: Tally[] = [];
for (const format of names) {
  const tally = newTally(format);
  tallies.push(tally);
  for (let from = Number(values.from); from < end; from += PIECE)
    await readPiece({ format, from, count: Math.min(PIECE, end - from) }, tally, Number(values.patience));
  console.error(`${format}: ${tally.mutants} mutants, ${tally.findings.length} findings`);
}
console.log(tableOf(tallies));
const findings = tallies.flatMap((tally) => tally.findings);
for (const { format, number, what, detail } of findings)
  console.log(`\n${format} ${number}: ${what}\n  ${detail.trim().replaceAll('\n', '\n  ')}`);
if (values.keep) await keep(findings, values.keep);
process.exitCode = findings.length > 0 ? 1 : 0;
