import {
  type Answer,
  type AuditItem,
  type Citation,
  type FiledRow,
  inMarks,
  type Label,
  type LedgerField,
  VERDICT_WORDS,
  type WeighedCitation,
  type YesNo,
} from '../model/index.js';
import type { AuditedDocument } from './document.js';
import { breachEvidence, breachWords, errorsOf, evidenceOf } from './evidence.js';
import { titleForm } from './titles.js';

/** What an item says beside whose it is. */
export type Said = Pick<AuditItem, 'kind' | 'certain' | 'column' | 'said' | 'found' | 'evidence' | 'reason'>;

const MEASURES: readonly (readonly [
  LedgerField & ('disclosure' | 'blacklist' | 'punishment'),
  Label,
  string,
])[] = [
  ['disclosure', 'D', '信用信息纳入、共享或者公开'],
  ['blacklist', 'B', '“黑名单”认定'],
  ['punishment', 'P', '失信惩戒措施'],
];
const BASES: readonly (readonly [
  LedgerField & ('nationalBasis' | 'localBasis'),
  'national' | 'local',
  string,
])[] = [
  ['nationalBasis', 'national', '国家层面依据'],
  ['localBasis', 'local', '地方性法规依据'],
];
const WORDS: Readonly<Record<Answer, string>> = { yes: '是', no: '否', unknown: '' };

/**
 * Where a row's cells say something else than the documents. What the tool has not found is asked about, never called wrong;
 * what it does not know is passed over.
 *
 * @param empty columns that the ledger does not have.
 */
export const cellItems = (
  row: FiledRow,
  document: AuditedDocument,
  empty: ReadonlySet<LedgerField>,
): Said[] => [
  ...MEASURES.filter(([field]) => !empty.has(field)).flatMap(([field, label, what]) =>
    measureItem(row, document, field, label, what),
  ),
  ...BASES.filter(([field]) => !empty.has(field)).flatMap(([field, side, what]) =>
    basisItem(row, document, field, side, what),
  ),
  ...keptItem(row, document),
];

const measureItem = (
  row: FiledRow,
  document: AuditedDocument,
  column: (typeof MEASURES)[number][0],
  label: Label,
  what: string,
): Said[] => {
  const answer = row[column];
  const found = document.row?.[column] ?? '否';
  if (answer === (found === '是' ? 'yes' : 'no') || (answer === 'unknown' && found === '否')) return [];
  const said = row.cells[column].text;
  if (answer === 'yes')
    return [
      {
        kind: 'cell',
        certain: false,
        column,
        said,
        found: document.confirmed ? found : '未发现',
        evidence: [],
        reason: document.confirmed
          ? `台账填“是”，而该文件经复核确认没有列为涉及${what}，请核对`
          : `台账填“是”，清规在该文件中未发现涉及${what}的条款，不等于没有，请核对`,
      },
    ];
  const evidence = evidenceOf(document.flagged, [label]);
  const places = evidence.map(({ provision }) => provision).join('、');
  return [
    {
      kind: 'cell',
      certain: true,
      column,
      said,
      found,
      evidence,
      reason:
        answer === 'no'
          ? `台账${saidNo(said)}，而该文件${places}涉及${what}`
          : `台账${said === '' ? '未填' : '所填看不出是“是”还是“否”'}，而该文件${places}涉及${what}`,
    },
  ];
};

/** A ledger may tick what is so and leave the rest empty. */
const saidNo = (said: string): string => (said === '' ? '只标注“是”，该格留空' : '填“否”');

const basisItem = (
  row: FiledRow,
  document: AuditedDocument,
  column: (typeof BASES)[number][0],
  side: (typeof BASES)[number][1],
  what: string,
): Said[] => {
  const answer = row[column];
  const found: YesNo | undefined = document.row?.[column];
  if (answer === 'unknown' || found === undefined || WORDS[answer] === found) return [];
  const said = row.cells[column].text;
  const weighed = document.flagged.flatMap(({ assessment }) => assessment?.weighed ?? []);
  if (answer === 'yes') return [claimItem(row, document, column, what, found, weighed)];
  // 待核实 is no ground to gainsay a 否.
  if (found !== '是') return [];
  const grounds = document.flagged.filter(({ assessment }) => assessment?.[side].answer === 'yes');
  return [
    {
      kind: 'cell',
      certain: true,
      column,
      said,
      found,
      evidence: evidenceOf(grounds),
      reason: `台账${saidNo(said)}，而该文件所引可作${what}：${document.row!.basisContent.replace(/\s+/gu, '')}`,
    },
  ];
};

/** A claimed basis that the documents do not bear out, with the verdict on each citation that is meant. */
const claimItem = (
  row: FiledRow,
  document: AuditedDocument,
  column: (typeof BASES)[number][0],
  what: string,
  found: YesNo,
  weighed: readonly WeighedCitation[],
): Said => {
  const content = row.cells.basisContent.text;
  const claimed = titlesIn(content);
  const meant = weighed.filter(({ citation }) => claimed.some((title) => isOf(title, citation)));
  const foreign = claimed.filter((title) => !weighed.some(({ citation }) => isOf(title, citation)));
  const judged = meant.length > 0 ? meant : weighed;
  const verdicts = [...new Set(judged.map(verdictWords))];
  const certain = found === '否' && foreign.length === 0;
  const because = [
    ...(found === '待核实' ? [`能否作为${what}，清规不能确定，请核对`] : []),
    ...(foreign.length > 0
      ? [`台账所写的${foreign.map(inMarks).join('、')}在该文件涉及的条款中未见援引，清规未核对，请核对`]
      : []),
    ...(certain && weighed.length === 0 ? ['该文件涉及的条款没有直接援引任何依据'] : []),
    ...(certain && weighed.length > 0 ? [`所引均不能作为${what}：${verdicts.join('；')}`] : []),
  ];
  return {
    kind: 'basis',
    certain,
    column,
    said: [row.cells[column].text, content].filter(Boolean).join('：'),
    found: [found, ...verdicts].join('；'),
    evidence: evidenceOf(document.flagged),
    reason: `台账填“是”。${because.join('；')}`,
  };
};

const titlesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/《([^《》]{2,80})》/gu)].map((match) => match[1]!)),
];

const isOf = (title: string, { title: cited }: Citation): boolean => titleForm(title) === titleForm(cited);

const verdictWords = ({ citation, verdict, chain }: WeighedCitation): string => {
  const name = `${citation.title ? inMarks(citation.title) : ''}${citation.title ? '' : citation.number}${citation.articles.join('、')}`;
  return `${name}${VERDICT_WORDS[verdict]}${chain.length > 0 ? `（${chain.at(-1)}）` : ''}`;
};

/** 保留 of a document that goes against a rule. */
const keptItem = (row: FiledRow, document: AuditedDocument): Said[] => {
  if (row.disposal !== '保留') return [];
  const said = row.cells.disposal.text;
  const errors = errorsOf(document.breaches);
  const proposed = document.proposal;
  if (errors.length > 0)
    return [
      {
        kind: 'kept-in-breach',
        certain: true,
        column: 'disposal',
        said,
        found: proposed?.disposal ?? '',
        evidence: breachEvidence(errors),
        reason: `台账拟“保留”，而${breachWords(errors)}`,
      },
    ];
  if (!proposed?.disposal || proposed.disposal === '保留') return [];
  return [
    {
      kind: 'kept-in-breach',
      certain: false,
      column: 'disposal',
      said,
      found: proposed.disposal,
      evidence: evidenceOf(document.flagged),
      reason: `台账拟“保留”，${document.confirmed ? '' : `清规建议“${proposed.disposal}”，`}请核对：${proposed.reason}`,
    },
  ];
};
