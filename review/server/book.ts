import { addView, type Store, type ViewAction } from '../../store/index.js';

/** Refusals that are written down in a minute: who knocks all day must not fill the disk. */
const REFUSALS = 60;
const MINUTE = 60_000;
/** Who has been written down as looking at which document; more is forgotten and written down again. */
const REMEMBERED = 20_000;

/** Keeps the book of who saw what (国办发〔2020〕49号（十三）). An answer waits for its line: what is not written is not shown. */
export class Book {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #looked = new Set<string>();
  #minute = 0;
  #refusals = 0;
  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** @param detail in Chinese. */
  async add(who: string, action: ViewAction, detail: string, document: number | null = null): Promise<void> {
    await addView(this.#store, { at: this.#now().toISOString(), who, action, document, detail });
  }

  async looked(who: string, document: number, name: string): Promise<void> {
    await this.add(who, 'view', name, document);
    this.#remember(who, document);
  }

  /** The first page, and whatever page is asked for without looking at the document before. */
  async page(who: string, document: number, page: number): Promise<void> {
    if (page > 1 && this.#looked.has(`${document} ${who}`)) return;
    await this.add(who, 'page', `第 ${page} 页`, document);
    this.#remember(who, document);
  }

  async refused(who: string, detail: string): Promise<void> {
    const minute = Math.floor(this.#now().getTime() / MINUTE);
    if (minute !== this.#minute) [this.#minute, this.#refusals] = [minute, 0];
    this.#refusals += 1;
    if (this.#refusals < REFUSALS) await this.add(who, 'refused', detail);
    else if (this.#refusals === REFUSALS)
      await this.add('', 'refused', '被拒绝的请求过多，本分钟内其余的没有逐条记录');
  }

  #remember(who: string, document: number): void {
    if (this.#looked.size >= REMEMBERED) this.#looked.clear();
    this.#looked.add(`${document} ${who}`);
  }
}
