import type { Paragraph, Table } from 'docx';
import { DRAFT, dateLine, unitLine } from '../stamp-lines.js';
import { writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import { type PlanItem, UNKNOWN } from './model.js';

export interface PlanInput {
  /** 填报单位; '' leaves room for the pen. */
  readonly unit: string;
  /** Below the text, ISO; room for the pen where absent. */
  readonly date?: string;
  /** Every page says that it is a draft (草稿). */
  readonly draft?: boolean;
  /** Stands in the file's properties and is not printed. */
  readonly remark?: string;
  /** Rows of the ledger, and how many of them a person has confirmed. */
  readonly rows: number;
  readonly confirmedRows: number;
  /** Files that could not be read and that nobody has looked into. */
  readonly unreadFiles: number;
  /** In the order of the ledger. */
  readonly items: readonly PlanItem[];
}

const TITLE = '失信约束措施规范完善方案';
const LIST_TITLE = '规范完善事项清单';
/** Together what A4 on its side holds. */
const COLUMNS = [
  { head: '序号', width: 620, centred: true },
  { head: '文件名称（文号）', width: 1_700 },
  { head: '条款及原文', width: 2_500 },
  { head: '存在的问题', width: 3_300 },
  { head: '依据', width: 1_700 },
  { head: '规范完善措施', width: 2_400 },
  { head: '完成时限', width: 860, centred: true },
  { head: '责任单位', width: 1_000, centred: true },
  { head: '责任人', width: 758, centred: true },
] as const;

/** Writes 规范完善方案 as .docx; the file appears under its name only when it is complete. Throws RangeError for a date that is not ISO. */
export const writePlan = (path: string, input: PlanInput): Promise<void> =>
  writeWordFile(
    path,
    `${input.unit}${TITLE}`,
    (parts) => [
      {
        orientation: 'portrait',
        ...(input.draft && { watermark: DRAFT }),
        children: letter(parts, input),
      },
      ...(input.items.length > 0
        ? [
            {
              orientation: 'landscape' as const,
              ...(input.draft && { watermark: DRAFT }),
              children: [parts.text('附件'), parts.title(LIST_TITLE), itemTable(parts, input.items)],
            },
          ]
        : []),
    ],
    input.remark,
  );

const letter = (parts: WordParts, input: PlanInput): (Paragraph | Table)[] => [
  ...(input.unit ? [parts.title(input.unit)] : []),
  parts.title(TITLE),
  parts.body(
    '为贯彻落实《国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见》（国办发〔2020〕49号，以下简称《指导意见》）和《国家发展改革委办公厅关于开展失信约束措施清理规范工作的通知》（发改办财金〔2021〕15号，以下简称《通知》）要求，对台账中不符合《指导意见》要求的措施逐条规范完善，制定本方案。',
  ),
  parts.heading('一、规范完善的事项'),
  ...scopeWords(input).map((each) => parts.body(each)),
  parts.heading('二、规范完善的要求'),
  parts.body(
    '（一）有明确依据、仅需修改内容的，修订有关条款：纳入公共信用信息、设列名单以法律、法规或者党中央、国务院政策文件为依据，失信惩戒措施直接援引依据（《指导意见》（一）（六）（九））。',
  ),
  parts.body(
    '（二）目前缺乏依据、计划通过立法明确依据的，提请列入立法计划；缺乏依据、考虑废止的，按规定程序废止（《通知》附件1注3）。',
  ),
  parts.body('（三）不新出台与《指导意见》要求不符的措施（《通知》二（一））。'),
  parts.heading('三、组织实施'),
  parts.body('各责任单位对照清单逐项落实，按完成时限办结；责任人对所列事项的规范完善负责。'),
  parts.body('每一事项办结后，将修订、废止或者立法的文件与台账一并归档，并在总结报告中逐项说明。'),
  ...openWords(input, parts),
  ...parts.signature(unitLine(input.unit), dateLine(input.date)),
];

/** How many items of how many documents, by 处置方式: counted from the list itself. */
const scopeWords = ({ items, rows, confirmedRows }: PlanInput): string[] => {
  if (items.length === 0) {
    if (rows === 0) return ['台账没有列入文件，无须规范完善的事项。'];
    return [
      confirmedRows === rows
        ? `台账所列${rows}件文件均已经人工确认，未见须规范完善的事项。`
        : `台账列有${rows}件文件，其中${rows - confirmedRows}件尚未经人工确认；目前未见须规范完善的事项。`,
    ];
  }
  const documents = new Map<string, string>();
  for (const { source, document, disposal } of items) documents.set(`${source}\n${document}`, disposal);
  const byDisposal = new Map<string, number>();
  for (const disposal of documents.values()) byDisposal.set(disposal, (byDisposal.get(disposal) ?? 0) + 1);
  const counts = [...byDisposal]
    .map(([disposal, count]) => `${disposal === UNKNOWN ? `处置方式${UNKNOWN}` : `“${disposal}”`}${count}件`)
    .join('，');
  return [
    `共涉及${documents.size}件文件、${items.length}个事项，按处置方式：${counts}。每一事项的条款及原文、存在的问题、依据、规范完善措施、完成时限、责任单位和责任人见附件。`,
  ];
};

/** What the plan does not cover, so that it is not taken for all there is. */
const openWords = ({ items, rows, confirmedRows, unreadFiles }: PlanInput, parts: WordParts): Paragraph[] => {
  const words = [
    ...(items.length > 0 && confirmedRows < rows
      ? [`台账列有${rows}件文件，其中${rows - confirmedRows}件尚未经人工确认，有关事项以确认后为准。`]
      : []),
    ...(unreadFiles > 0 ? [`另有${unreadFiles}份文件未能读取且尚未人工查阅，其内容不在本方案之内。`] : []),
    ...(items.length > 0
      ? [`清单中的“${UNKNOWN}”须由责任单位核实后填写。规则检查中的提示属须人工核对的内容，未列入清单。`]
      : []),
  ];
  return words.length > 0 ? [parts.heading('四、说明'), ...words.map((each) => parts.body(each))] : [];
};

const itemTable = (parts: WordParts, items: readonly PlanItem[]): Table =>
  parts.table({
    columns: COLUMNS,
    size: 18,
    splitRows: true,
    rows: items.map((item, index) =>
      [
        [String(index + 1)],
        [item.document],
        [item.place, `“${item.quotation}”`],
        item.problems.map(shortNames),
        item.basis,
        item.measures,
        [item.completion],
        [item.responsibleUnit],
        [item.responsiblePerson],
      ].map((lines) => ({ lines })),
    ),
  });

/** The two notices by the names that the text above has given them: the column holds twice as much. */
const shortNames = (words: string): string =>
  words.replaceAll('国办发〔2020〕49号', '《指导意见》').replaceAll('发改办财金〔2021〕15号', '《通知》');
