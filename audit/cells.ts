import type { Answer, FiledRow, Label, LedgerField, YesNo } from '../model/index.js';
import { type Basis, brokenClaims, claimItem, type WeighClaim } from './claims.js';
import type { AuditedDocument } from './document.js';
import { breachEvidence, breachWords, errorsOf, evidenceOf } from './evidence.js';
import type { Said } from './item.js';

const MEASURES: readonly (readonly [
  LedgerField & ('disclosure' | 'blacklist' | 'punishment'),
  Label,
  string,
])[] = [
  ['disclosure', 'D', '信用信息纳入、共享或者公开'],
  ['blacklist', 'B', '“黑名单”认定'],
  ['punishment', 'P', '失信惩戒措施'],
];
const BASES: readonly (readonly [Basis['column'], Basis['side'], string])[] = [
  ['nationalBasis', 'national', '国家层面依据'],
  ['localBasis', 'local', '地方性法规依据'],
];
const WORDS: Readonly<Record<Answer, string>> = { yes: '是', no: '否', unknown: '' };

/**
 * Where a row's cells say something else than the documents. What the tool has not found is asked about, never called wrong;
 * what it does not know is passed over.
 *
 * @param empty columns that the ledger does not have.
 * @param weigh what the ledger names as basis, as far as it is known.
 */
export const cellItems = (
  row: FiledRow,
  document: AuditedDocument,
  empty: ReadonlySet<LedgerField>,
  weigh: WeighClaim,
): Said[] => [
  ...MEASURES.filter(([field]) => !empty.has(field)).flatMap(([field, label, what]) =>
    measureItem(row, document, field, label, what),
  ),
  ...BASES.filter(([field]) => !empty.has(field)).flatMap(([field, side, what]) =>
    basisItem(row, document, { column: field, side, what }, weigh),
  ),
  ...brokenClaims(row, document, weigh),
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
  { column, side, what }: Basis,
  weigh: WeighClaim,
): Said[] => {
  const answer = row[column];
  const found: YesNo | undefined = document.row?.[column];
  if (answer === 'unknown' || found === undefined || WORDS[answer] === found) return [];
  const said = row.cells[column].text;
  if (answer === 'yes') return [claimItem(row, document, { column, side, what }, weigh)];
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
