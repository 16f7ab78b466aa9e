import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { extract } from '../../extractors/index.js';
import type { Regulation, SupportedFormat } from '../../model/index.js';
import { segment } from '../../pipeline/segment/segment.js';
import { textToPdf } from '../fixtures/text-to-pdf.js';
import { shared } from '../shared.js';

const FILE = shared('seed/notices.txt');

/** The text as a person would type it in Word: a paragraph a line, lines with tabs as a table. */
const toDocx = async (text: string): Promise<Uint8Array> => {
  const children: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const flush = () => {
    if (rows.length) children.push(new Table({ rows }));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      const cells = line.split('\t').map((cell) => new TableCell({ children: [new Paragraph(cell)] }));
      rows.push(new TableRow({ children: cells }));
      continue;
    }
    flush();
    if (line.trim()) children.push(new Paragraph(line.trim()));
  }
  flush();
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

const asFormat: Readonly<Partial<Record<SupportedFormat, (text: string) => Promise<Uint8Array>>>> = {
  txt: async (text) => Buffer.from(text),
  docx: toDocx,
  pdf: (text) => textToPdf(text),
};

const facts = ({ header, role, parent, attachments }: Regulation) => ({
  title: header.title?.value,
  number: header.documentNumber?.value ?? null,
  issuer: header.issuer?.value,
  date: header.issuedOn?.value,
  role,
  parent,
  attachments: attachments.map((entry) => [
    entry.title.replace(/[《》（）()].*$/u, '').slice(0, 10),
    entry.regulation,
  ]),
});

describe.skipIf(!FILE)('the four official notices in one file', () => {
  const text = FILE ? readFileSync(FILE, 'utf8') : '';

  it.each(Object.keys(asFormat) as SupportedFormat[])(
    'come out as four documents from a .%s',
    async (format) => {
      const regulations = segment(await extract(await asFormat[format]!(text), format));
      expect(regulations.map(facts)).toEqual([
        {
          title: '石家庄市栾城区社会信用体系建设领导小组办公室关于开展失信约束措施清理规范工作的通知',
          number: null,
          issuer: '石家庄市栾城区社会信用体系建设领导小组办公室',
          date: '2021-01-15',
          role: 'main',
          parent: undefined,
          attachments: [
            ['失信约束措施台账样式', undefined],
            ['', 1],
          ],
        },
        {
          title: '石家庄市社会信用体系建设领导小组办公室关于开展失信约束措施清理规范工作的通知',
          number: '石社信办发〔2021〕1号',
          issuer: '石家庄市社会信用体系建设领导小组办公室',
          date: '2021-01-14',
          role: 'attached',
          parent: 0,
          attachments: [
            ['', 2],
            ['', 3],
            ['失信约束措施台账样式', undefined],
            ['清理规范工作联系人反', undefined],
          ],
        },
        {
          title: '国家发展改革委办公厅关于开展失信约束措施清理规范工作的通知',
          number: '发改办财金〔2021〕15号',
          issuer: '国家发展改革委办公厅',
          date: '2021-01-06',
          role: 'attached',
          parent: 1,
          attachments: [
            ['失信约束措施台账样式', undefined],
            ['清理规范工作联系人反', undefined],
          ],
        },
        {
          title: '国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见',
          number: '国办发〔2020〕49号',
          issuer: '国务院办公厅',
          date: '2020-12-07',
          role: 'attached',
          parent: 1,
          attachments: [],
        },
      ]);
    },
  );
});
