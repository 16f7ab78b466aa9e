import { createHash } from 'node:crypto';
import type { FrameLine, ItemWords } from '../../audit/index.js';
import { documentName, hasLedgerLabel, LEDGER_LABELS, type ReadUnit } from '../../model/index.js';
import { passageKeys } from '../../pipeline/index.js';
import { needsPerson } from '../../reports/index.js';
import { analysedFiles, type JudgedPassage, judgedPassages, type Store } from '../../store/index.js';

/** A line of the frame with its words; files that were not read have none. */
export interface PopulationLine {
  readonly line: FrameLine;
  readonly words: ItemWords | null;
}

/**
 * Everything that the last scan found, in the order of the folder, as persons have left it: provisions that nobody holds for
 * positive (the tool has not flagged them, or a person has said that it is none), confirmed ones, flagged ones that nobody
 * has decided on, files that could not be read.
 *
 * Where a person has corrected recognised words the passage stands under its old words here and counts as open or undecided,
 * never as confirmed: that makes the recall that is shown smaller, not larger.
 */
export async function* populationOf(
  store: Store,
  collection: string,
  { scan, version }: { readonly scan: number; readonly version: string },
): AsyncGenerator<PopulationLine> {
  const judged = new Map(
    (await judgedPassages(store, collection)).map((each) => [
      keyOf(each.source, each.part, each.passage),
      each,
    ]),
  );
  for await (const { file, analysis } of analysedFiles(store, scan, version, 'all')) {
    if (needsPerson(file))
      yield { line: { kind: 'unread', source: file.source, file: file.hash }, words: null };
    for (const [part, document] of (analysis?.documents ?? []).entries()) {
      const keys = passageKeys(document.units.map(({ unit }) => unit.text));
      const name = documentName(document, file.source);
      for (const [at, read] of document.units.entries()) {
        const passage = keys[at]!;
        const text = wordsOf(read);
        yield {
          line: {
            kind: kindOf(read, judged.get(keyOf(file.source, part, passage))),
            source: file.source,
            file: file.hash,
            part,
            passage,
            text: createHash('sha256').update(text, 'utf8').digest('hex'),
            score: Math.max(...LEDGER_LABELS.map((label) => read.classification.scores[label])),
          },
          // Not `read.place`, which is narrower where something was found: known positives would be told by it.
          words: { document: name, place: read.unit.label, text },
        };
      }
    }
  }
}

const keyOf = (source: string, part: number, passage: string): string => `${part} ${passage} ${source}`;

/** An entry of a list is judged with the words that introduce the list. */
const wordsOf = ({ unit }: ReadUnit): string => (unit.lead ? `${unit.lead}\n${unit.text}` : unit.text);

const kindOf = (
  { classification }: ReadUnit,
  judged: JudgedPassage | undefined,
): 'open' | 'positive' | 'pending' => {
  if (!judged) return hasLedgerLabel(classification.labels) ? 'pending' : 'open';
  if (!hasLedgerLabel(judged.labels)) return 'open';
  if (judged.state !== 'confirmed') return 'pending';
  return judged.inLedger ? 'positive' : 'open';
};
