import {
  type AuditedDocument,
  type AuditInput,
  auditedDocument,
  compareLedgers,
  enteredDocument,
  ofIssuer,
} from '../../audit/index.js';
import { type AuditReport, EMPTY_LIBRARY } from '../../model/index.js';
import { weighClaim } from '../../pipeline/index.js';
import { openLibrary } from '../../store/index.js';
import { Refused } from '../errors.js';
import type { DeskContext } from './context.js';
import { filedDocuments } from './ledger.js';

/** What is asked of a comparison. */
export type AuditRequest = Pick<AuditInput, 'ledgers' | 'units' | 'issuer' | 'since'>;

/**
 * Holds filed ledgers against every document of the last scan, with the labels, cells and corrections of the first reviewer. A
 * confirmed row counts as it was confirmed, the tool's draft where nobody has confirmed one.
 *
 * @throws Refused where no document is of the unit that is named: its name may be mistyped.
 */
export const auditReport = async (context: DeskContext, request: AuditRequest): Promise<AuditReport> => {
  const { documents, unread } = await lastDocuments(context);
  mustHaveSome(documents, request.issuer);
  const { library: ref } = context.reading;
  const library = ref ? await openLibrary(ref.path) : null;
  try {
    return compareLedgers({
      ...request,
      documents,
      unread,
      weigh: (claim, document) => weighClaim(claim, document, library ?? EMPTY_LIBRARY),
    });
  } finally {
    library?.close();
  }
};

const lastDocuments = async (context: DeskContext): Promise<Pick<AuditInput, 'documents' | 'unread'>> => {
  const documents: AuditedDocument[] = [];
  const unread = new Set<string>();
  for await (const { document, read, row, decision } of filedDocuments(context, { drafts: true })) {
    if (document.state === 'unread') unread.add(document.source);
    const { source } = document;
    const isDecided = decision !== null && document.state === 'confirmed';
    if (read) documents.push(auditedDocument(source, read, isDecided ? row : undefined));
    else if (isDecided && row) documents.push(enteredDocument(source, row.document, row));
  }
  return { documents, unread: unread.size };
};

const mustHaveSome = (documents: readonly AuditedDocument[], issuer = ''): void => {
  if (issuer === '' || documents.some((each) => each.issuers.length > 0 && ofIssuer(issuer)(each))) return;
  const known = [...new Set(documents.flatMap(({ issuers }) => issuers))].sort();
  throw new Refused(
    `扫描过的文件中没有${issuer}印发的`,
    known.length > 0
      ? `请核对单位名称。其中有：${known.slice(0, 20).join('、')}${known.length > 20 ? '等' : ''}`
      : '请核对单位名称；要与全部文件核对的，写结果目录',
  );
};
