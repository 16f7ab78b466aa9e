import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { utils, write } from 'cfb';
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import type { Manuscript } from '../../../model/index.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { odtBytes } from '../../fixtures/odt.js';
import { frame, line, numbered, pptxBytes, shape, table } from '../../fixtures/pptx.js';
import { record, words, xlsFile } from '../../fixtures/xls.js';
import { installedOffice, saveAs } from '../../office.js';

const OFFICE = installedOffice();
const textsOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const read = async (bytes: Uint8Array): Promise<Manuscript> => extract(bytes, await detectFormat(bytes));
const deck = {
  slides: [
    {
      shapes:
        shape(line('清水市信用办法'), { at: [50, 20] }) +
        shape(numbered('甲', 'arabicPeriod') + numbered('乙', 'arabicPeriod'), { at: [50, 100] }),
    },
    {
      shapes: frame(
        table([
          ['丙', '丁'],
          ['戊', '己'],
        ]),
      ),
    },
  ],
};

describe.skipIf(!OFFICE)('LibreOffice as the second reader', () => {
  it.each(['ppt', 'odp'])('reads slides saved as .%s, each with its page', async (format) => {
    const manuscript = await read(await saveAs(OFFICE!, await pptxBytes(deck), 'pptx', format));
    expect(manuscript).toMatchObject({ format, pages: 2 });
    expect(textsOf(manuscript)).toEqual(['清水市信用办法', '1. 甲', '2. 乙', '丙', '丁', '戊', '己']);
    expect(manuscript.blocks.at(-1)).toMatchObject({ page: 2, cell: { row: 1, column: 1 } });
    expect(manuscript.notes.map(({ code }) => code)).toContain('office-converted');
  });

  it('reads a sheet of another program (.ods)', async () => {
    const cells = ['乙', '丙'].map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`);
    const body = `<table:table table:name="甲表"><table:table-row>${cells.join('')}</table:table-row></table:table>`;
    const manuscript = await read(await odtBytes({ kind: 'spreadsheet', body }));
    expect(manuscript.format).toBe('ods');
    expect(textsOf(manuscript)).toEqual(['甲表', '乙', '丙']);
  });

  it('reads a workbook of Excel 95', async () => {
    const label = (column: number, text: string) =>
      record(0x0204, Buffer.concat([words(0, column, 0, gbkBytes(text).length), gbkBytes(text)]));
    const codePage = record(0x0042, words(936));
    const manuscript = await read(xlsFile(excel95([label(0, '规定'), label(1, '办法')], codePage), 'Book'));
    expect(textsOf(manuscript)).toEqual(['规定', '办法']);
    expect(manuscript.notes.map(({ code }) => code)).toEqual(['office-converted']);
  });

  it('gives the same text as the reader of our own, from the same document saved as .odt', async () => {
    const levels = [
      { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1条' },
      { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
    ];
    const item = (text: string, level: number) =>
      new Paragraph({ text, numbering: { reference: 'articles', level } });
    const cells = ['甲', '乙'].map((text) => new TableCell({ children: [new Paragraph(text)] }));
    const source = await Packer.toBuffer(
      new Document({
        numbering: { config: [{ reference: 'articles', levels }] },
        sections: [
          {
            children: [
              item('一', 0),
              item('子', 1),
              new Paragraph('段'),
              item('二', 0),
              item('丑', 1),
              new Table({ rows: [new TableRow({ children: cells })] }),
            ],
          },
        ],
      }),
    );
    const odt = await read(await saveAs(OFFICE!, source, 'docx', 'odt'));
    expect(textsOf(odt)).toEqual(['第一条 一', '（一）子', '段', '第二条 二', '（一）丑', '甲', '乙']);
    expect(textsOf(odt)).toEqual(textsOf(await read(source)));
  });

  it('does not read what is no document as text', async () => {
    const container = utils.cfb_new();
    utils.cfb_add(container, '/WordDocument', Buffer.from('只是文字，不是文档。'.repeat(200)));
    utils.cfb_add(container, '/1Table', Buffer.alloc(64, 1));
    const bytes = new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
    await expect(read(bytes)).rejects.toMatchObject({ reason: { code: 'corrupt' } });
  });

  it('asks no network for what a document links to', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const zip = await JSZip.loadAsync(await saveAs(OFFICE!, await pptxBytes(deck), 'pptx', 'odp'));
    const content = await zip.file('content.xml')!.async('string');
    const image = `<draw:frame svg:width="5cm" svg:height="5cm" svg:x="1cm" svg:y="1cm"><draw:image xlink:href="http://127.0.0.1:${port}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`;
    zip.file('content.xml', content.replace('</draw:page>', `${image}</draw:page>`));
    const { text, notes } = await read(await zip.generateAsync({ type: 'uint8array' }));
    server.close();
    expect(text).toContain('清水市信用办法');
    expect(notes.map(({ code }) => code)).toContain('pictures');
    expect(asked).toEqual([]);
  });

  it('ends with the process that has started it, and leaves nothing behind', async (context) => {
    const convert = resolve('dist/extractors/libreoffice/convert.js');
    if (!existsSync(convert)) context.skip('dist is not built');
    const folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const program = join(folder, 'soffice');
    await writeFile(
      program,
      `#!/bin/sh\necho started > ${folder}/started\nsleep 2\necho late > ${folder}/late\n`,
      { mode: 0o755 },
    );
    const script = `const { convert } = await import(${JSON.stringify(pathToFileURL(convert).href)}); await convert(${JSON.stringify(program)}, new Uint8Array(8), { filters: ['x'], target: 'docx' }, () => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: folder },
    });
    while (!(await readdir(folder)).includes('started')) await new Promise((wait) => setTimeout(wait, 50));
    child.kill('SIGKILL');
    await new Promise((wait) => setTimeout(wait, 3000));
    expect((await readdir(folder)).sort()).toEqual(['soffice', 'started']);
    await rm(folder, { recursive: true });
  });
});

/** A workbook stream of BIFF5: sheet names in bytes. */
const excel95 = (records: readonly Buffer[], codePage: Buffer): Buffer => {
  const BIFF5 = 0x0500;
  const body = Buffer.concat([record(0x0809, words(BIFF5, 0x0010, 0, 0)), ...records, record(0x000a)]);
  const head = (at: number) =>
    Buffer.concat([
      record(0x0809, words(BIFF5, 0x0005, 0, 0)),
      codePage,
      record(
        0x0085,
        Buffer.concat([words(at & 0xffff, at >>> 16), Buffer.from([0, 0, 6]), Buffer.from('Sheet1')]),
      ),
      record(0x000a),
    ]);
  return Buffer.concat([head(head(0).length), body]);
};
