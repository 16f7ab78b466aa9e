import { printable } from '../../model/index.js';
import { checkLibrary, type LibraryIssue, type LibraryIssueKind } from '../../pipeline/index.js';
import { type CorpusOptions, openFilled } from './location.js';

export interface CheckOptions extends CorpusOptions {
  readonly json?: boolean;
}

const HEADINGS: Readonly<Record<LibraryIssueKind, string>> = {
  stale: '已有更新的版本',
  differing: '同一版本而条文不同',
  duplicate: '重复',
  level: '级别存疑',
  gaps: '条文不连续',
  undated: '版本日期不明',
  'left-out': '未能作为法规导入',
};

/** `qinggui corpus check`: what is stale, duplicated, unparsed. Returns the exit status, 1 where anything is. */
export const runCorpusCheck = async (options: CheckOptions): Promise<number> => {
  const library = await openFilled(options);
  try {
    const issues = checkLibrary(library);
    process.stdout.write(
      options.json
        ? issues.map((issue) => `${JSON.stringify(issue)}\n`).join('')
        : textOf(issues, library.all().length),
    );
    return issues.length > 0 ? 1 : 0;
  } finally {
    library.close();
  }
};

const textOf = (issues: readonly LibraryIssue[], statutes: number): string => {
  const lines: string[] = [];
  for (const kind of Object.keys(HEADINGS) as LibraryIssueKind[]) {
    const some = issues.filter((issue) => issue.kind === kind);
    if (some.length === 0) continue;
    lines.push(`${HEADINGS[kind]}（${some.length}）`);
    for (const { source, message } of some) lines.push(`  ${printable(source)}：${printable(message)}`);
  }
  lines.push(`法规库共 ${statutes} 件，发现 ${issues.length} 处问题`);
  return `${lines.join('\n')}\n`;
};
