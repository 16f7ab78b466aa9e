import type { ReadingNote } from '../../model/index.js';

/** Gathers what a user should know of how a Word file was read; each thing is said once. */
export class ReadingNotes {
  #tracked = false;
  #hidden = 0;
  #pictures = 0;
  #diagrams = 0;
  #embedded = 0;

  /** Something was inserted, deleted or moved with tracking on. */
  trackedChanges(): void {
    this.#tracked = true;
  }

  /** Hidden text of so many characters was left out. */
  hiddenText(characters: number): void {
    this.#hidden += characters;
  }

  picture(): void {
    this.#pictures += 1;
  }

  /** A SmartArt drawing or a chart. */
  diagram(): void {
    this.#diagrams += 1;
  }

  /** A whole file of another format that Word shows as part of the text. */
  embeddedFile(): void {
    this.#embedded += 1;
  }

  get hasPictures(): boolean {
    return this.#pictures > 0;
  }

  build(): readonly ReadingNote[] {
    const notes: ReadingNote[] = [];
    const say = (code: string, message: string) => notes.push({ code, message });
    if (this.#tracked) say('tracked-changes', '文件含修订痕迹，已按“接受全部修订”读取');
    if (this.#hidden > 0)
      say(
        'hidden-text',
        `文件含隐藏文字（${this.#hidden}字），打印时不出现，未读入，请在 Word 中显示隐藏文字核对`,
      );
    if (this.#pictures > 0) say('pictures', `文件含图片${this.#pictures}幅，图片中的文字未读入`);
    if (this.#diagrams > 0) say('diagrams', `文件含图示或图表${this.#diagrams}个，其中的文字未读入`);
    if (this.#embedded > 0)
      say('embedded-file', `文件嵌入了其他格式的内容${this.#embedded}处，未读入，请用 Word 另存后重新扫描`);
    return notes;
  }
}
