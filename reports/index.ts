export { type CertificateLines, writeCertificateDocx } from './audit/certificate-docx.js';
export { progressWords, replyWords, roundWords } from './audit/follow-words.js';
export { type AuditOutput, type AuditOutputItem, auditJson } from './audit/json.js';
export { writeAuditLetter } from './audit/letter.js';
export { TASK_HEADS, writeAuditTask } from './audit/task.js';
export { auditText } from './audit/text.js';
export { columnWords, resultWords, rowWords, scopeWords, subjectWords } from './audit/words.js';
export { ANSWER_HEADS, writeAuditWorkbook } from './audit/workbook.js';
export { auditComparison, auditFollowUp } from './audit-contract.js';
export { backing, label, level, resolution, suggestion, verdict } from './basis-contract.js';
export { basisChart, disposalChart, flagsChart, kindsChart, progressChart } from './charts/charts.js';
export { checkJson, checkReport } from './check/contract.js';
export { writeCheckDocx } from './check/docx.js';
export { type CheckedDocument, type CheckedFile, type CheckReport, countsOf } from './check/report.js';
export { checkSarif } from './check/sarif.js';
export { checkText, rulesText } from './check/text.js';
export { type Contact, writeContactsDocx } from './contacts-docx.js';
export {
  blanketReference,
  citation,
  evidence,
  type ReadLine,
  type ResultLine,
  resultLine,
} from './contracts.js';
export { ledgerRow } from './documents.js';
export { kindWords } from './inspect/kinds.js';
export { type InspectTextOptions, inspectText } from './inspect/text.js';
export { kinds } from './kinds-contract.js';
export { cellText } from './ledger/cell-text.js';
export { type EvidenceInput, writeEvidenceDocx } from './ledger/evidence-docx.js';
export { writeLedgerDocx } from './ledger/form-docx.js';
export {
  citationWords,
  ledgerDocuments,
  ledgerFile,
  type MeaningOf,
  suggestionWords,
} from './ledger/from-analysis.js';
export type {
  FormRow,
  LedgerDocument,
  LedgerEvidence,
  LedgerFile,
  LedgerInput,
  Pass,
} from './ledger/input.js';
export { writeLedger } from './ledger/write.js';
export { isPartlyUnread, needsPerson } from './outcomes.js';
export { planItems } from './plan/items.js';
export type { PlanItem, PlanRow, PlanSource } from './plan/model.js';
export { type PlanInput, writePlan } from './plan/write.js';
export { blanketOf, citationOf, evidenceOf, type ResultOptions, resultLines } from './results.js';
export { type FailedFile, type ReasonCount, type ScanSummary, ScanTally } from './summary.js';
export { figureFaults, InconsistentFigures } from './summary-report/faults.js';
export type {
  SummaryFigures,
  SummaryRow,
  UnreadFile,
} from './summary-report/figures.js';
export { writeSummaryReport } from './summary-report/write.js';
export { type ScanOutputs, summaryText } from './summary-text.js';
export {
  ANSWER_WORDS,
  COUNTS_WORDS,
  FORMAT_WORDS,
  LABEL_WORDS,
  LEVEL_WORDS,
  ROLE_WORDS,
} from './words.js';
