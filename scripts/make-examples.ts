/**
 * Makes corpus/examples from the texts in scripts/examples. Needs LibreOffice (`soffice`) for .doc and .pdf and
 * `pdftoppm` for the scanned one; what it makes is checked in, so nobody else needs them.
 *
 * Run: npm run build && node dist/scripts/make-examples.js
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { PDFDocument } from 'pdf-lib';

interface Example {
  readonly file: string;
  readonly options: ReadonlyMap<string, string>;
  readonly meta: readonly (readonly [string, string])[];
  /** Marked lines: '# ' title, '= ' centred, '> ' signature, '@章 ' '@条 ' '@项 ' automatically numbered. */
  readonly lines: readonly string[];
}

const OUT = 'corpus/examples';
const SOURCES = 'scripts/examples';

const parse = (text: string): Example => {
  const [head, body] = text.split('\n---\n') as [string, string];
  const options = new Map(
    head.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const lines = body.split('\n').filter((line) => line !== '');
  const meta = lines
    .filter((line) => line.startsWith('meta: '))
    .map((line) => line.slice(6).split(' | ') as [string, string]);
  return {
    file: options.get('file')!,
    options,
    meta,
    lines: lines.filter((line) => !line.startsWith('meta: ')),
  };
};

const LEVELS = { 章: '第%1章　', 条: '第%1条　', 项: '（%1）' } as const;

const numbering = {
  config: Object.entries(LEVELS).map(([reference, text]) => ({
    reference,
    levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text, suffix: 'nothing' as const }],
  })),
};

const run = (text: string, size: number, bold = false): TextRun =>
  new TextRun({ text, size: size * 2, bold, font: { eastAsia: '仿宋', ascii: 'Times New Roman' } });

const toDocx = async (example: Example): Promise<Buffer> => {
  let article = 0;
  const children = example.lines.map((line) => {
    if (line.startsWith('# ')) {
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 240, after: 240 },
        children: [run(line.slice(2), 22, true)],
      });
    }
    if (line.startsWith('= '))
      return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(line.slice(2), 16)] });
    if (line.startsWith('> '))
      return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(line.slice(2), 16)] });
    const auto = /^@(章|条|项) (.*)$/u.exec(line);
    if (auto) {
      const reference = auto[1] as keyof typeof LEVELS;
      if (reference === '条') article++;
      const instance = reference === '项' ? article : 0;
      return new Paragraph({
        numbering: { reference, level: 0, instance },
        ...(reference === '章' && { alignment: AlignmentType.CENTER }),
        children: [run(auto[2]!, 16)],
      });
    }
    return new Paragraph({ indent: { firstLine: 640 }, children: [run(line, 16)] });
  });
  const document = new Document({ creator: '', lastModifiedBy: '', numbering, sections: [{ children }] });
  return Buffer.from(await Packer.toBuffer(document));
};

const escapeHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** A page as a government site serves it: menus, position, a table of header facts, the text, a footer. */
const toHtml = (example: Example): string => {
  const title = example.lines.find((line) => line.startsWith('# '))!.slice(2);
  const cells = [...example.meta, ['名称', title] as const].map(
    ([name, value]) => `<tr><td class="name">${name}：</td><td>${escapeHtml(value)}</td></tr>`,
  );
  const body = example.lines
    .slice(1)
    .map((line) =>
      line.startsWith('> ')
        ? `<p style="text-align:right">${escapeHtml(line.slice(2))}</p>`
        : `<p>　　${escapeHtml(line)}</p>`,
    );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escapeHtml(title)}_青岭区人民政府</title></head>
<body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/xysgs/">信用信息双公示</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 规范性文件</div>
<table class="xxgk">${cells.join('')}</table>
<h1 class="title">${escapeHtml(title)}</h1>
<div class="content" id="zoom">
${body.join('\n')}
</div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/a">失信被执行人曝光台</a></li><li><a href="/b">网站地图</a></li></ul></div>
<div class="footer">主办：青岭区人民政府办公室　网站标识码：0000000000</div>
</body>
</html>
`;
};

const toText = (example: Example): string =>
  example.lines.map((line) => line.replace(/^[#=>] /u, '')).join('\r\n');

const convert = (from: string, to: 'doc' | 'pdf', folder: string): string => {
  execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', folder, from], { stdio: 'ignore' });
  return join(folder, `${basename(from, extname(from))}.${to}`);
};

/** Pages as pictures without text, as an office scanner makes them. */
const toScan = async (pdf: string, folder: string): Promise<Uint8Array> => {
  execFileSync('pdftoppm', [
    '-r',
    '110',
    '-gray',
    '-jpeg',
    '-jpegopt',
    'quality=60',
    pdf,
    join(folder, 'page'),
  ]);
  const scan = await PDFDocument.create({ updateMetadata: false });
  for (const name of readdirSync(folder)
    .filter((n) => n.endsWith('.jpg'))
    .sort()) {
    const image = await scan.embedJpg(readFileSync(join(folder, name)));
    scan.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return scan.save();
};

const gb18030 = (text: string): Buffer =>
  execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });

const make = async (example: Example): Promise<void> => {
  const target = join(OUT, example.file);
  const format = extname(example.file).slice(1);
  if (format === 'html') return writeFileSync(target, toHtml(example));
  if (format === 'txt') {
    const text = toText(example);
    return writeFileSync(target, example.options.get('encoding') === 'gb18030' ? gb18030(text) : text);
  }
  const docx = await toDocx(example);
  if (format === 'docx') return writeFileSync(target, docx);
  const folder = mkdtempSync(join(tmpdir(), 'qinggui-examples-'));
  const source = join(folder, 'source.docx');
  writeFileSync(source, docx);
  const made = convert(source, format as 'doc' | 'pdf', folder);
  if (example.options.has('scan')) return writeFileSync(target, await toScan(made, folder));
  renameSync(made, target);
};

mkdirSync(OUT, { recursive: true });
for (const name of readdirSync(SOURCES).sort()) await make(parse(readFileSync(join(SOURCES, name), 'utf8')));
