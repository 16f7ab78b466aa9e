import {
  type FindingDecision,
  findingSubject,
  LABELS,
  type Label,
  type ReadDocument,
  type ReadUnit,
  reason,
} from '../../model/index.js';
import { markOfPassage } from '../../pipeline/index.js';
import { documentsOf, type Judgement, lastScan, type ReviewDocument } from '../../store/index.js';
import type { Decided } from '../api.js';
import type { DeskContext } from './context.js';
import { bySource, FIRST_EYES, openFile, type PartOfFile, partsOf } from './file.js';
import { keysOf } from './keys.js';
import { UnreadableFile } from './unreadable.js';

/** What is to be learned from the decisions of a collection. */
export interface ConfirmedJudgements {
  /** Oldest first; of each label of a text only the newest word in the collection. */
  readonly judgements: readonly Judgement[];
  /** Files whose text is not at hand: their words were corrected, or they were scanned anew, and nobody has opened them since. */
  readonly passedOver: readonly string[];
}

/**
 * What persons have confirmed and rejected in documents whose row stands confirmed. A label of which nobody has spoken is not
 * judged; decisions on a document that is still open may be taken back and are left alone. Nothing is analysed again.
 */
export const confirmedJudgements = async ({
  store,
  collection,
}: Pick<DeskContext, 'store' | 'collection'>): Promise<ConfirmedJudgements> => {
  const newest = new Map<string, Word>();
  const passedOver: string[] = [];
  const last = await lastScan(store, collection);
  if (last)
    for (const documents of bySource(await documentsOf(store, collection))) {
      if (!documents.some(isConfirmed)) continue;
      try {
        for (const word of await wordsOf(store, documents, last.version)) {
          const key = `${word.mark} ${word.label}`;
          if ((newest.get(key)?.said.seq ?? 0) < word.said.seq) newest.set(key, word);
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        passedOver.push(documents[0]!.source);
      }
    }
  return { judgements: judgementsOf([...newest.values()]), passedOver };
};

const isConfirmed = ({ state, part, log_seq }: ReviewDocument): boolean =>
  state === 'confirmed' && part >= 0 && log_seq > 0;

/** What was said of one label at one passage. */
interface Word {
  readonly mark: string;
  readonly label: Label;
  readonly confirmed: boolean;
  readonly said: Decided;
  readonly unit: ReadUnit['unit'];
  /** 0 … 1: how far down in its document. */
  readonly place: number;
  readonly source: string;
}

/** Results that are not at hand are not made here: they would be made by the model that is to learn from them. */
const NO_ANALYSIS: Pick<DeskContext, 'reanalysis' | 'reading' | 'suppressed'> = {
  suppressed: [],
  reading: {
    limits: { bytes: 0, unpackedBytes: 0, ratio: 0, entries: 0, depth: 0, pages: 0, pixels: 0 },
    ocr: false,
  },
  reanalysis: {
    analyseAgain: async ({ manuscript }) => ({ manuscript, outdated: [], reason: reason('internal') }),
  },
};

const wordsOf = async (
  store: DeskContext['store'],
  documents: readonly ReviewDocument[],
  version: string,
): Promise<Word[]> => {
  const parts = await partsOf(store, documents);
  const { analysis } = await openFile({ store, ...NO_ANALYSIS }, parts, version, FIRST_EYES);
  return parts
    .filter(({ document }) => isConfirmed(document))
    .flatMap((part) => wordsOfPart(part, analysis.documents[part.document.part] ?? null));
};

const wordsOfPart = ({ document, values }: PartOfFile, read: ReadDocument | null): Word[] => {
  const said = values.of('first', false);
  const keys = keysOf(read);
  const units = read?.units ?? [];
  return units.flatMap(({ unit }, at) =>
    LABELS.flatMap((label): Word[] => {
      const found = said.get(findingSubject(keys[at]!, label));
      if (!found || found.value === null) return [];
      const { verdict } = found.value as FindingDecision;
      return [
        {
          mark: markOfPassage(keys[at]!),
          label,
          confirmed: verdict === 'confirmed',
          said: found,
          unit,
          place: at / units.length,
          source: document.source,
        },
      ];
    }),
  );
};

/** Words on one text that were said at once are one judgement, so that the same decisions always make the same ones. */
const judgementsOf = (words: readonly Word[]): Judgement[] => {
  const groups = new Map<string, Word[]>();
  for (const word of [...words].sort((a, b) => a.said.seq - b.said.seq)) {
    const key = `${word.mark} ${word.said.at} ${word.said.who}`;
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()].map((group) => {
    const { mark, unit, place, source, said } = group[0]!;
    const of = (confirmed: boolean): Label[] =>
      LABELS.filter((label) => group.some((each) => each.label === label && each.confirmed === confirmed));
    return {
      mark,
      text: unit.text,
      path: unit.path,
      kind: unit.kind,
      place,
      confirmed: of(true),
      rejected: of(false),
      who: said.who,
      at: said.at,
      source,
    };
  });
};
