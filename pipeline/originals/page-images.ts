import type { PageImage } from '../../extractors/index.js';
import { DEFAULT_FILE_LIMITS, DEFAULT_WORK, type FileLimits, type PageTurn } from '../../model/index.js';
import { WorkerPool, type WorkLimits } from '../pool.js';
import { type Content, contentOf, type Original } from './content-of.js';
import { Lru } from './lru.js';
import { closed, type Unavailable } from './unavailable.js';

/** Which page is to be shown, and how. */
export interface PageRequest {
  /** From 1. */
  readonly page: number;
  /** Pixels from left to right; DEFAULT_PAGE_WIDTH where nothing is said, brought into PAGE_WIDTHS. */
  readonly width?: number;
  /** As `turnOf(manuscript, page)` gives it, so that boxes fit; as the page is displayed where nothing is said. */
  readonly turn?: Omit<PageTurn, 'page'>;
}

/** A page, or why it can not be shown. */
export type PageAnswer = { readonly image: PageImage } | { readonly why: Unavailable };

export interface PageImagesOptions {
  readonly limits?: FileLimits;
  readonly work?: WorkLimits;
  /** Bytes of images that are kept. */
  readonly memory?: number;
  /** The compiled worker. */
  readonly program?: URL;
}

/** About 130 dots an inch of A4. */
export const DEFAULT_PAGE_WIDTH = 1_080;
export const PAGE_WIDTHS = { least: 100, most: 3_000 } as const;

const MEGABYTE = 1024 * 1024;
/** Two: a person looks at one page, and the next is fetched ahead. */
const WORK: WorkLimits = { workers: 2, ...DEFAULT_WORK };
/** The files that were shown last: an archive is not unpacked again for each page of a file in it. */
const CONTENTS = 64 * MEGABYTE;
/** Milliseconds after which processes that have nothing to do are ended. */
const IDLE = 60_000;

/**
 * Draws pages of originals in reading processes, which start with the first page and end when nobody looks for a while.
 * What was shown last is kept; who asks for a page that is being drawn waits for it with the others.
 */
export class PageImages {
  readonly #limits: FileLimits;
  readonly #work: WorkLimits;
  readonly #program: URL | undefined;
  readonly #images: Lru<PageImage>;
  readonly #contents = new Lru<Uint8Array>(CONTENTS);
  readonly #underWay = new Map<string, Promise<PageAnswer>>();
  readonly #reading = new Map<string, Promise<Content>>();
  #pool: WorkerPool | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PageImagesOptions = {}) {
    this.#limits = options.limits ?? DEFAULT_FILE_LIMITS;
    this.#work = options.work ?? WORK;
    this.#program = options.program;
    this.#images = new Lru(options.memory ?? 64 * MEGABYTE);
  }

  /** A page of an original. Never throws for the file's fault: that is an answer, too. */
  page(original: Original, { page, width, turn = UPRIGHT }: PageRequest): Promise<PageAnswer> {
    const pixels = widthOf(width);
    const key = [original.hash, page, pixels, turn.quarter, turn.slant].join('\0');
    const known = this.#images.get(key);
    if (known) return Promise.resolve({ image: known });
    // Of two files with the same content one may be gone.
    return this.#shared(this.#underWay, `${key}\0${original.source}`, async () => {
      const answer = await this.#draw(original, { page, width: pixels, turn });
      if ('image' in answer) this.#images.set(key, answer.image, answer.image.bytes.byteLength);
      return answer;
    });
  }

  /** The bytes of an original, unpacked in the processes that draw; those that are kept also where the file has gone since. */
  content(original: Original): Promise<Content> {
    const { hash } = original;
    const known = this.#contents.get(hash);
    if (known) return Promise.resolve({ bytes: known });
    const key = [hash, original.source, ...original.roots].join('\0');
    return this.#shared(this.#reading, key, async () => {
      if (this.#closed) return { why: closed() };
      const content = await contentOf(original, { limits: this.#limits, pool: this.#running() });
      if ('bytes' in content) this.#contents.set(hash, content.bytes, content.bytes.byteLength);
      return content;
    });
  }

  /** Ends the processes; what is under way, and what is asked for later, is answered with a reason. */
  close(): void {
    this.#closed = true;
    this.#rest();
    this.#images.clear();
    this.#contents.clear();
  }

  async #draw(original: Original, { page, width, turn }: Required<PageRequest>): Promise<PageAnswer> {
    const content = await this.content(original);
    if ('why' in content) return content;
    if (this.#closed) return { why: closed() };
    const { pixels, pages, unpackedBytes } = this.#limits;
    const wish = { page, width, turn, pixels, pages, unpackedBytes };
    const { image, reason } = await this.#running().run({
      from: 'original',
      to: 'page',
      bytes: content.bytes,
      wish,
    });
    return image ? { image } : { why: this.#closed || !reason ? closed() : reason };
  }

  #running(): WorkerPool {
    this.#pool ??= new WorkerPool(this.#work, this.#program);
    return this.#pool;
  }

  /** Lets those who ask for the same wait for the same; processes rest some time after the last. */
  #shared<T>(under: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
    const before = under.get(key);
    if (before) return before;
    clearTimeout(this.#idle);
    const started = work().finally(() => {
      under.delete(key);
      if (this.#underWay.size + this.#reading.size > 0 || this.#closed) return;
      this.#idle = setTimeout(() => this.#rest(), IDLE).unref();
    });
    under.set(key, started);
    return started;
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#pool?.close();
    this.#pool = undefined;
  }
}

const UPRIGHT = { quarter: 0, slant: 0 } as const;

const widthOf = (width = DEFAULT_PAGE_WIDTH): number =>
  Number.isFinite(width)
    ? Math.round(Math.min(PAGE_WIDTHS.most, Math.max(PAGE_WIDTHS.least, width)))
    : DEFAULT_PAGE_WIDTH;
