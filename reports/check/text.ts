import { type Breach, printable, type RuleInfo } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { SEVERITY_WORDS } from '../words.js';
import { type CheckedDocument, type CheckedFile, type CheckReport, summarySentences } from './report.js';

/** Further places that are named in a line. */
const MOST_PLACES = 10;

/** The findings as a linter tells them, in Chinese. Nothing in it can steer a terminal. */
export const checkText = (report: CheckReport): string => {
  const lines = [...report.files.flatMap(fileLines), ...summarySentences(report)];
  return `${lines.map(printable).join('\n')}\n`;
};

const fileLines = ({ path, reason, notes, documents }: CheckedFile): string[] => {
  if (reason) return [path, `  未能读取：${reason.message}`, `  建议：${reason.advice}`, ''];
  const told = documents.flatMap((document) => documentLines(document, documents.length > 1));
  return [
    path,
    ...notes.map((note) => `  说明：${note}`),
    ...(documents.length === 0 ? ['  没有在文件中找到公文'] : told),
    '',
  ];
};

const documentLines = ({ name, level, breaches }: CheckedDocument, several: boolean): string[] => [
  ...(several ? [`  ${name}`] : []),
  ...(breaches === null
    ? [`  ${level}，不在规则检查范围内`]
    : breaches.length === 0
      ? ['  未发现问题']
      : breaches.flatMap((breach, index) => breachLines(breach, breaches[index - 1]))),
];

/** What stands at the same words as the finding above is not quoted again. */
const breachLines = (breach: Breach, above: Breach | undefined): string[] => {
  const same = above?.span.start === breach.span.start && above.span.end === breach.span.end;
  const place = [breach.place, breach.sourcePlace && `（${breach.sourcePlace}）`].join('');
  const set = breach.suppression ? '（已忽略）' : '';
  return [
    `  ${place}  ${SEVERITY_WORDS[breach.severity]}${set}  ${breach.message}  [${breach.rule}]`,
    ...(same ? [] : [`      原文：${breachExcerpt(breach)}`]),
    ...alsoLines(breach),
    ...(breach.suppression
      ? [`      理由：${breach.suppression.reason}`]
      : [`      依据：${breach.article}`, `      建议：${breach.suggestion}`]),
  ];
};

const alsoLines = ({ also = [] }: Breach): string[] => {
  if (also.length === 0) return [];
  const named = [...new Set(also.map(({ place, sourcePlace }) => place || sourcePlace))];
  const rest = named.length > MOST_PLACES ? `等${named.length}处` : '';
  return [`      另涉及：${named.slice(0, MOST_PLACES).join('、')}${rest}`];
};

/** The rules, one a paragraph, for `--rules`. */
export const rulesText = (rules: readonly RuleInfo[]): string =>
  `${rules
    .map(
      ({ id, article, title, looksAt, severity, suggestion }) =>
        `${id}\n  ${title}（${article}）\n  程度：${severity === 'note' ? '提示' : `最高为${SEVERITY_WORDS[severity]}`}；对象：${looksAt === 'document' ? '全文' : '条款'}\n  建议：${suggestion}`,
    )
    .join('\n')}\n共${rules.length}条规则。\n`;
