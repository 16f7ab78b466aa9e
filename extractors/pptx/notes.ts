import type { ReadingNote } from '../../model/index.js';

/** Gathers what a user should know of how slides were read; each thing is said once. */
export class SlideNotes {
  #pictures = 0;
  #charts = 0;
  #embedded = 0;
  #hiddenShapes = 0;
  readonly #hiddenSlides: number[] = [];
  readonly #spoken: number[] = [];

  picture(): void {
    this.#pictures += 1;
  }

  chart(): void {
    this.#charts += 1;
  }

  /** A whole file of another program. */
  embeddedFile(): void {
    this.#embedded += 1;
  }

  /** A shape with text that is not shown. */
  hiddenShape(): void {
    this.#hiddenShapes += 1;
  }

  hiddenSlide(page: number): void {
    this.#hiddenSlides.push(page);
  }

  /** A slide with notes for the speaker. */
  spoken(page: number): void {
    this.#spoken.push(page);
  }

  get hasPictures(): boolean {
    return this.#pictures > 0;
  }

  build(): readonly ReadingNote[] {
    const notes: ReadingNote[] = [];
    const say = (code: string, message: string) => notes.push({ code, message });
    if (this.#hiddenSlides.length > 0)
      say('hidden-slides', `第${pagesOf(this.#hiddenSlides)}页是隐藏的幻灯片，放映时不出现，已一并读入`);
    if (this.#spoken.length > 0)
      say('speaker-notes', `第${pagesOf(this.#spoken)}页有演讲者备注，已一并读入，标为“[备注]”`);
    if (this.#hiddenShapes > 0)
      say('hidden-text', `有${this.#hiddenShapes}个隐藏的文字对象，放映时不出现，未读入，请打开原件核对`);
    if (this.#pictures > 0) say('pictures', `文件含图片${this.#pictures}幅，图片中的文字未读入`);
    if (this.#charts > 0) say('diagrams', `文件含图表${this.#charts}个，其中的文字未读入`);
    if (this.#embedded > 0)
      say('embedded-file', `文件嵌入了其他格式的内容${this.#embedded}处，未读入，请打开原件核对`);
    return notes;
  }
}

/** More would not be read. */
const MOST_NAMED = 20;

const pagesOf = (pages: readonly number[]): string =>
  pages.length > MOST_NAMED ? `${pages.slice(0, MOST_NAMED).join('、')}等${pages.length}` : pages.join('、');
