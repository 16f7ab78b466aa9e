import { computed, effect, signal, untracked } from '@preact/signals';
import type { ReplyKind } from '../../../model/index.js';
import type {
  AnswersTaken,
  AuditList,
  AuditView,
  ListedItem,
  ListedRound,
  Replied,
  ReplyRequest,
} from '../../audit-api.js';
import { dialog, go, route, say, sayError, session } from './app.js';
import { ApiError, get, post, postFile } from './client.js';

/** Filed ledgers that are held against the documents: what the server says of a comparison, and what is chosen of it. */

/** The comparisons of the collection, the newest first; null while they are not known. */
export const rounds = signal<readonly ListedRound[] | null>(null);
export const auditView = signal<AuditView | null>(null);
/** Why it is not shown; ''. */
export const auditProblem = signal('');
/** The item that keys are about, and those that are chosen beside; by their ids. */
export const current = signal('');
export const selected = signal<ReadonlySet<string>>(new Set());

/** What is about to be said; its words stay where the dialog is closed before they are sent. */
export const replyKind = signal<ReplyKind>('accepted');
export const replyDraft = signal('');

/** Compares, and writes down what is said; who is blind to the first reviewer sees nothing of it. */
export const mayAudit = computed(() => session.value?.lane === 'first');
export const hasAudits = computed(() => mayAudit.value || (rounds.value?.length ?? 0) > 0);

/** Asks for the comparisons. Who may not see them is told of none. */
export const loadRounds = async (): Promise<void> => {
  if (session.peek()?.role === 'second') {
    rounds.value = [];
    return;
  }
  try {
    rounds.value = (await get<AuditList>('audits')).rounds;
    auditProblem.value = '';
  } catch (error) {
    // Said where they are looked for: whoever is elsewhere has not asked for them.
    if (!(error instanceof ApiError)) throw error;
    auditProblem.value = `${error.message}。${error.advice}`;
  }
};

// Whoever comes in is told of their own, and finds nothing of who was here before.
let whose = session.peek()?.id;
effect(() => {
  const id = session.value?.id;
  untracked(() => {
    if (id !== whose) {
      rounds.value = null;
      auditView.value = null;
      selected.value = new Set();
      replyDraft.value = '';
    }
    whose = id;
    if (id) void loadRounds();
  });
});

const FILTERS = ['scope', 'unit', 'kind', 'state', 'certain', 'q'] as const;
export type AuditFilter = (typeof FILTERS)[number];

/** Sets one filter, beginning again with the first page. */
export const setAuditFilter = (name: AuditFilter, value: string): void => {
  const { page: _, new: __, ...rest } = route.peek().query;
  if ((rest[name] ?? '') !== value) go('audit', { ...rest, [name]: value });
};

let asked = 0;
/** Asks for the comparison that the address names, the last one where it names none. */
export const loadAudit = async (): Promise<void> => {
  const own = ++asked;
  const { query } = route.peek();
  const number = query.number ?? rounds.peek()?.[0]?.number;
  if (number === undefined) return;
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name]]));
  try {
    const next = await get<AuditView>(`audits/${number}`, { ...filters, page: query.page });
    if (own !== asked) return;
    auditView.value = next;
    auditProblem.value = '';
    const ids = next.items.map(({ id }) => id);
    selected.value = new Set(ids.filter((id) => selected.peek().has(id)));
    if (!ids.includes(current.peek())) current.value = ids[0] ?? '';
  } catch (error) {
    if (own !== asked) return;
    sayError(error);
    auditProblem.value = (error as ApiError).message;
  }
};

/** What a reply would be about: the chosen ones, else the one in front. */
export const subjects = computed((): readonly ListedItem[] => {
  const items = auditView.value?.items ?? [];
  const chosen = items.filter(({ id }) => selected.value.has(id));
  return chosen.length > 0 ? chosen : items.filter(({ id }) => id === current.value);
});

export const askReply = (kind: ReplyKind): void => {
  if (!mayAudit.peek()) say('只读角色不能记录答复', true);
  else if (subjects.peek().length === 0) say('没有选中的事项', true);
  else {
    replyKind.value = kind;
    dialog.value = 'reply';
  }
};

/** Writes it down. @returns whether the server has it. */
export const sendReply = async (items: readonly ListedItem[]): Promise<boolean> => {
  const request: ReplyRequest = {
    items: items.map(({ id, replies }) => ({ id, seen: replies.length })),
    kind: replyKind.peek(),
    words: replyDraft.peek().trim(),
  };
  try {
    const { added, others } = await post<Replied>('audits/replies', request);
    replyDraft.value = '';
    selected.value = new Set();
    await loadAudit();
    if (others.length > 0) say(`已记录；其中 ${others.length} 项他人刚有新的答复，两条都在，请看往来`, true);
    else say(added > 0 ? `已记录 ${added} 项` : '与您上次所记相同，没有另记');
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
};

/** Reads what units have sent back. @returns what became of each file, in Chinese. */
export const takeAnswers = async (
  files: readonly File[],
): Promise<{ readonly words: string; readonly bad: boolean }[]> => {
  const said: { words: string; bad: boolean }[] = [];
  for (const file of files)
    try {
      const { added, counts, unread, strange } = await postFile<AnswersTaken>('audits/answers', file, {
        name: file.name,
      });
      const left = [
        unread.length > 0 && `看不懂、没有读入的：编号 ${unread.join('、')}，请以采纳、说明或者不采纳开头`,
        strange.length > 0 && `不是这里提出的事项：编号 ${strange.join('、')}`,
      ].filter(Boolean);
      said.push({
        words: `${file.name}：读入答复 ${added} 项${counts && added > 0 ? `（${counts}）` : ''}${left.length > 0 ? `；${left.join('；')}` : ''}`,
        bad: left.length > 0,
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      said.push({ words: `${file.name}：${error.message}。${error.advice}`, bad: true });
    }
  await loadAudit();
  return said;
};
