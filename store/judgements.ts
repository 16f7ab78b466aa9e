import { LABELS, type Label } from '../model/index.js';
import type { Schema, Store } from './schema.js';

/** What a person said of a text, to be learned from. */
export interface Judgement {
  /** Of the words, the same for the same text wherever it stands. */
  readonly mark: string;
  readonly text: string;
  /** Titles and headings above, outermost first; null where they are not known. */
  readonly path: readonly string[] | null;
  readonly kind: string | null;
  /** 0 … 1: how far down in its document. */
  readonly place: number | null;
  readonly confirmed: readonly Label[];
  readonly rejected: readonly Label[];
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  /** The file that it stands in; null where it is not known. */
  readonly source: string | null;
}

/** A text with what counts of all that was said of it: of each label the newest word. */
export interface JudgedText extends Pick<Judgement, 'mark' | 'text' | 'path' | 'kind' | 'place' | 'source'> {
  readonly confirmed: readonly Label[];
  readonly rejected: readonly Label[];
}

/** How many rows one statement adds: PostgreSQL takes at most 65,535 values. */
const AT_ONCE = 500;

/**
 * Adds judgements at the end. One that says only what already counts is left out, so that the same file can come again.
 *
 * @param once leaves out also what was added before and overruled since: for what is not said anew each time that it comes.
 * @returns how many were added.
 */
export const addJudgements = async (
  store: Store,
  judgements: readonly Judgement[],
  once = false,
): Promise<number> =>
  store.db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom('judgements').selectAll().orderBy('id').execute();
    const known = settled(rows);
    const added = new Set(once ? rows.map(printOf) : []);
    const news: Row[] = [];
    for (const judgement of judgements) {
      const row = rowOf(judgement);
      const text = known.get(row.mark);
      if (added.has(printOf(row)) || (text && repeats(text.said, judgement))) continue;
      settle(known, row);
      news.push(row);
    }
    for (let from = 0; from < news.length; from += AT_ONCE)
      await trx
        .insertInto('judgements')
        .values(news.slice(from, from + AT_ONCE))
        .execute();
    return news.length;
  });

/**
 * Every text that was judged, with what counts of it, by file, place and mark: the order in which judgements came does not
 * matter.
 *
 * @param until the number of the last judgement that is looked at; all by default.
 */
export const judgedTexts = async (store: Store, until?: number): Promise<readonly JudgedText[]> => {
  const rows = await store.db
    .selectFrom('judgements')
    .selectAll()
    .$if(until !== undefined, (query) => query.where('id', '<=', until!))
    .orderBy('id')
    .execute();
  return [...settled(rows).values()].map(textOf).sort(byPlace);
};

/** What counts of judgements that are in no database, in the same order. */
export const settledTexts = (judgements: readonly Judgement[]): readonly JudgedText[] =>
  [...settled(judgements.map(rowOf)).values()].map(textOf).sort(byPlace);

/** The number of the last judgement; 0 where there is none. */
export const lastJudgement = async (store: Store): Promise<number> => {
  const { id } = await store.db
    .selectFrom('judgements')
    .select((of) => of.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return id ?? 0;
};

type Row = Omit<Schema['judgements'], 'id'>;

const rowOf = (judgement: Judgement): Row => ({
  mark: judgement.mark,
  text: judgement.text,
  path: judgement.path && JSON.stringify(judgement.path),
  kind: judgement.kind,
  place: judgement.place,
  confirmed: judgement.confirmed.join(''),
  rejected: judgement.rejected.join(''),
  who: judgement.who,
  judged_at: judgement.at,
  source: judgement.source,
});

/** The same words of the same person on the same text at the same moment. */
const printOf = ({ mark, confirmed, rejected, who, judged_at }: Row): string =>
  JSON.stringify([mark, confirmed, rejected, who, judged_at]);

/** The newest row of a text, and the newest word on each label: true for confirmed. */
interface Settled {
  readonly row: Row;
  readonly said: ReadonlyMap<string, boolean>;
}

const settled = (rows: readonly Row[]): Map<string, Settled> => {
  const texts = new Map<string, Settled>();
  for (const row of rows) settle(texts, row);
  return texts;
};

/** Who confirms and rejects the same label in one judgement has confirmed it. */
const settle = (texts: Map<string, Settled>, row: Row): void => {
  const said = new Map(texts.get(row.mark)?.said);
  for (const label of row.rejected) said.set(label, false);
  for (const label of row.confirmed) said.set(label, true);
  texts.set(row.mark, { row, said });
};

const repeats = (said: ReadonlyMap<string, boolean>, { confirmed, rejected }: Judgement): boolean =>
  confirmed.every((label) => said.get(label) === true) &&
  rejected.every((label) => said.get(label) === false);

const textOf = ({ row: { mark, text, path, kind, place, source }, said }: Settled): JudgedText => ({
  mark,
  text,
  path: path === null ? null : (JSON.parse(path) as string[]),
  kind,
  place,
  source,
  confirmed: LABELS.filter((label) => said.get(label) === true),
  rejected: LABELS.filter((label) => said.get(label) === false),
});

const byPlace = (a: JudgedText, b: JudgedText): number =>
  compare(a.source ?? '', b.source ?? '') || (a.place ?? 0) - (b.place ?? 0) || compare(a.mark, b.mark);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
