import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditedDocument, compareLedgers } from '../../audit/index.js';
import { detectFormat, extract, type ReadingOptions } from '../../extractors/index.js';
import type { AuditItem, AuditReport } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { readFiledLedgers } from '../../pipeline/index.js';
import { WITHOUT_OCR } from '../reading.js';
import type { LayoutRow } from './layouts.js';
import { auditedDocuments } from './undecided.js';

const EXAMPLES = 'corpus/examples';

/** The example regulations as an audit sees them. */
export const exampleDocuments = async (): Promise<AuditedDocument[]> => {
  const documents: AuditedDocument[] = [];
  // The fifteenth is a scan without any measure.
  for (const name of readdirSync(EXAMPLES).sort().slice(0, 14)) {
    const bytes = readFileSync(join(EXAMPLES, name));
    const manuscript = await extract(bytes, await detectFormat(bytes), WITHOUT_OCR);
    documents.push(...auditedDocuments(name, analyse(manuscript)));
  }
  return documents;
};

/** Reads the ledgers of a file and holds them against the documents. */
export const audited = async (
  bytes: Uint8Array,
  documents: readonly AuditedDocument[],
  { since, reading = WITHOUT_OCR }: { readonly since?: string; readonly reading?: ReadingOptions } = {},
): Promise<AuditReport> => {
  const ledgers = readFiledLedgers(await extract(bytes, await detectFormat(bytes), reading));
  return compareLedgers({
    ledgers: ledgers.map((ledger) => ({ source: '台账', ledger })),
    documents,
    unread: 0,
    units: [],
    ...(since && { since }),
  });
};

/** The rows that the tool itself would have drafted. */
export const ownRows = (documents: readonly AuditedDocument[]): LayoutRow[] =>
  documents.flatMap(({ row }) => row ?? []);

/** An item in a line: what it is, where, about which document, and whether it only asks. */
export const essence = ({ kind, column, row, document, certain }: AuditItem): string =>
  [
    kind,
    column ?? '',
    (document?.name ?? row!.document).normalize('NFKC').replace(/[《》〔〕[\]()【】\s]/gu, ''),
    certain ? '' : '请核对',
  ].join(' ');

/** What is done to the drafted ledger, by document. */
const CHANGES: Readonly<Record<string, Partial<LayoutRow>>> = {
  清水市交通运输局关于加强交通运输信用管理的通知: { punishment: '否' },
  青岭区生活垃圾分类管理办法: { blacklist: '否', punishment: '是' },
  青岭区城市管理局关于规范户外广告设置秩序的通知: { nationalBasis: '是', basisContent: '国家有规定' },
  青岭区交通运输局关于加强交通运输信用管理的通知: {
    localBasis: '是',
    basisContent: '《云川省社会信用条例》第二十一条',
  },
  青岭区个人信用信息积分管理办法: { disposal: '保留' },
  清水市市场监督管理局关于落实食品生产经营者信用档案制度的通知: { nationalBasis: '否' },
  清水市政府采购供应商管理暂行办法: { disclosure: '' },
};
const DROPPED = ['清水市个人信用信息管理办法', '清水市劳务市场诚信管理办法'];
const STRANGER = '《清水市公园开放时间表》（清政发〔2016〕2号）';

/** What an audit of the planted ledger has to say, and nothing else; sorted. */
export const FOUND: readonly string[] = [
  // A statute that the document does not cite has not been checked.
  'basis localBasis 青岭区交通运输局关于加强交通运输信用管理的通知青交202012号 请核对',
  'basis nationalBasis 青岭区城市管理局关于规范户外广告设置秩序的通知青城管201822号 ',
  'cell blacklist 青岭区生活垃圾分类管理办法青政规20195号 ',
  // Emptied.
  'cell disclosure 清水市政府采购供应商管理暂行办法清财采202015号 ',
  'cell nationalBasis 清水市市场监督管理局关于落实食品生产经营者信用档案制度的通知清市监食20218号 ',
  'cell punishment 清水市交通运输局关于加强交通运输信用管理的通知清交发201936号 ',
  // What the tool has not found may be there.
  'cell punishment 青岭区生活垃圾分类管理办法青政规20195号 请核对',
  'kept-in-breach disposal 青岭区个人信用信息积分管理办法 ',
  'not-handed-in document 清水市公园开放时间表清政发20162号 ',
  'omitted  清水市个人信用信息管理办法 ',
  'omitted  清水市劳务市场诚信管理办法清政办发201764号 ',
];

/** The drafted ledger with wrong cells, rows left out, and one of a document that nobody has handed in. */
export const planted = (documents: readonly AuditedDocument[]): LayoutRow[] => {
  const rows = ownRows(documents)
    .filter(({ document }) => !DROPPED.some((title) => document.startsWith(`《${title}》`)))
    .map((row) => ({
      ...row,
      ...Object.entries(CHANGES).find(([title]) => row.document.startsWith(`《${title}》`))?.[1],
    }));
  return [...rows, { ...rows[0]!, document: STRANGER }];
};
