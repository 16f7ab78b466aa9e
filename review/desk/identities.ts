import type { knownDocuments, ScannedFile } from '../../store/index.js';

type Known = Awaited<ReturnType<typeof knownDocuments>>[number];

/** What a document of a file is known by: its place there (-1 for the file itself) and its title, '' without one. */
interface Sought {
  readonly part: number;
  readonly title: string;
}

type Rule = (known: Known, sought: Sought) => boolean;

const hasTitle: Rule = ({ title }, sought) => title !== '' && title === sought.title;
const hasPlace: Rule = ({ part }, sought) => part === sought.part;
const hasBoth: Rule = (known, sought) => hasTitle(known, sought) && hasPlace(known, sought);

/** Which documents of before are those of a scan. */
export class Identities {
  readonly #contents = new Map<string, Known[]>();
  readonly #sources = new Map<string, Known[]>();
  readonly #unclaimed: Map<number, Known>;
  readonly #claims = new Map<string, number>();

  constructor(known: readonly Known[]) {
    this.#unclaimed = new Map(known.map((each) => [each.id, each]));
    // Those that the last scan still found go before older ones.
    for (const each of [...known].sort((a, b) => b.present - a.present || b.id - a.id)) {
      push(this.#contents, each.hash, each);
      push(this.#sources, each.source, each);
    }
  }

  /**
   * Claims the documents of a content that is known, wherever it lay.
   *
   * @param titles '' for a document without; null for a file without documents.
   */
  claimContent(
    { source, hash }: Pick<ScannedFile, 'source' | 'hash'>,
    titles: readonly (string | null)[],
  ): void {
    if (!hash) return;
    const known = this.#contents.get(hash) ?? [];
    // Another version may part the same content in other documents: then a place alone says nothing.
    const isPartedAlike = known.filter((each) => each.present === 1).length === titles.length;
    const rules =
      isPartedAlike || known.every(({ present }) => present === 0)
        ? [hasBoth, hasTitle, hasPlace]
        : [hasBoth, hasTitle];
    this.#claimAll(source, known, titles, rules);
  }

  /**
   * The numbers of a file's documents; null for new ones. A title is looked for before a place: in an edited file another
   * document may stand there. A file that holds one document, or could not be read, is that document also when it changes
   * from the one to the other.
   *
   * @param titles as for `claimContent`.
   */
  idsOf({ source }: Pick<ScannedFile, 'source'>, titles: readonly (string | null)[]): (number | null)[] {
    const known = this.#sources.get(source) ?? [];
    this.#claimAll(source, known, titles, [hasBoth, hasTitle, hasPlace]);
    const present = known.filter((each) => each.present === 1);
    if (titles.length === 1 && present.length === 1) this.#claimAll(source, present, titles, [() => true]);
    return titles.map((title, at) => this.#claims.get(keyOf(source, soughtAt(title, at))) ?? null);
  }

  #claimAll(
    source: string,
    known: readonly Known[],
    titles: readonly (string | null)[],
    rules: readonly Rule[],
  ): void {
    for (const rule of rules)
      for (const [at, title] of titles.entries()) {
        const sought = soughtAt(title, at);
        const key = keyOf(source, sought);
        if (this.#claims.has(key)) continue;
        const fitting = known.filter((each) => this.#unclaimed.has(each.id) && rule(each, sought));
        const found = fitting.find((each) => each.source === source) ?? fitting[0];
        if (!found) continue;
        this.#unclaimed.delete(found.id);
        this.#claims.set(key, found.id);
      }
  }

  /** Present documents that the scan has not found. */
  unclaimed(): number[] {
    return [...this.#unclaimed.values()].filter(({ present }) => present === 1).map(({ id }) => id);
  }
}

const soughtAt = (title: string | null, at: number): Sought => ({
  part: title === null ? -1 : at,
  title: title ?? '',
});

const keyOf = (source: string, { part }: Sought): string => `${source}\0${part}`;

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
