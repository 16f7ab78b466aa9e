import { type LabelledProvision, markOf, titleKey } from '../../corpus/index.js';

export interface Merged {
  /** Everything that can be learned from, with groups that hold together what belongs to one document or statute. */
  readonly provisions: readonly LabelledProvision[];
  /** The texts that were given, in their order, as they stand among `provisions`. */
  readonly given: readonly LabelledProvision[];
}

/**
 * Labelled texts that are to be judged, joined with those that are known, for a judgement by models that have not seen
 * them. A given text with the words of a known one takes its place, with the labels given; its document is then the
 * known text's document or statute. Documents named by a statute's title are that statute, too. So neither a text nor its
 * neighbours are learned from under another name.
 */
export const mergeWithKnown = (
  texts: readonly LabelledProvision[],
  known: readonly LabelledProvision[],
): Merged => {
  const byMark = new Map<string, number[]>();
  const byTitle = new Map<string, string[]>();
  for (const [at, { text, source, path, group }] of known.entries()) {
    push(byMark, markOf(text), at);
    if (source === 'reference' && path?.[0]) push(byTitle, titleKey(path[0]), group);
  }
  const groups = new Groups();
  const replaced = new Map<number, number>();
  const dropped = new Set<number>();
  const alike = texts.map((text, i) => {
    for (const group of byTitle.get(statuteKey(text.group)) ?? []) groups.join(text.group, group);
    const same = byMark.get(markOf(text.text)) ?? [];
    for (const at of same) {
      groups.join(text.group, known[at]!.group);
      if (at === same[0] && !replaced.has(at)) replaced.set(at, i);
      else if (at !== same[0]) dropped.add(at);
    }
    return same.length > 0 ? known[same[0]!]! : null;
  });
  const given = texts.map((text, i): LabelledProvision => {
    const origin = alike[i];
    return {
      ...(origin && originOf(origin)),
      ...text,
      ...(origin && { source: origin.source }),
      group: groups.of(text.group),
    };
  });
  const kept = known.flatMap((provision, at): LabelledProvision[] => {
    const i = replaced.get(at);
    if (i !== undefined) return [given[i]!];
    return dropped.has(at) ? [] : [{ ...provision, group: groups.of(provision.group) }];
  });
  const placed = new Set(replaced.values());
  return { provisions: [...kept, ...given.filter((_, i) => !placed.has(i))], given };
};

/** What a known text tells of itself that the given one with the same words may not say. */
const originOf = ({ kind, place, field, level, drawn }: LabelledProvision): Partial<LabelledProvision> => ({
  ...(kind && { kind }),
  ...(place !== undefined && { place }),
  ...(field && { field }),
  ...(level && { level }),
  ...(drawn && { drawn }),
});

/** 地方性法规/河南/河南省水污染防治条例(2019-06-05).md is named like the statute 河南省水污染防治条例. */
const statuteKey = (document: string): string =>
  titleKey(
    document
      .slice(document.lastIndexOf('/') + 1)
      .replace(/\.[a-z]{1,5}$/u, '')
      .replace(/[(（_]\d{4}-?\d{2}-?\d{2}[)）]?$/u, ''),
  );

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Groups that turn out to be one (union-find); each is named by the first of its names in order. */
class Groups {
  readonly #above = new Map<string, string>();

  of(name: string): string {
    let top = name;
    for (let next = this.#above.get(top); next !== undefined; next = this.#above.get(top)) top = next;
    return top;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)].sort();
    if (first !== second) this.#above.set(second!, first!);
  }
}
