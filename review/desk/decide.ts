import {
  type CellField,
  cellSubject,
  correctionSubject,
  type DecidedDocument,
  findingSubject,
  type Lane,
  type Subject,
  type SubjectValue,
} from '../../model/index.js';
import {
  appendDecisions,
  DecisionConflict,
  eventsOfBatch,
  type NewDecision,
  type ReviewDocument,
} from '../../store/index.js';
import type { Change, Conflict } from '../api.js';
import { BadRequest, Conflicting, Refused } from '../errors.js';
import type { CheckedDecisions, Who } from '../server/desk.js';
import { bothDone } from './agreement.js';
import { mustBeAnswer, mustBeOneByOne, mustNotBeAgreed, mustStand } from './checks.js';
import type { DeskContext } from './context.js';
import { Corrections, mustBeRecognised } from './corrections.js';
import { type OpenDocument, openDocument, scannedVersion } from './open-document.js';
import { orphanedFindings } from './passages.js';
import { CELL_FIELDS, cellsOf } from './row.js';
import { undecidedFindings } from './standing.js';
import { refreshDocuments } from './sync.js';
import { valueWords } from './words.js';

/**
 * Writes what a person has decided, all or nothing, and brings the list of documents up to it.
 *
 * @throws Conflicting where somebody was faster, or where a confirmation rests on something that is not so any more.
 */
export const decide = async (
  context: DeskContext,
  { batch, lane, reason, items }: CheckedDecisions,
  who: Who,
): Promise<{ readonly documents: readonly number[] }> => {
  const own = writingLane(who);
  const written = await writtenBefore(context, batch, who);
  if (written) return written;
  if (lane === 'own') mustBeOneByOne(items);
  // Nothing of a document but its name is kept: a request takes many.
  const opened: Named[] = [];
  const decisions: NewDecision[] = [];
  const corrections = new Corrections();
  for (const { document: id, changes } of items) {
    const document = await openDocument(context, id, own);
    opened.push({ document: document.document, name: document.name });
    mayWrite(document, own, lane === 'agreed');
    corrections.add(document, changes);
    decisions.push(...decisionsOf(document, changes, lane === 'agreed' ? 'agreed' : own));
  }
  corrections.mustFit();
  await append(context, { who, batch, reason, decisions, opened });
  const documents = [...new Set(opened.map(({ document }) => document.id))];
  await refreshDocuments(context, await scannedVersion(context), documents);
  return { documents };
};

type Named = Pick<OpenDocument, 'document' | 'name'>;

/**
 * What a request that comes again, since its answer was lost, was answered with: what has changed since is no conflict with
 * what is written. null for one that is new.
 */
const writtenBefore = async (
  context: DeskContext,
  batch: string,
  who: Who,
): Promise<{ readonly documents: readonly number[] } | null> => {
  const events = await eventsOfBatch(context.store, batch);
  if (events.length === 0) return null;
  if (events[0]!.who !== who.name) throw new BadRequest('这个批次号已被他人使用', '请刷新后重新决定');
  const documents = [...new Set(events.map(({ document }) => document))];
  await refreshDocuments(context, await scannedVersion(context), documents);
  return { documents };
};

/** The lane of someone who may write. */
export const writingLane = ({ lane }: Pick<Who, 'lane'>): Exclude<Lane, 'agreed'> => {
  if (!lane) throw new Refused('只读用户不能作决定', '需要修改请联系管理员调整角色');
  return lane;
};

/** Why nothing more is written on a document in a lane; '' where it may be. */
export const closedWords = ({ values }: Pick<OpenDocument, 'values'>, lane: Lane): string =>
  lane === 'second' && values.value('second', 'revealed') !== null
    ? '已查看初核结果，独立复核到此为止；不同意见请在“差异”页处理'
    : '';

const mayWrite = (document: OpenDocument, lane: Exclude<Lane, 'agreed'>, agreeing: boolean): void => {
  if (agreeing && lane === 'second' && document.values.value('second', 'revealed') === null)
    throw new Refused('尚未查看初核结果，不能合议', '请先在“差异”页查看');
  if (agreeing && !bothDone(document.values))
    throw new Refused('两人都确认之后才能合议', '请先由初核人、复核人各自确认');
  const closed = agreeing ? '' : closedWords(document, lane);
  if (closed) throw new Refused(closed, '请到“差异”页');
};

/** Writes to the log. What came in between is told in the words of the field. */
const append = async (
  { store, clock }: DeskContext,
  {
    who,
    batch,
    reason,
    decisions,
    opened,
  }: {
    readonly who: Who;
    readonly batch: string;
    readonly reason: string;
    readonly decisions: readonly NewDecision[];
    readonly opened: readonly Named[];
  },
): Promise<void> => {
  try {
    await appendDecisions(store, {
      who: who.name,
      at: clock(),
      batch,
      act: 'do',
      of: null,
      reason,
      decisions,
    });
  } catch (error) {
    if (!(error instanceof DecisionConflict)) throw error;
    throw new Conflicting(
      error.conflicts.map(({ decision, event }): Conflict => {
        const document = opened.find((each) => each.document.id === decision.document)!;
        return {
          document: decision.document,
          name: document.name,
          subject: decision.subject,
          now: event.after,
          who: event.who,
          at: event.at,
          seq: event.seq,
          message: `${event.who} 已先作出决定：${valueWords(event.subject, event.after)}`,
        };
      }),
    );
  }
};

export const aboutOf = ({ source, part, hash, title }: ReviewDocument): DecidedDocument => ({
  source,
  part,
  hash,
  title,
});

const decisionsOf = (opened: OpenDocument, changes: readonly Change[], lane: Lane): NewDecision[] => {
  const { document, own, read } = opened;
  const base = { document: document.id, about: aboutOf(document) };
  const written = changes.map((change): NewDecision => {
    const [subject, after] = said(change, opened, lane);
    if (lane !== 'agreed') mustNotBeAgreed(subject, opened);
    const into = change.kind === 'correction' ? 'agreed' : lane;
    return {
      ...base,
      lane: into,
      subject,
      after,
      seen: change.seen,
      ...(restsOnAll(change) && { documentSeen: opened.values.last(into) }),
    };
  });
  const row = changes.find((change) => change.kind === 'row');
  if (!row?.after || lane === 'agreed') return written;
  // Who confirms what stands there now does not stand any more for what was decided on words that are gone.
  const ended = orphanedFindings(read, own)
    .filter((subject) => own.get(subject)!.lane === lane)
    .map((subject): NewDecision => ({ ...base, lane, subject, after: null, seen: own.get(subject)!.seq }));
  if (!row.after.included) return [...ended, ...written];
  // Who confirms a row stands for each of its findings: they are written one by one.
  const spoken = new Set(written.map(({ subject }) => subject));
  const findings = undecidedFindings(read, own).filter((subject) => !spoken.has(subject));
  return [
    ...ended,
    ...findings.map(
      (subject): NewDecision => ({
        ...base,
        lane,
        subject,
        after: { verdict: 'confirmed' },
        seen: own.get(subject)?.seq ?? 0,
      }),
    ),
    ...written,
  ];
};

/** A confirmation rests on all that was decided on the document, and a correction on where the others are. */
const restsOnAll = ({ kind, after }: Change): boolean =>
  (kind === 'row' || kind === 'correction') && after !== null;

/** What a change says of which subject. */
const said = (change: Change, opened: OpenDocument, lane: Lane): [Subject, SubjectValue] => {
  switch (change.kind) {
    case 'finding':
      mustStand(change.passage, change.after?.spans ?? [], opened.read);
      return [
        findingSubject(change.passage, change.label),
        change.after && {
          verdict: change.after.verdict,
          ...(change.after.spans && { spans: change.after.spans }),
        },
      ];
    case 'cell':
      mustBeAnswer(change.field, change.after);
      return [cellSubject(change.field), change.after];
    case 'correction':
      mustBeRecognised(change, opened);
      return [correctionSubject(change.span), change.after];
    case 'file':
      if (opened.document.part >= 0)
        throw new BadRequest('这份文件已读取，不需要标记“已查阅”', '请确认台账行');
      return [
        'file',
        change.after && { looked: true, content: opened.document.hash, note: change.after.note },
      ];
    case 'row':
      return ['row', change.after && rowSaid(change.after, opened, lane)];
  }
};

const rowSaid = (
  { included, print }: { readonly included: boolean; readonly print: string },
  { document, name, row, print: current, values }: OpenDocument,
  lane: Lane,
): SubjectValue => {
  const own = lane === 'second' ? 'second' : 'first';
  // Two who agree whether a document belongs in the ledger do not confirm its words: the first reviewer does, afterwards.
  if (lane !== 'agreed' && print !== current)
    throw new Conflicting(
      [
        {
          document: document.id,
          name,
          subject: 'row',
          now: values.value(own, 'row'),
          who: '',
          at: '',
          seq: values.event(own, 'row')?.seq ?? 0,
          message: '您看到的内容之后又有变化，确认没有保存',
        },
      ],
      '您看到的内容之后又有变化，确认没有保存',
      '请核对最新内容后再确认',
    );
  if (included && !row)
    throw new BadRequest('这份文件没有台账行，不能列入台账', '请先添加漏报的条款，或确认为不列入台账');
  // Without a row all cells are empty: there is nothing to file.
  const cells = row ? cellsOf(row) : { ...NO_CELLS, document: name };
  return { included, cells, print };
};

const NO_CELLS = Object.fromEntries(CELL_FIELDS.map((field) => [field, ''])) as Record<CellField, string>;
