import { type FrameLine, hashOfWords, type ItemWords, judgedWords } from '../../audit/index.js';
import {
  documentName,
  type FileAnalysis,
  hasLedgerLabel,
  LEDGER_LABELS,
  type ReadUnit,
  UsageError,
} from '../../model/index.js';
import { passageKeys } from '../../pipeline/index.js';
import { needsPerson } from '../../reports/index.js';
import {
  analysedFiles,
  findAnalysis,
  type JudgedPassage,
  judgedPassages,
  type Store,
  unpack,
} from '../../store/index.js';

/** A line of the frame with its words; files that were not read have none. */
export interface PopulationLine {
  readonly line: FrameLine;
  readonly words: ItemWords | null;
}

/** A file as the frame has it. */
export interface PopulationFile {
  readonly source: string;
  readonly hash: string;
  readonly lines: readonly PopulationLine[];
}

/**
 * Everything that a scan found, in the order of the folder, as persons have left it at one moment: provisions that nobody
 * holds for positive (the tool has not flagged them, or a person has said that it is none), confirmed ones, flagged ones that
 * nobody has decided on, files that could not be read. Read a file at a time: there may be hundreds of thousands.
 *
 * Where a person has corrected recognised words the passage stands under its old words here and counts as open or undecided,
 * never as confirmed: that makes the recall that is shown smaller, not larger.
 */
export class Population {
  readonly #judged: ReadonlyMap<string, JudgedPassage>;

  private constructor(
    readonly store: Store,
    readonly scan: { readonly scan: number; readonly version: string },
    judged: readonly JudgedPassage[],
  ) {
    this.#judged = new Map(judged.map((each) => [keyOf(each.source, each.part, each.passage), each]));
  }

  static async of(
    store: Store,
    collection: string,
    scan: { readonly scan: number; readonly version: string },
  ): Promise<Population> {
    return new Population(store, scan, await judgedPassages(store, collection));
  }

  async *files(): AsyncGenerator<PopulationFile> {
    const { scan, version } = this.scan;
    for await (const { file, analysis } of analysedFiles(this.store, scan, version, 'all')) {
      const { source, hash } = file;
      const unread: PopulationLine[] = needsPerson(file)
        ? [{ line: { kind: 'unread', source, file: hash }, words: null }]
        : [];
      yield { source, hash, lines: [...unread, ...(analysis ? this.#linesOf(source, hash, analysis) : [])] };
    }
  }

  /** Once more the lines of a file that was read. */
  async linesAgain({ source, hash }: Pick<PopulationFile, 'source' | 'hash'>): Promise<PopulationLine[]> {
    const packed = await findAnalysis(this.store, hash, this.scan.version);
    if (!packed) throw new UsageError('抽取期间扫描结果有了变化', '请重新抽取');
    return this.#linesOf(source, hash, unpack<FileAnalysis>(packed));
  }

  #linesOf(source: string, file: string, { documents }: FileAnalysis): PopulationLine[] {
    return documents.flatMap((document, part) => {
      const keys = passageKeys(document.units.map(({ unit }) => unit.text));
      // As it is called without a row: known positives would be told by what a row calls a document without a title.
      const name = documentName({ ...document, row: null }, source);
      return document.units.map((read, at): PopulationLine => {
        const passage = keys[at]!;
        const text = judgedWords(read.unit);
        return {
          line: {
            kind: kindOf(read, this.#judged.get(keyOf(source, part, passage))),
            source,
            file,
            part,
            passage,
            text: hashOfWords(text),
            score: Math.max(...LEDGER_LABELS.map((label) => read.classification.scores[label])),
          },
          // Not `read.place`, which is narrower where something was found: known positives would be told by it.
          words: { document: name, place: read.unit.label, text },
        };
      });
    });
  }
}

const keyOf = (source: string, part: number, passage: string): string => `${part} ${passage} ${source}`;

const kindOf = (
  { classification }: ReadUnit,
  judged: JudgedPassage | undefined,
): 'open' | 'positive' | 'pending' => {
  if (!judged) return hasLedgerLabel(classification.labels) ? 'pending' : 'open';
  if (!hasLedgerLabel(judged.labels)) return 'open';
  if (judged.state !== 'confirmed') return 'pending';
  return judged.inLedger ? 'positive' : 'open';
};
