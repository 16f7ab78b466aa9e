import { displayWidth, padTo, printable } from '../model/index.js';
import type { KindCount, ScanSummary } from './summary.js';

/** Where the results lie; absent ones were not written. */
export interface ScanOutputs {
  readonly ledger?: string;
  readonly results?: string;
  readonly database?: string;
  /** Statutes whose wording was at hand. */
  readonly statutes?: number;
  /** The command by which the results are confirmed. */
  readonly review?: string;
}

/** More files than these of one reason are left to the list of files in the ledger. */
const MOST_NAMES = 10;

type Line = readonly [name: string, value: string | number, note?: string];

/** What a scan found, in Chinese, for a terminal: a few aligned tables and the sentences that must not be missed. */
export const summaryText = (summary: ScanSummary, outputs: ScanOutputs = {}): string =>
  [
    ...section('文件', filesLines(summary)),
    ...failedLines(summary),
    '',
    ...section('文件内容', documentLines(summary)),
    '',
    ...section('预填台账', rowLines(summary)),
    '',
    ...closing(summary, outputs.statutes ?? 0),
    ...section('结果', outputLines(outputs)),
    ...(outputs.review
      ? [
          '',
          `下一步  对照原文逐件确认（--unit、--profile、--form 与扫描时相同）：`,
          `  ${printable(outputs.review)}`,
        ]
      : []),
    '',
  ].join('\n');

const filesLines = (summary: ScanSummary): Line[] => [
  ['找到', summary.found],
  ['已读取', summary.read, summary.reused > 0 ? `其中${summary.reused}份未改动，沿用上次结果` : ''],
  ['已跳过', summary.skipped.reduce((sum, each) => sum + each.count, 0)],
  ...summary.skipped.map(({ reason, count }): Line => [`　${reason.message}`, count, reason.advice]),
  ['读取失败', summary.failed.length],
];

/** Grouped by what happened, so that what to do is said once; the names under it. */
const failedLines = ({ failed }: ScanSummary): string[] => {
  const groups = new Map<string, string[]>();
  for (const { source, reason } of failed) {
    const head = `${reason.message}。${reason.advice}`;
    groups.set(head, [...(groups.get(head) ?? []), source]);
  }
  return [...groups].flatMap(([head, sources]) => [
    `    ${head}（${sources.length}份）`,
    ...sources.slice(0, MOST_NAMES).map((source) => `      ${printable(source)}`),
    ...(sources.length > MOST_NAMES
      ? [`      另有${sources.length - MOST_NAMES}份，见台账“文件清单”表`]
      : []),
  ]);
};

/** No quotation marks in these names: terminals differ in their width, and the numbers would not stand in line. */
const documentLines = ({ documents, columns, measures, subjects, hints }: ScanSummary): Line[] => [
  ['公文', documents, '一个文件可含多件公文'],
  ['涉及信用信息共享公开', columns.D],
  ['涉及黑名单认定', columns.B],
  ['涉及失信惩戒措施', columns.P],
  ...kindLine('　惩戒措施', measures),
  ...kindLine('　惩戒对象', subjects),
  ['提示：资格限制', hints.Q, '未写明信用，可能属惩戒，请人工判断'],
  ['提示：信用修复', hints.R, '台账无此栏，见“证据”表'],
];

/** 限制准入12处、联合惩戒（概括）5处: provisions, of which one may be of several kinds. */
const kindLine = (name: string, counts: readonly KindCount<string>[]): Line[] =>
  counts.length > 0 ? [[name, counts.map(({ kind, count }) => `${kind}${count}处`).join('、')]] : [];

const rowLines = ({ rows, withoutBasis, basisUnknown, disposals }: ScanSummary): Line[] => [
  ['台账行数', rows],
  ['国家、地方层面均无依据', withoutBasis],
  ['依据待核实', basisUnknown],
  ['拟保留', disposals.保留],
  ['拟修订', disposals.修订],
  ['拟废止', disposals.废止],
  ['处置方式须人工确定', disposals.open],
];

const outputLines = ({ ledger, results, database }: ScanOutputs): Line[] =>
  [
    ['台账', ledger],
    ['逐件结果', results],
    ['数据库', database],
  ].flatMap(([name, path]) => (name && path ? [[name, path] as const] : []));

/** The sentences that keep a reader from taking silence for an answer. */
const closing = (summary: ScanSummary, statutes: number): string[] => {
  const { found, read, rows, unread, partly, hints, overruled } = summary;
  const lines: string[] = [];
  if (found === 0) lines.push('没有找到任何文件，请核对路径。');
  if (read === 0) lines.push('没有读取到任何文件，不能作出“不涉及”的结论。');
  if (rows === 0 && read > 0) lines.push(`已读取的${read}份文件中未发现失信约束措施。`);
  if (rows > 0) lines.push('以上均为预填，请逐行人工确认后再报送。');
  if (rows > 0)
    lines.push(
      statutes > 0
        ? `所引条文已按法规库（${statutes}件）核对；库中没有的列为待核实。`
        : '没有法规库，所引条文的原文未经核对；可用 qinggui corpus import 导入法规文本后重新扫描。',
    );
  if (hints.only > 0) lines.push(`有${hints.only}件公文只有提示性内容，未列入台账，请看“证据”表。`);
  if (overruled > 0)
    lines.push(
      `有${overruled}处条款有线索而未列入，请人工判断：见逐件结果（results.jsonl）中的 overruled，或用 qinggui inspect 查看。`,
    );
  if (unread > 0) lines.push(`注意：有${unread}份文件未能读取，其内容不在以上结论之内，须人工查阅。`);
  if (partly > 0)
    lines.push(`注意：有${partly}份文件只读到一部分，见台账“文件清单”表的“读取说明”，其余须人工查阅。`);
  return lines.length > 0 ? [...lines, ''] : lines;
};

const section = (title: string, lines: readonly Line[]): string[] => {
  if (lines.length === 0) return [];
  const names = Math.max(...lines.map(([name]) => displayWidth(name)));
  const values = Math.max(
    ...lines.map(([, value]) => (typeof value === 'number' ? String(value).length : 0)),
  );
  return [
    title,
    ...lines.map(([name, value, note]) => {
      const cell = typeof value === 'number' ? String(value).padStart(values) : printable(value);
      return `  ${padTo(name, names)}  ${cell}${note ? `  ${note}` : ''}`;
    }),
  ];
};
