import type { FileDecision } from '../../model/index.js';
import { libraryOf } from '../../pipeline/index.js';
import { isPartlyUnread, needsPerson, type SummaryFigures, type UnreadFile } from '../../reports/index.js';
import {
  analysedFiles,
  documentsOf,
  lastScan,
  openLibrary,
  type ReviewDocument,
  type Store,
  verifyLog,
} from '../../store/index.js';
import { Refused } from '../errors.js';
import { agreementOf } from './agreement.js';
import type { DeskContext } from './context.js';
import { FiguresTally } from './figures-tally.js';
import { type PartOfFile, partsOf } from './file.js';
import { type Extent, filedDocuments } from './ledger.js';
import { reviewedTwice } from './twice.js';
import { decidedOn } from './values.js';

/**
 * What the summary report says in numbers, counted from the last scan, the documents as persons have left them, and the log:
 * nothing is taken from figures kept elsewhere. Every row is in it, also those that nobody has confirmed, each as what it is.
 */
export const summaryFigures = async (context: DeskContext, extent: Extent): Promise<SummaryFigures> => {
  const { store, profile, version } = context;
  const tally = new FiguresTally(profile);
  for await (const filed of filedDocuments(context, { ...extent, drafts: true })) tally.add(filed);
  const log = await verifyLog(store);
  return {
    unit: profile.unit,
    date: extent.date ?? null,
    draft: extent.drafts,
    version,
    statutes: await statutesOf(context),
    ...(await fileFigures(context)),
    ...tally.figures(),
    agreement: twiceFigures(await reviewedTwice(context)),
    logEntries: log.events,
    logHead: log.head,
    logIntact: log.whole,
  };
};

type FileFigures = Pick<
  SummaryFigures,
  'filesFound' | 'filesRead' | 'filesByRule' | 'unreadFiles' | 'filesPartlyRead'
>;

const fileFigures = async ({ store, collection }: DeskContext): Promise<FileFigures> => {
  const figures = { filesFound: 0, filesRead: 0, filesByRule: 0, filesPartlyRead: 0 };
  const unreadFiles: UnreadFile[] = [];
  const looks = await looksAt(store, await documentsOf(store, collection));
  const last = await lastScan(store, collection);
  if (last)
    for await (const { file, analysis } of analysedFiles(store, last.scan, last.version, 'flagged')) {
      figures.filesFound += 1;
      if (file.status === 'read') {
        figures.filesRead += 1;
        if (analysis && isPartlyUnread(analysis.notes)) figures.filesPartlyRead += 1;
      } else if (needsPerson(file)) {
        const note = looks.get(file.source);
        unreadFiles.push({
          source: file.source,
          reason: file.reason?.message ?? '未能读取',
          looked: note !== undefined,
          note: note ?? '',
        });
      } else figures.filesByRule += 1;
    }
  return { ...figures, unreadFiles: unreadFiles.sort((a, b) => (a.source < b.source ? -1 : 1)) };
};

/** What persons have noted of files that could not be read; '' of those for which they have confirmed a row. */
const looksAt = async (
  store: Store,
  documents: readonly ReviewDocument[],
): Promise<ReadonlyMap<string, string>> => {
  const looks = new Map<string, string>();
  const unread = documents.filter(({ part, empty }) => part < 0 && empty === 0);
  for (const { document, values } of await partsOf(store, unread)) {
    const look = decidedOn<FileDecision>(values.of('first', false), 'file');
    if (look && document.state === 'looked') looks.set(document.source, look.note);
    else if (document.state === 'confirmed') looks.set(document.source, '');
  }
  return looks;
};

/**
 * How many statutes had their wording at hand when the collection was scanned.
 *
 * @throws Refused where that is another library than the one at hand now: of that one nobody knows the number.
 */
const statutesOf = async ({ store, collection, reading }: DeskContext): Promise<number> => {
  const print = libraryOf((await lastScan(store, collection))?.version ?? '');
  if (print === null) return 0;
  const library = await openLibrary(reading.library?.path ?? '');
  try {
    if (library.fingerprint === print) return library.size;
  } finally {
    library.close();
  }
  throw new Refused(
    '上次扫描之后法规库有变化，总结报告中的法规件数无法确定',
    '请重新扫描（已作的决定都在）后再导出总结报告',
  );
};

const twiceFigures = (twice: readonly PartOfFile[]): SummaryFigures['agreement'] => {
  const agreement = agreementOf(twice.map(({ values }) => values));
  if (!agreement) return null;
  const { findings, observed, kappa } = agreement;
  const whoIn = (lane: 'first' | 'second'): string =>
    [...new Set(twice.map(({ values }) => values.event(lane, 'row')!.who))].join('、');
  return {
    first: whoIn('first'),
    second: whoIn('second'),
    compared: findings,
    same: Math.round(observed * findings),
    kappa,
  };
};
