import type { stream } from 'exceljs';
import type { Breach } from '../../model/index.js';
import { breachExcerpt } from '../excerpt.js';
import { SEVERITY_WORDS } from '../words.js';
import { breathe } from './breathe.js';
import { furtherPlaces } from './further-places.js';
import type { LedgerInput } from './input.js';
import { inLedgerOrder, PLACE_COLUMNS } from './ledger-order.js';
import { ListSheet, type ListValue } from './list-sheet.js';

const BREACHES_SHEET = '规则检查';

const COLUMNS = [
  ...PLACE_COLUMNS,
  { heading: '程度', width: 6, centred: true },
  { heading: '问题', width: 34 },
  { heading: '原文摘录（【】内为判断所据文字）', width: 42 },
  { heading: '修改建议', width: 34 },
  { heading: '规则依据', width: 18 },
  { heading: '处理情况', width: 20 },
  { heading: '规则编号', width: 20 },
] as const;

/** One line a breach, in the order of the ledger; those set aside stand with their reason. */
export const writeBreachesSheet = async (
  book: stream.xlsx.WorkbookWriter,
  { documents }: LedgerInput,
): Promise<void> => {
  const sheet = new ListSheet(book, BREACHES_SHEET, COLUMNS);
  const counts = { error: 0, warning: 0, note: 0 };
  let suppressed = 0;
  const pause = breathe();
  for await (const { number, document } of inLedgerOrder(documents))
    for (const breach of document.breaches) {
      if (breach.suppression) suppressed += 1;
      else counts[breach.severity] += 1;
      sheet.add(
        [number, document.name, document.source, ...breachValues(breach)],
        breach.suppression ? 'hint' : undefined,
      );
      await pause();
    }
  const aside = suppressed > 0 ? `；另有${suppressed}条已说明理由，不再提示` : '';
  sheet.end(
    `合计：错误${counts.error}条，警告${counts.warning}条，提示${counts.note}条${aside}。错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。没有列出的，不等于没有问题。`,
  );
};

const breachValues = (breach: Breach): ListValue[] => [
  breach.place + alsoWords(breach),
  breach.sourcePlace,
  SEVERITY_WORDS[breach.severity],
  breach.message,
  breachExcerpt(breach),
  breach.suggestion,
  breach.article,
  breach.suppression ? `不作修改：${breach.suppression.reason}` : '待处理',
  breach.rule,
];

/** \n另涉及：第八条、第九条 … */
const alsoWords = (breach: Breach): string => {
  const places = furtherPlaces(breach);
  return places && `\n另涉及：${places}`;
};
