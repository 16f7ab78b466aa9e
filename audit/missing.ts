import type { LegalLevel } from '../model/index.js';
import { documentKey } from './candidates.js';
import type { AuditedDocument } from './document.js';
import { breachEvidence, breachWords, errorsOf, evidenceOf } from './evidence.js';
import type { RowOfLedger } from './filed-rows.js';
import { grouped } from './grouped.js';
import type { PlainItem } from './item.js';
import { titleForm } from './titles.js';

/** Documents that are not the reporting unit's own are not in its ledger: 发改办财金〔2021〕15号一. */
const OF_OTHERS: Readonly<Partial<Record<LegalLevel, string>>> = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'central-policy': '党中央、国务院政策文件',
  'judicial-interpretation': '司法解释',
  'departmental-rule': '部门规章',
};

interface Unnamed {
  readonly documents: readonly AuditedDocument[];
  /** Indexes of those that a row names. */
  readonly named: ReadonlySet<number>;
  /** Those that a row may name. */
  readonly offered: ReadonlyMap<number, RowOfLedger>;
  readonly ended: ReadonlyMap<number, AuditedDocument>;
  /** Whether rows of a ledger may not have been read. */
  readonly lost: boolean;
  readonly unitOf: (document: AuditedDocument) => string;
  /** The unit whose documents have to be named; '' for every unit's. */
  readonly issuer: string;
}

/** Documents with a ledger label that no row names, each once however many files it is in. */
export const omittedItems = ({
  documents,
  named,
  offered,
  ended,
  lost,
  unitOf,
  issuer,
}: Unnamed): PlainItem[] => {
  const isOwn = ofIssuer(issuer);
  const groups = grouped(documents, (document, at) => {
    if (document.row === null || named.has(at) || !isOwn(document)) return null;
    return document.title === '' ? `${document.source}#${document.index}` : documentKey(document);
  });
  return [...groups.values()].map((members) => {
    const [at, ...copies] = members as [number, ...number[]];
    const document = documents[at]!;
    const doubt =
      doubtOf(document, offered.get(at), ended.get(at), issuer) ||
      (lost ? '台账可能有的行没有读出，请核对原件' : '');
    const also = copies.map((each) => documents[each]!.source);
    return {
      kind: 'omitted',
      certain: doubt === '',
      unit: unitOf(document),
      row: null,
      column: null,
      document: { name: document.name, source: document.source },
      said: '',
      found: columnsOf(document),
      evidence: evidenceOf(document.flagged),
      reason: [
        `该文件${columnsOf(document)}，台账中没有`,
        ...(also.length > 0 ? [`同一文件另见${also.join('、')}`] : []),
        ...(doubt ? [doubt] : []),
      ].join('；'),
    };
  });
};

/** Why it may be right that no row names it; ''. */
const doubtOf = (
  { header, issuers }: AuditedDocument,
  row: RowOfLedger | undefined,
  repealing: AuditedDocument | undefined,
  issuer: string,
): string => {
  if (row) return `台账第${row.named.index}行所列文件与之相近，请核对是否即该文件`;
  if (repealing) return `该文件已由${repealing.name}废止，确已失效的无须纳入，请核对`;
  if (issuer !== '' && issuers.length === 0) return `该文件看不出发文机关，请核对是否由${issuer}印发`;
  const others = OF_OTHERS[header.level.value];
  return others ? `该文件属${others}，不由填报单位出台的无须纳入，请核对` : '';
};

/** Whether a document is one of the unit's, or does not say whose it is; every one is where no unit is named. */
export const ofIssuer = (unit = ''): ((document: Pick<AuditedDocument, 'issuers'>) => boolean) => {
  const form = titleForm(unit);
  return ({ issuers }) =>
    form === '' || issuers.length === 0 || issuers.some((issuer) => titleForm(issuer) === form);
};

/** 涉及信用信息共享公开、“黑名单”认定. */
const columnsOf = ({ row }: AuditedDocument): string =>
  `涉及${[
    row?.disclosure === '是' ? '信用信息纳入共享公开' : '',
    row?.blacklist === '是' ? '“黑名单”认定' : '',
    row?.punishment === '是' ? '失信惩戒措施' : '',
  ]
    .filter(Boolean)
    .join('、')}`;

/** Documents issued from `since` on that go against a rule, or whose measures have no basis. */
export const newItems = (
  documents: readonly AuditedDocument[],
  since: string,
  unitOf: (document: AuditedDocument) => string,
): PlainItem[] =>
  documents.flatMap((document): PlainItem[] => {
    const date = [...document.dates].sort()[0];
    if (document.row === null || date === undefined || date < since || OF_OTHERS[document.header.level.value])
      return [];
    const errors = errorsOf(document.breaches);
    const disposal = document.proposal?.disposal;
    const unfounded = disposal === '修订' || disposal === '废止';
    if (errors.length === 0 && !unfounded) return [];
    return [
      {
        kind: 'new',
        certain: errors.length > 0,
        unit: unitOf(document),
        row: null,
        column: null,
        document: { name: document.name, source: document.source },
        said: '',
        found: date,
        evidence: errors.length > 0 ? breachEvidence(errors) : evidenceOf(document.flagged),
        reason: `该文件${date}印发或者公布，在${since}以后。${
          errors.length > 0 ? breachWords(errors) : `请核对：${document.proposal!.reason}`
        }`,
      },
    ];
  });
