/** A file's text in its parts. */
export interface Parts {
  /** The YAML head's simple entries. */
  readonly meta: Readonly<Record<string, string>>;
  readonly title: string;
  /** Between title and text: the history. */
  readonly head: string;
  readonly body: string;
}

const INFO_END = /<!--\s{0,4}INFO END\s{0,4}-->/u;
const YAML = /^---\n([\s\S]{0,4000}?)\n---\n/u;
const ENTRY = /^([a-z_]{1,30}):\s{0,4}"?([^"\n]{0,300}?)"?\s{0,4}$/gmu;
/** 目录, 第一章, 第一条, a first sentence: where the title and its bracket have ended. */
const TEXT_BEGINS =
  /^[#*\s]{0,8}(?:目\s{0,8}[录次]|序\s{0,4}言|前\s{0,4}言|第[一二三四五六七八九十]{1,3}[编章节条]|[一二三四五六七八九十]{1,3}、)/u;
/** Lines that a title has at most. */
const MOST_TITLE_LINES = 4;
/** Lines between title and text that are searched for its beginning. */
const MOST_HEAD_LINES = 60;

/** Characters between title and text that are looked at: a history is no longer. */
const LONGEST_HEAD = 20_000;

/** Splits the text of a file; `name` helps where no title stands in the text. */
export const splitHead = (text: string, name: string): Parts => {
  let rest = plainLines(text);
  const yaml = YAML.exec(rest);
  const meta: Record<string, string> = {};
  if (yaml) {
    for (const [, key, value] of yaml[1]!.matchAll(ENTRY)) if (value) meta[key!] = value;
    rest = rest.slice(yaml[0].length);
  }
  const mark = INFO_END.exec(rest);
  const lines = (mark ? rest.slice(0, mark.index) : rest).split('\n');
  const from = lines.findIndex((line) => line.trim() !== '');
  if (from < 0) return { meta, title: '', head: '', body: '' };
  const titleEnd = endOfTitle(lines, from);
  const title = titleOf(lines.slice(from, titleEnd), meta.title ?? '', name);
  if (mark) {
    return {
      meta,
      title,
      head: lines.slice(titleEnd).join('\n').slice(0, LONGEST_HEAD),
      body: rest.slice(mark.index + mark[0].length),
    };
  }
  const start = beginningOf(lines, titleEnd);
  const head = lines.slice(titleEnd, start).join('\n').slice(0, LONGEST_HEAD);
  return { meta, title, head, body: lines.slice(start).join('\n') };
};

/** Line feeds alone, markup of web pages as plain text. */
const plainLines = (text: string): string =>
  text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/<(?:br|\/p|\/div|\/h[1-6])\s{0,2}\/?>/giu, '\n')
    .replace(/<\/?(?:p|div|b|strong|span|h[1-6])(?:\s[^<>]{0,200})?>/giu, '')
    .replace(/&nbsp;/gu, ' ');

/** A Markdown heading is the title; else the lines up to an empty one, a bracket, a date or the text. */
const endOfTitle = (lines: readonly string[], from: number): number => {
  if (/^#\s/u.test(lines[from]!)) return from + 1;
  let end = from + 1;
  while (
    end < Math.min(lines.length, from + MOST_TITLE_LINES) &&
    lines[end]!.trim() !== '' &&
    !/^\s{0,8}[（(]|^\s{0,8}(?:19|20)\d{2}年/u.test(lines[end]!) &&
    !TEXT_BEGINS.test(lines[end]!) &&
    !/[。；：]\s{0,4}$/u.test(lines[end]!)
  )
    end++;
  return end;
};

/** A title of more characters is none; one of more than MOST_READ is taken from the file's head or name. */
const LONGEST_TITLE = 200;
const MOST_READ = 120;

/** '' for what stands as a title and is longer than any: the text is no statute. */
const titleOf = (lines: readonly string[], stated: string, name: string): string => {
  const length = lines.reduce((sum, line) => sum + line.trim().length, 0);
  const sentence = lines.some((line) => /[。；]/u.test(line)) || TEXT_BEGINS.test(lines[0]!);
  if (length > LONGEST_TITLE) return sentence ? titleBeside(stated, name) : '';
  const found = lines
    .map((line) =>
      line
        .replace(/^#{1,6}\s/u, '')
        .replace(/\*\*/gu, '')
        .trim(),
    )
    .join(' ')
    .replace(/(?<=\p{Script=Han})\s{1,40}(?=\p{Script=Han})/gu, (gap, at: number, whole: string) =>
      // 最高人民法院 最高人民检察院关于…: the blank parts two bodies; 中华人民共和国 公司法: it parts nothing.
      /(?:法院|检察院|委员会|部|局)$/u.test(whole.slice(0, at)) ? ' ' : gap && '',
    );
  if (found.length >= 3 && found.length <= MOST_READ && !/[。；]/u.test(found)) return found;
  return titleBeside(stated, name);
};

/** As the file's head or name has it. */
const titleBeside = (stated: string, name: string): string =>
  stated || name.replace(/\.[^.]{1,5}$/u, '').replace(/(?:[（(]|_)\d{4}-?\d{2}-?\d{2}.{0,200}$/u, '');

/** The first line of the text below the title: after the bracket with the history. */
const beginningOf = (lines: readonly string[], from: number): number => {
  let open = false;
  for (let at = from; at < Math.min(lines.length, from + MOST_HEAD_LINES); at++) {
    const line = lines[at]!;
    if (!open && TEXT_BEGINS.test(line)) return at;
    if (/^\s{0,8}[（(]/u.test(line) && !open) open = true;
    if (open && /[）)]\s{0,4}$/u.test(line)) open = false;
    else if (!open && /[。：]\s{0,4}$/u.test(line) && !/^\s{0,8}(?:19|20)\d{2}年/u.test(line)) return at;
  }
  return from;
};
