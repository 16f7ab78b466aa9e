import type { Breach, FileFormat, Reason, RuleInfo, Severity } from '../../model/index.js';

/** One document of a checked file. */
export interface CheckedDocument {
  /** 《…》（文号）, or the file's name. */
  readonly name: string;
  /** In Chinese: 规范性文件. */
  readonly level: string;
  /** By place; null where the rules do not speak to a document of this level. */
  readonly breaches: readonly Breach[] | null;
}

/** One file that was to be checked. */
export interface CheckedFile {
  /** The path as the user gave it. */
  readonly path: string;
  readonly format: FileFormat;
  /** SHA-256 of the content in hex. */
  readonly hash: string;
  /** Why it was not read; null where it was. */
  readonly reason: Reason | null;
  /** What of it was not read, or how: sentences for the user. */
  readonly notes: readonly string[];
  readonly documents: readonly CheckedDocument[];
  /** The decoded text in which sourceSpan counts, for formats that have one. */
  readonly sourceText: string | null;
}

/** What `qinggui check` has to say, before it is brought into one of its forms. */
export interface CheckReport {
  /** Of the program. */
  readonly version: string;
  readonly rules: readonly RuleInfo[];
  readonly files: readonly CheckedFile[];
}

export interface CheckCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  /** Set aside by a person, whatever their severity. */
  readonly suppressed: number;
  readonly unread: number;
}

export const countsOf = ({ files }: CheckReport): CheckCounts => {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  let suppressed = 0;
  for (const { documents } of files)
    for (const { breaches } of documents)
      for (const { severity, suppression } of breaches ?? [])
        if (suppression) suppressed += 1;
        else counts[severity] += 1;
  return { ...counts, suppressed, unread: files.filter(({ reason }) => reason !== null).length };
};

/** What the counts mean, and that silence proves nothing. */
export const summarySentences = (report: CheckReport): string[] => {
  const { error, warning, note, suppressed, unread } = countsOf(report);
  const { files, rules } = report;
  const read = files.length - unread;
  const outside = files
    .flatMap(({ documents }) => documents)
    .filter(({ breaches }) => breaches === null).length;
  const none = files.filter(({ reason, documents }) => reason === null && documents.length === 0).length;
  const found = error + warning + note;
  const ran = `已用${rules.length}条规则检查${read}份文件`;
  return [
    ...(read === 0
      ? ['没有读取到任何文件，不能作出“未发现问题”的结论。']
      : found > 0
        ? [`${ran}：错误${error}条，警告${warning}条，提示${note}条。`]
        : [`${ran}，未发现问题。规则只认得一部分写法，未发现不等于没有问题，仍须人工审查。`]),
    ...(suppressed > 0 ? [`另有${suppressed}条已在忽略清单中说明理由，不计入以上数目。`] : []),
    ...(outside > 0
      ? [`其中${outside}件公文属法律、行政法规、党中央国务院政策文件或者司法解释，不在规则检查范围内。`]
      : []),
    ...(none > 0 ? [`其中${none}份文件里没有找到公文，未作检查。`] : []),
    ...(unread > 0 ? [`注意：有${unread}份文件未能读取，其内容不在以上结论之内。`] : []),
    ...(found > 0
      ? ['错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。']
      : []),
  ];
};
