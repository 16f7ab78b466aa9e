import type { CellField, FindingDecision } from '../../../model/index.js';
import {
  cellSubject,
  correctionSubject,
  findingSubject,
  type Label,
  type Span,
} from '../../../model/index.js';
import type { Change, DocumentView, UndoAnswer } from '../../api.js';
import { FIELD_WORDS, LABEL_WORDS } from '../words.js';
import { go, mayWrite, route, say, sayError } from './app.js';
import { counts, findingChange, type Item, seenOf } from './changes.js';
import { post } from './client.js';
import { cellSaved, chosen, drafts, items, loadDocument, pending, scrollTick, view } from './document.js';
import { dropDraft } from './drafts.js';
import type { Entry } from './outbox.js';
import { filtersOf } from './route.js';
import { outbox, tellOtherWindows } from './saving.js';

/** What a person can decide on the document in front. Everything goes through the outbox. */

/** The document, if it may be written to; else says why not. */
const writable = (): DocumentView | null => {
  const now = view.peek();
  if (!now || !outbox.peek()) return null;
  const why = mayWrite.peek() ? now.closed : '您的身份只能查看，不能作决定';
  if (why) say(why, true);
  return why ? null : now;
};

/** Decisions taken back before they were sent, to be redone. */
let takenBack: Entry[] = [];

const decide = (now: DocumentView, changes: readonly Change[], words: string): void => {
  takenBack = [];
  outbox.peek()!.add({ words, lane: 'own', reason: '', items: [{ document: now.id, changes }] });
  say(words);
};

const nameOf = ({ label, passage }: Pick<Item, 'label' | 'passage'>): string =>
  `${label} ${LABEL_WORDS[label].short}${passage.place ? `（${passage.place}）` : ''}`;

/** Moves the choice by so many findings; stays within the document. */
export const chooseBy = (steps: number): void => {
  const all = items.peek();
  const at = all.findIndex(({ id }) => id === chosen.peek());
  const next = all[Math.min(Math.max(at + steps, 0), all.length - 1)];
  if (next) choose(next.id);
};
/** Chooses a finding or breach and shows it in the original. */
export const choose = (id: string): void => {
  chosen.value = id;
  scrollTick.value++;
};

/** Confirms, rejects or opens a finding again; a decided one gives way to the next. */
export const standFor = (item: Item, verdict: FindingDecision['verdict'] | null): void => {
  const now = writable();
  if (!now) return;
  if (item.stand === (verdict ?? 'open')) {
    chooseBy(verdict ? 1 : 0);
    return;
  }
  const done = verdict === 'confirmed' ? '成立' : verdict === 'rejected' ? '不成立' : '改回未决定';
  const subject = findingSubject(item.passage.key, item.label);
  const before = now.decisions[subject]?.value as FindingDecision | null | undefined;
  // Words that a person has marked stay marked, whatever is said of them.
  const after = verdict && { verdict, ...(before?.spans && { spans: before.spans }) };
  decide(now, [findingChange(now, item.passage.key, item.label, after)], `${nameOf(item)}：${done}`);
  if (verdict) chooseBy(1);
};

/** Adds a label to the chosen passage with the chosen finding's words, or takes one away. */
export const toggleLabel = (item: Item, label: Label): void => {
  const now = writable();
  if (!now) return;
  const { passage } = item;
  const other = items.peek().find((each) => each.passage.key === passage.key && each.label === label);
  if (other && counts(other)) {
    const after = other.finding.by === 'person' ? null : ({ verdict: 'rejected' } as const);
    decide(now, [findingChange(now, passage.key, label, after)], `去掉 ${nameOf(other)}`);
    return;
  }
  const spans = other
    ? undefined
    : item.finding.evidence
        .map(({ start, end }) => within(passage, { start, end }))
        .filter((span) => span.start < span.end);
  const after: FindingDecision = { verdict: 'confirmed', ...(spans?.length && { spans }) };
  decide(now, [findingChange(now, passage.key, label, after)], `加上 ${nameOf({ label, passage })}`);
  choose(`${passage.key}:${label}`);
};

/** A stretch of the document's text, counted in a passage's. */
const within = (passage: Span, { start, end }: Span): Span => ({
  start: Math.max(start, passage.start) - passage.start,
  end: Math.min(end, passage.end) - passage.start,
});

/**
 * Says that words carry a label: a new finding, or other words for one that there is.
 * @param span in the document's text; what reaches over the unit's end is left out.
 */
export const markWords = (unit: DocumentView['units'][number], span: Span, label: Label): void => {
  const now = writable();
  if (!now) return;
  const after: FindingDecision = { verdict: 'confirmed', spans: [within(unit, span)] };
  const name = `${label} ${LABEL_WORDS[label].short}${unit.place ? `（${unit.place}）` : ''}`;
  const known = items.peek().some(({ id }) => id === `${unit.key}:${label}`);
  decide(now, [findingChange(now, unit.key, label, after)], `${known ? '改定' : '增加'} ${name}`);
  choose(`${unit.key}:${label}`);
};

/** Saves what was written into cells; a cell that reads like the draft again is a draft again. */
export const saveCells = (fields: readonly CellField[]): void => {
  const begun = fields.filter((field) => drafts.peek().has(field));
  if (begun.length === 0) return;
  const now = writable();
  if (!now?.row) return;
  const changes = begun
    .filter((field) => drafts.peek().get(field) !== cellSaved(field))
    .map((field): Change => {
      const words = drafts.peek().get(field)!;
      const after = words === now.row![field].draft ? null : words;
      return { kind: 'cell', field, seen: seenOf(now, cellSubject(field)), after };
    });
  if (changes.length > 0) decide(now, changes, `填改 ${begun.map((field) => FIELD_WORDS[field]).join('、')}`);
  dropCells(begun);
};
/** Gives up what was begun in cells. */
export const dropCells = (fields: readonly CellField[]): void => {
  const id = view.peek()?.id ?? 0;
  for (const field of fields) dropDraft(id, field);
  drafts.value = new Map([...drafts.peek()].filter(([field]) => !fields.includes(field)));
};
export const restoreCell = (field: CellField): void => {
  const now = writable();
  if (!now) return;
  dropCells([field]);
  const change: Change = { kind: 'cell', field, seen: seenOf(now, cellSubject(field)), after: null };
  decide(now, [change], `${FIELD_WORDS[field]}：恢复拟填内容`);
};

/** @param at in the text as it was recognised. @param replacement null takes a correction back. */
export const correctWord = (at: Span, original: string, replacement: string | null): void => {
  const now = writable();
  if (!now) return;
  const change: Change = {
    kind: 'correction',
    span: at,
    seen: seenOf(now, correctionSubject(at)),
    after: replacement === null ? null : { original, replacement },
  };
  decide(
    now,
    [change],
    replacement === null ? `恢复识别文字“${original}”` : `改字：“${original}”→“${replacement}”`,
  );
};

/**
 * Confirms the row, or that the document does not belong in the ledger, or that an unread file was looked into, and goes to
 * the next one. What is confirmed must be what was seen: everything before is written first, and a row that reads otherwise
 * afterwards is shown again instead.
 */
export const confirmRow = async (included: boolean, note = ''): Promise<void> => {
  const before = writable();
  const box = outbox.peek();
  if (!before || !box) return;
  if (drafts.peek().size > 0) {
    say('有填写未保存，请先保存或放弃，再确认本行', true);
    return;
  }
  const seen = (Object.keys(before.row ?? {}) as CellField[]).map(cellSaved).join('\n');
  if (pending.peek().length > 0) await box.flush();
  if (pending.peek().length > 0) {
    say('前面的改动还没有存到服务器；存好后再确认本行', true);
    return;
  }
  const now = view.peek();
  if (!now || now.id !== before.id) return;
  if ((Object.keys(now.row ?? {}) as CellField[]).map(cellSaved).join('\n') !== seen) {
    say('本行内容随刚才的决定有了变化，请看过后再确认', true);
    return;
  }
  const said = now.decisions.row?.value as { readonly included?: boolean } | null | undefined;
  const settled = now.unread
    ? now.state === 'looked'
    : now.state === 'confirmed' && said?.included === included;
  if (settled) {
    goToNext(now, '已确认');
    return;
  }
  const change: Change = now.unread
    ? { kind: 'file', seen: seenOf(now, 'file'), after: { note } }
    : { kind: 'row', seen: seenOf(now, 'row'), after: { included, print: now.print } };
  const words = now.unread ? '已人工查阅' : included ? '已确认本行' : '已确认不列入台账';
  decide(now, [change], `${words}：${now.name}`);
  await box.flush();
  if (box.pendingOf(now.id).length > 0 || route.peek().document !== now.id) return;
  goToNext(now, words);
};

const goToNext = ({ id, place: { nextPending } }: DocumentView, words: string): void => {
  if (nextPending === null || nextPending === id) say(`${words}。没有下一份待确认的文件了`);
  else go('document', filtersOf(route.peek().query), nextPending);
};

/** Takes the confirmation back. */
export const reopenRow = (): void => {
  const now = writable();
  if (!now) return;
  const kind = now.unread ? 'file' : 'row';
  decide(now, [{ kind, seen: seenOf(now, kind), after: null }], '取消确认');
};

const tell = async ({ words, document }: UndoAnswer, none: string): Promise<void> => {
  say(words ?? none);
  if (document === null) return;
  tellOtherWindows([document]);
  const { place, document: front, query } = route.peek();
  if (place !== 'document') return;
  if (front === document) await loadDocument(document, true);
  else go('document', filtersOf(query), document);
};

/** Takes the person's last decision back: one that was not sent yet, else by the server. */
export const undo = async (): Promise<void> => {
  const box = outbox.peek();
  if (!box) return;
  await box.flush();
  const entry = box.takeBack();
  if (entry) {
    takenBack.push(entry);
    say(`撤销：${entry.words}`);
    return;
  }
  await post<UndoAnswer>('undo').then((answer) => tell(answer, '没有可以撤销的了'), sayError);
};
export const redo = async (): Promise<void> => {
  const box = outbox.peek();
  if (!box) return;
  const entry = takenBack.pop();
  if (entry) {
    box.add(entry);
    say(`重做：${entry.words}`);
    return;
  }
  await post<UndoAnswer>('redo').then((answer) => tell(answer, '没有可以重做的了'), sayError);
};
