import { type CellOf, DISTRICT, NATIONAL, type Part } from '../pipeline/filed-ledger/tables.js';
import type { Sheet } from './carriers.js';
import { ABOVE, type LayoutRow, UNIT, valuesOf } from './layouts.js';

/** What units make of the forms. `rows`: how many rows of documents come out, where it is not one each. */
export interface Variant {
  readonly sheets: (rows: readonly LayoutRow[]) => readonly Sheet[];
  /** Columns that the ledger lacks: nothing can be said of their cells. */
  readonly without?: readonly string[];
}

type Line = readonly (CellOf | null)[];

const one = (...parts: readonly Part[]): Sheet[] => [{ name: '台账', parts }];
const across = (text: string, columns = 14): Line => [{ text, columns }, ...Array(columns - 1).fill(null)];
const filled = (rows: readonly LayoutRow[]): string[][] => rows.map(valuesOf);

/** The form, with its headings and what is written into its cells changed. */
const form =
  (
    changed: { readonly heading?: (heading: string, at: number) => string } & {
      readonly cell?: (text: string, column: number) => string;
    },
    headings: readonly string[] = NATIONAL,
  ): Variant['sheets'] =>
  (rows) =>
    one(...ABOVE, [
      headings.map(changed.heading ?? ((heading) => heading)),
      ...filled(rows).map((line) => line.map((text, at) => changed.cell?.(text, at) ?? text)),
    ]);

const ANSWERS = new Set([2, 3, 4, 6, 7]);
const answered = (yes: string, no: string): Variant => ({
  sheets: form({
    cell: (text, at) => (ANSWERS.has(at) ? (text === '是' ? yes : text === '否' ? no : text) : text),
  }),
});
const named = (change: (document: string) => string): Variant => ({
  sheets: form({ cell: (text, at) => (at === 1 ? change(text) : text) }),
});
const wide = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** 《…》（文号） as name and number. */
const parted = (document: string): [name: string, number: string] => {
  const [, name = document, number = ''] = /^(《.*》)(?:（(.*)）)?$/su.exec(document) ?? [];
  return [name, number];
};

/** A row as several, a provision each; the document's cell, or what else is given, stands over them. */
const byProvision = (line: readonly string[], shared: ReadonlySet<number>, repeat: boolean): Line[] => {
  const parts = line[5]!.split(/(?=第[一二三四五六七八九十]+条：)/u);
  return parts.map((part, at) =>
    line.map((text, column): CellOf | null => {
      if (column === 5) return part.trim();
      if (!shared.has(column) || repeat) return text;
      return at === 0 ? { text, rows: parts.length } : null;
    }),
  );
};
const ALL_SHARED = new Set(NATIONAL.keys());

/** Two rows that nothing was changed in, as one that names both documents. */
const TOGETHER = ['青岭区养犬管理', '清水市建筑施工'];
const joined = (rows: readonly LayoutRow[], between: string): LayoutRow[] => {
  const both = rows.filter(({ document }) => TOGETHER.some((name) => document.includes(name)));
  if (both.length !== 2) throw new Error(`${both.length} of the two documents are in the ledger`);
  const [first, second] = both as [LayoutRow, LayoutRow];
  const any = (field: keyof LayoutRow): string => (both.some((row) => row[field] === '是') ? '是' : '否');
  const same = (field: keyof LayoutRow): string => (first[field] === second[field] ? first[field] : '');
  const together = {
    document: `${first.document}${between}${second.document}`,
    disclosure: any('disclosure'),
    blacklist: any('blacklist'),
    punishment: any('punishment'),
    summary: `${first.summary}\n${second.summary}`,
    nationalBasis: same('nationalBasis'),
    localBasis: same('localBasis'),
    basisContent: `${first.basisContent}\n${second.basisContent}`,
    disposal: same('disposal'),
  };
  return rows.flatMap((row) => (row === first ? [together] : row === second ? [] : [row]));
};

const chunks = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));

/** Ways in which units fill in the forms, each to be put into any file. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  两行表头依据合并: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL.map((text, at): CellOf | null =>
          at === 6
            ? { text: '是否有依据', columns: 2 }
            : at === 7
              ? null
              : at === 10
                ? { text: '责任落实', columns: 4 }
                : at > 10
                  ? null
                  : { text, rows: 2 },
        ),
        NATIONAL.map((text, at): CellOf | null =>
          at === 6 ? '国家' : at === 7 ? '地方' : at >= 10 ? text : null,
        ),
        ...filled(rows),
      ]),
  },
  三行表头: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL.map((text, at): CellOf | null =>
          at < 2 || at > 8
            ? { text, rows: 3 }
            : at === 2
              ? { text: '文件内容', columns: 4 }
              : at === 6
                ? { text: '依据', columns: 3 }
                : null,
        ),
        NATIONAL.map((_, at): CellOf | null =>
          at === 2
            ? { text: '是否涉及', columns: 3 }
            : at === 5
              ? { text: '相关内容摘要', rows: 2 }
              : at === 6
                ? { text: '有无依据', columns: 2 }
                : at === 8
                  ? { text: '依据的具体内容', rows: 2 }
                  : null,
        ),
        NATIONAL.map(
          (_, at): CellOf | null =>
            ({ 2: '信用信息共享公开', 3: '黑名单认定', 4: '失信惩戒', 6: '国家层面', 7: '地方性法规' })[at] ??
            null,
        ),
        ...filled(rows),
      ]),
  },
  表头词内换行和空格: {
    sheets: form({ heading: (text) => text.replace(/(.{2})(.)/gu, '$1 $2').replace(/ /u, '\n') }),
  },
  表头另有括注: {
    sheets: form(
      {
        heading: (text, at) =>
          at === 1
            ? '文件名称及文号（全称，如有多份请分行填写）'
            : ANSWERS.has(at)
              ? `${text}（填写“是”或者“否”，不涉及的填“否”）`
              : at === 9
                ? '处置方式（保留/修订/立法/废止）'
                : text,
      },
      DISTRICT,
    ),
  },
  '√和×': answered('√', '×'),
  有和无: answered('有', '无'),
  Y和N: answered('Y', 'N'),
  涉及和不涉及: answered('涉及', '不涉及'),
  只勾选是: answered('√', ''),
  勾选框: answered('☑是 □否', '□是 ☑否'),
  文号另成一栏: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL.flatMap((text, at) => (at === 1 ? ['文件名称', '文号'] : [text])),
        ...filled(rows).map((line) => line.flatMap((text, at) => (at === 1 ? parted(text) : [text]))),
      ]),
  },
  文号栏在前名称无书名号: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL.flatMap((text, at) => (at === 1 ? ['发文字号', '规范性文件名称', '印发日期'] : [text])),
        ...filled(rows).map((line) =>
          line.flatMap((text, at) => {
            if (at !== 1) return [text];
            const [name, number] = parted(text);
            return [number || '无', name.replace(/[《》]/gu, ''), '2019年5月6日'];
          }),
        ),
      ]),
  },
  名称无书名号: named((text) => text.replace(/[《》]/gu, '')),
  文号用方括号另起一行: named((text) => {
    const [name, number] = parted(text);
    return number ? `${name}\n${number.replace('〔', '[').replace('〕', ']')}` : name;
  }),
  文号用圆括号和全角数字: named((text) => {
    const [name, number] = parted(text);
    return number ? `${name}(${wide(number.replace('〔', '（').replace('〕', '）'))})` : name;
  }),
  文号用鱼尾括号且有空格: named((text) =>
    text
      .replace('〔', ' 【')
      .replace('〕', '】 ')
      .replace(/(\d+)号/u, '$1 号'),
  ),
  文号中间换行: named((text) => text.replace('〔', '\n〔').replace('号）', '\n号）')),
  每条一行且文件名称合并: {
    sheets: (rows) =>
      one(...ABOVE, [NATIONAL, ...filled(rows).flatMap((line) => byProvision(line, new Set([0, 1]), false))]),
  },
  每条一行且各栏均合并: {
    sheets: (rows) =>
      one(...ABOVE, [NATIONAL, ...filled(rows).flatMap((line) => byProvision(line, ALL_SHARED, false))]),
  },
  每条一行且重复填写: {
    sheets: (rows) =>
      one(...ABOVE, [NATIONAL, ...filled(rows).flatMap((line) => byProvision(line, ALL_SHARED, true))]),
  },
  每条一行且下行名称空白: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL,
        ...filled(rows).flatMap((line) =>
          byProvision(line, ALL_SHARED, true).map((cells, at) =>
            at === 0 ? cells : cells.map((cell, column) => (column < 2 ? '' : cell)),
          ),
        ),
      ]),
  },
  两份文件写在一格: { sheets: (rows) => form({})(joined(rows, '、')) },
  两份文件分行写在一格: { sheets: (rows) => form({})(joined(rows, '\n')) },
  两份文件编号写在一格: {
    sheets: (rows) =>
      form({})(
        joined(rows, '\n2.').map((row) =>
          row.document.includes('\n2.') ? { ...row, document: `1.${row.document}` } : row,
        ),
      ),
  },
  分组行和合计: {
    sheets: (rows) => {
      const [first, second] = chunks(filled(rows), Math.ceil(rows.length / 2)) as [string[][], string[][]];
      return one(...ABOVE, [
        NATIONAL,
        across('一、市级部门'),
        ...first,
        ['小计', `${first.length}份`, ...Array(12).fill('')],
        Array(14).fill(''),
        ['二、各区', ...Array(13).fill('')],
        ...second,
        ['合计', `${rows.length}`, '9', '7', '8', ...Array(9).fill('')],
        across('注：1. “处置方式”栏填写保留、修订、立法、废止之一。'),
        ['填表人：张某', '', '', '联系电话：0999-12345678', ...Array(10).fill('')],
      ]);
    },
  },
  合并单元格的文字各栏重复: {
    sheets: (rows) =>
      one([
        ...ABOVE.map((line) => Array<string>(14).fill(line)),
        NATIONAL,
        ...filled(rows),
        Array<string>(14).fill('填表说明：“处置方式”栏，填写保留、修订、立法、废止之一'),
        ['', ...Array<string>(13).fill('待核实，请人工判断')],
      ]),
  },
  备注栏和空列: {
    sheets: (rows) =>
      one(...ABOVE, [
        ['', ...NATIONAL, '备注'],
        ...filled(rows).map((line, at) => ['', ...line, at % 3 === 0 ? '已停止执行' : '']),
      ]),
  },
  表头下有填写提示: {
    sheets: (rows) =>
      one(...ABOVE, [
        NATIONAL,
        NATIONAL.map((_, at) =>
          ANSWERS.has(at) ? '是/否' : ({ 1: '全称及文号', 5: '400字以内', 9: '四选一' }[at] ?? ''),
        ),
        ...filled(rows),
      ]),
  },
  依据写在是否有依据栏内: {
    sheets: form({
      cell: (text, at) =>
        at === 3 && text === '是'
          ? '是。该文件规定，对不履行义务情节严重的，经认定后列入“黑名单”，并按照规定向社会公布，实施管理'
          : at === 2 && text === '否'
            ? '/'
            : text,
    }),
  },
  缺少依据三栏: {
    sheets: (rows) =>
      one(
        ...ABOVE,
        [NATIONAL, ...filled(rows)].map((line) => line.filter((_, at) => at < 6 || at > 8)),
      ),
    without: ['nationalBasis', 'localBasis'],
  },
  缺少黑名单和摘要栏: {
    sheets: (rows) =>
      one(
        ...ABOVE,
        [NATIONAL, ...filled(rows)].map((line) => line.filter((_, at) => at !== 3 && at !== 5)),
      ),
    without: ['blacklist'],
  },
  封面和填表说明: {
    sheets: (rows) => [
      {
        name: '封面',
        parts: ['清水市失信约束措施清理规范工作台账', `填报单位：${UNIT}`, '2021年1月19日'],
      },
      ...form({})(rows),
      {
        name: '填表说明',
        parts: [
          '填表说明',
          [
            ['栏目', '说明', '填写内容'],
            ['规章、规范性文件或其他文件名称', '填写全称和文号', '必填'],
            ['是否涉及信用信息共享公开', '填“是”或者“否”', '必填'],
            ['处置方式', '保留、修订、立法、废止', '必填'],
          ],
          '1. 经梳理，不涉及的单位也应当报送。',
        ],
      },
    ],
  },
  前后另有表格: {
    sheets: (rows) =>
      one(
        '清水市失信约束措施清理规范工作联系人反馈表',
        [
          ['单位', '姓名', '职务', '电话'],
          [UNIT, '张某', '科员', '0999-12345678'],
        ],
        ...ABOVE,
        [NATIONAL, ...filled(rows)],
        '失信约束措施清理情况统计表',
        [
          ['单位', '文件数', '涉及黑名单', '涉及失信惩戒', '保留', '修订', '废止'],
          [UNIT, '12', '6', '8', '1', '5', '6'],
        ],
      ),
  },
  表格在换页处断开: {
    sheets: (rows) => {
      const [first, ...rest] = chunks(filled(rows), 5);
      return one(...ABOVE, [NATIONAL, ...first!], ...rest.flatMap((lines) => ['续表', lines]));
    },
  },
  另页重写表头: {
    sheets: (rows) => {
      const pages = chunks(filled(rows), 5);
      return one(...ABOVE, ...pages.map((lines) => [NATIONAL, ...lines]));
    },
  },
};
