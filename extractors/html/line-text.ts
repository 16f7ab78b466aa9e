/** A run of a line's text and where it begins in the source. */
export interface Run {
  readonly text: string;
  readonly source: number;
}

const TOKEN = /[ \t\r\n\f]+|[\u200b-\u200d\u2060\ufeff\u00ad]+|[^ \t\r\n\f\u200b-\u200d\u2060\ufeff\u00ad]+/g;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u{20000}-\u{3ffff}]/u;

/**
 * The text of one displayed line, put together run by run with white space collapsed as HTML does. A line break
 * of the source between two Chinese characters vanishes (CSS Text 3, 4.1.2), a no-break space becomes a space.
 */
export class LineText {
  #runs: Run[] = [];
  #space: { readonly source: number; readonly newline: boolean } | null = null;
  #last = '';

  /** Adds text that stands at `source`; of a decoded entity, `source` is the place of its ampersand. */
  add(text: string, source: number): void {
    for (const token of text.matchAll(TOKEN)) {
      const [part] = token;
      const at = source + token.index;
      const first = part.charCodeAt(0);
      if (first <= 0x20) {
        const newline = (this.#space?.newline ?? false) || /[\r\n]/.test(part);
        this.#space = { source: this.#space?.source ?? at, newline };
      } else if (
        first !== 0xad &&
        first !== 0xfeff &&
        !(first >= 0x200b && first <= 0x2060 && isZeroWidth(first))
      )
        this.#push(part.replaceAll('\u00a0', ' '), at);
    }
  }

  #push(text: string, source: number): void {
    if (this.#space && this.#last) {
      const vanishes = this.#space.newline && WIDE.test(this.#last) && WIDE.test(text[0]!);
      if (!vanishes) this.#runs.push({ text: ' ', source: this.#space.source });
    }
    this.#space = null;
    this.#runs.push({ text, source });
    this.#last = text.at(-1)!;
  }

  /** True when the line begins with the wide or no-break spaces that Chinese pages indent paragraphs with. */
  get indented(): boolean {
    const head = this.#runs
      .slice(0, 4)
      .map((run) => run.text)
      .join('')
      .slice(0, 4);
    return head.startsWith('\u3000') || head.startsWith('  ');
  }

  /** The runs without white space at the ends; empty where nothing is left. */
  trimmed(): readonly Run[] {
    let first = 0;
    let last = this.#runs.length - 1;
    while (first <= last && !this.#runs[first]!.text.trim()) first++;
    while (last >= first && !this.#runs[last]!.text.trim()) last--;
    const runs = this.#runs.slice(first, last + 1);
    if (runs.length === 0) return runs;
    const head = runs[0]!;
    const start = head.text.length - head.text.trimStart().length;
    runs[0] = { text: head.text.slice(start), source: head.source + start };
    const tail = runs.at(-1)!;
    runs[runs.length - 1] = { text: tail.text.trimEnd(), source: tail.source };
    return runs;
  }
}

const isZeroWidth = (code: number): boolean => code <= 0x200d || code === 0x2060;
