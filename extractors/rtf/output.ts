import type { FontTable } from './fonts.js';
import { RunBytes } from './run-bytes.js';
import type { State } from './state.js';
import type { Stories } from './stories.js';
import type { TextBudget } from './story.js';

/** Decodes the bytes of runs and hands their text to where the state aims. */
export class Output {
  readonly #fonts: FontTable;
  readonly #stories: Stories;
  readonly #budget: TextBudget;
  readonly #run = new RunBytes();
  #collected = '';

  constructor(fonts: FontTable, stories: Stories, budget: TextBudget) {
    this.#fonts = fonts;
    this.#stories = stories;
    this.#budget = budget;
  }

  byte(byte: number, state: State): void {
    if (state.target === 'nowhere') return;
    const coding = this.#fonts.coding(state.font);
    if (!this.#run.fits(coding)) this.flush(state, true);
    this.#run.push(byte, coding);
  }

  /** Hands on what was read so far; `all`: also a last character that is not complete. */
  flush(state: State, all: boolean): void {
    if (!this.#run.isEmpty) this.#put(this.#run.take(all), state);
  }

  text(text: string, state: State): void {
    this.flush(state, true);
    this.#put(text, state);
  }

  /** The text gathered since the last call. */
  takeCollected(): string {
    const text = this.#collected;
    this.#collected = '';
    return text;
  }

  #put(text: string, state: State): void {
    switch (state.target) {
      case 'story':
        this.#stories.current.text(text, state);
        break;
      case 'number':
        this.#stories.current.number(text, state);
        break;
      case 'collect':
        this.#budget.spend(text.length);
        this.#collected += text;
        break;
      default:
    }
  }
}
