import { Parser } from 'htmlparser2';

/** What a chart says. */
export interface SvgTexts {
  readonly title: string;
  readonly description: string;
  /** What is drawn, in the order of drawing. */
  readonly texts: readonly string[];
  readonly width: number;
}

/** Reads an SVG; throws where it is not well formed. */
export const svgTexts = (svg: string): SvgTexts => {
  const open: string[] = [];
  const found: Record<string, string[]> = { title: [], desc: [], text: [] };
  let width = 0;
  // Tags must close each other; in between no bare & or <.
  for (const [tag, slash, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/gu)) {
    if (self) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) throw new Error(`${tag} closes nothing`);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  const between = svg.replace(/<\/?[a-zA-Z]+(?:\s[^<>]*)?>/gu, '');
  if (/[<]|&(?!(?:amp|lt|gt|quot|#39);)/u.test(between)) throw new Error(`not escaped: ${between}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(svg))
    throw new Error('characters that XML can not hold');
  let current = '';
  const parser = new Parser(
    {
      onopentag: (name, { width: given }) => {
        if (name === 'svg') width = Number(given);
        current = name;
        found[name]?.push('');
      },
      ontext: (text) => {
        const list = found[current];
        if (list) list[list.length - 1] += text;
      },
      onclosetag: () => {
        current = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return { title: found.title![0]!, description: found.desc![0]!, texts: found.text!, width };
};
