import { type FiledRow, inMarks, type YesNo } from '../model/index.js';
import { cellItems } from './cells.js';
import type { WeighClaim } from './claims.js';
import type { AuditedDocument } from './document.js';
import type { RowOfLedger } from './filed-rows.js';
import type { PlainItem, Said } from './item.js';
import type { Alternative, Match } from './match.js';
import type { Meant } from './meant.js';

/**
 * What a row says otherwise than the documents that it names. Of several files with the same document the one that bears the
 * row out best counts; what stands together counts together.
 *
 * @param meant undefined where another name in the row says all of it.
 */
export const matchedItems = (
  { row, named, unit, empty }: RowOfLedger,
  meant: Meant | undefined,
  documents: readonly AuditedDocument[],
  weigh: WeighClaim,
): PlainItem[] => {
  if (!meant) return [];
  const members = meant.documents.map((at) => documents[at]!);
  const touched = members.filter(({ row: drafted }) => drafted !== null);
  // A copy in which nothing was found, such as the notice that issues the text under its title, clears no other one.
  const copies = touched.length > 0 ? touched : members;
  const readings = (meant.together ? [merged(members)] : copies).map((document) =>
    cellItems(row, document, empty, weigh).map((item): PlainItem => {
      const { name, source } = document;
      return { ...doubted(item, row), unit, row: named, document: { name, source } };
    }),
  );
  return readings.reduce((best, each) => (each.length < best.length ? each : best));
};

/** Nobody is told to be wrong by a cell that may have been misread. */
const doubted = (item: Said, { cells }: FiledRow): Said =>
  item.certain &&
  ((item.column && cells[item.column].doubtful) || (item.kind === 'basis' && cells.basisContent.doubtful))
    ? { ...item, certain: false, reason: `${item.reason}；台账为扫描件，该格未必读准，请核对原件` }
    : item;

/** Documents under one row: a measure of any is one of the row; what they differ in is not known of the row. */
const merged = (documents: readonly AuditedDocument[]): AuditedDocument => {
  const touched = documents.filter(({ row }) => row !== null);
  const [first = documents[0]!, ...others] = touched;
  if (others.length === 0 || !first.row) return first;
  const any = (field: 'disclosure' | 'blacklist' | 'punishment'): '是' | '否' =>
    touched.some(({ row }) => row?.[field] === '是') ? '是' : '否';
  const same = (field: 'nationalBasis' | 'localBasis'): YesNo =>
    touched.every(({ row }) => row?.[field] === first.row![field]) ? first.row![field] : '待核实';
  return {
    ...first,
    row: {
      ...first.row,
      disclosure: any('disclosure'),
      blacklist: any('blacklist'),
      punishment: any('punishment'),
      nationalBasis: same('nationalBasis'),
      localBasis: same('localBasis'),
    },
    flagged: touched.flatMap(({ flagged }) => flagged),
    breaches: touched.flatMap(({ breaches }) => breaches),
    proposal: others.every(({ proposal }) => proposal?.disposal === first.proposal?.disposal)
      ? first.proposal
      : null,
  };
};

/** A row about a document that is not in force any more. */
export const endedItem = (
  { row, named, unit }: RowOfLedger,
  meant: readonly number[],
  documents: readonly AuditedDocument[],
  ended: ReadonlyMap<number, AuditedDocument>,
): PlainItem[] => {
  const repealing = ended.get(meant[0]!);
  if (!repealing || meant.some((at) => !ended.has(at))) return [];
  const { name, source } = documents[meant[0]!]!;
  const what = row.disposal === '废止' ? '台账拟“废止”，确已废止的可注明完成情况' : '请核对后更新台账';
  return [
    {
      kind: 'ended',
      certain: true,
      unit,
      row: named,
      column: null,
      document: { name, source },
      said: row.cells.disposal.text,
      found: `${repealing.name}（${repealing.source}）`,
      evidence: [],
      reason: `该文件已由${repealing.name}废止；${what}`,
    },
  ];
};

/** Rows of one ledger that name the same document, each after the first, with its index among all rows. */
export const repeatedItems = (
  match: Match,
  rows: readonly RowOfLedger[],
  documents: readonly AuditedDocument[],
): [number, PlainItem][] => {
  const first = new Map<string, number>();
  return match.rows.flatMap((at): [number, PlainItem][] => {
    const { named, unit } = rows[at]!;
    const before = first.get(named.ledger);
    if (before === undefined) {
      first.set(named.ledger, at);
      return [];
    }
    const { name, source } = documents[match.documents[0]!]!;
    const reason = `与第${rows[before]!.named.index}行所列为同一文件`;
    return [
      [
        at,
        {
          kind: 'repeated',
          certain: match.documents.length === 1 && !rows[at]!.row.cells.document.doubtful,
          unit,
          row: named,
          column: 'document',
          document: { name, source },
          said: named.document,
          found: '',
          evidence: [],
          reason:
            match.documents.length === 1
              ? reason
              : `${reason}；提供的文件中该文件有${match.documents.length}份，请核对`,
        },
      ],
    ];
  });
};

/** A row whose document is not there, or of which nobody can say which it is. */
export const unmatchedItems = (
  { row, named, unit }: RowOfLedger,
  alternatives: readonly Alternative[],
  documents: readonly AuditedDocument[],
  unread: number,
): PlainItem[] => {
  const base = { unit, row: named, column: 'document', said: named.document, evidence: [] } as const;
  if (row.title === '' && row.documentNumber === null)
    return [
      {
        ...base,
        kind: 'unclear',
        certain: false,
        document: null,
        found: '',
        reason: '该行看不出是哪个文件，请核对',
      },
    ];
  const which = row.also.length > 0 ? inMarks(row.title) : '该文件';
  if (alternatives.length === 0)
    return [
      {
        ...base,
        kind: 'not-handed-in',
        certain: unread === 0 && !row.cells.document.doubtful,
        document: null,
        found: '',
        reason: [
          `提供的文件中没有${which}`,
          ...(unread > 0 ? [`另有${unread}个文件未能读取，可能在其中，请核对`] : []),
          ...(row.cells.document.doubtful ? ['台账为扫描件，文件名称未必读准，请核对原件'] : []),
        ].join('；'),
      },
    ];
  const offered = alternatives.map(({ document, why }) => `${documents[document]!.name}（${why}）`);
  return [
    {
      ...base,
      kind: 'unclear',
      certain: false,
      document: null,
      found: offered.join('；'),
      reason: `不能确定${row.also.length > 0 ? which : ''}是提供的哪个文件，可能是：${offered.join('；')}，请核对`,
    },
  ];
};
