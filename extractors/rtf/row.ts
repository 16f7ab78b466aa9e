import type { RowLayout } from '../word/assemble.js';

/** Word's own limit is 63 cells a row; beyond this it is damage. */
const MAX_CELLS = 1000;
/** Widest table in twips (1/1440 inch): Word's own limit is 22 inches. */
const MAX_EDGE = 100_000;

const edgeOf = (parameter: number | undefined): number =>
  Math.min(Math.max(parameter ?? 0, -MAX_EDGE), MAX_EDGE);

/** The row that \trowd begins to define: edges and merged cells. It holds for all rows up to the next \trowd. */
export class RowDefinition {
  #left = 0;
  #edges: number[] = [];
  #vertical: RowLayout['vertical'][number][] = [];
  #horizontal: boolean[] = [];
  #nextVertical: RowLayout['vertical'][number] = 'none';
  #nextHorizontal = false;
  #layout: RowLayout | undefined;

  /** Applies a control word of row definitions. False where it is another. */
  apply(word: string, parameter: number | undefined): boolean {
    switch (word) {
      case 'trowd':
        this.#left = 0;
        this.#edges = [];
        this.#vertical = [];
        this.#horizontal = [];
        break;
      case 'trleft':
        this.#left = edgeOf(parameter);
        break;
      case 'clvmgf':
        this.#nextVertical = 'start';
        return true;
      case 'clvmrg':
        this.#nextVertical = 'continue';
        return true;
      case 'clmrg':
        this.#nextHorizontal = true;
        return true;
      case 'cellx':
        this.#endCell(parameter);
        break;
      default:
        return false;
    }
    this.#layout = undefined;
    return true;
  }

  /** The layout of a row that ends here; undefined where nothing was defined. */
  layout(): RowLayout | undefined {
    if (this.#edges.length === 0) return undefined;
    this.#layout ??= {
      edges: [Math.min(this.#left, this.#edges[0]!), ...this.#edges],
      vertical: this.#vertical,
      horizontal: this.#horizontal,
    };
    return this.#layout;
  }

  #endCell(parameter: number | undefined): void {
    if (this.#edges.length < MAX_CELLS) {
      this.#edges.push(edgeOf(parameter));
      this.#vertical.push(this.#nextVertical);
      this.#horizontal.push(this.#nextHorizontal);
    }
    this.#nextVertical = 'none';
    this.#nextHorizontal = false;
  }
}
