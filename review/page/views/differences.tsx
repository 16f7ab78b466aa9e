import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type SubjectValue, subjectOf } from '../../../model/index.js';
import type { Change, Decided, Differences } from '../../api.js';
import { subjectWords, valueWords } from '../parts/trouble.js';
import { go, sayError, session } from '../state/app.js';
import { type ApiError, get } from '../state/client.js';
import { useCommands } from '../state/keyboard.js';
import { hashOf } from '../state/route.js';
import { onSaved, outbox } from '../state/saving.js';
import { momentWords } from '../words.js';
import { AgreementWords } from './overview.js';

type Difference = Differences['items'][number];

const differences = signal<Differences | null>(null);
/** Why they can not be seen; '' where they can. */
const problem = signal('');
const load = (): Promise<void> =>
  get<Differences>('differences').then(
    (next) => {
      differences.value = next;
      problem.value = '';
    },
    (error: unknown) => {
      sayError(error);
      problem.value = (error as ApiError).message;
    },
  );

/** Where the two reviewers differ, and what the two come to together. */
export const DifferencesPage = () => {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    void load();
    return onSaved(() => void load());
  }, []);
  const all = differences.value?.items ?? [];
  const now = all[Math.min(at, all.length - 1)];
  const move = (steps: number): void => {
    const next = Math.min(Math.max(at + steps, 0), all.length - 1);
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('article')[next]?.focus();
  };
  const take = (difference: Difference | undefined, from: Decided | null | undefined): void => {
    if (difference && from && mayAgree()) agree(difference, from.value);
  };
  useCommands('differences', {
    'next-difference': () => move(1),
    'previous-difference': () => move(-1),
    'take-first': () => take(now, now?.first),
    'take-second': () => take(now, now?.second),
    'open-difference': () => now && go('document', {}, now.document),
  });
  if (problem.value || !differences.value)
    return (
      <div class="page">
        <h1>差异</h1>
        <p>{problem.value || '正在比较…'}</p>
      </div>
    );
  return (
    <div class="page">
      <h1>差异</h1>
      {differences.value.agreement ? (
        <AgreementWords agreement={differences.value.agreement} />
      ) : (
        <p class="hint">复核人完成文件的复核后，这里显示一致性和差异。复核人在此之前看不到初核意见。</p>
      )}
      {all.length === 0 && <p class="empty">没有差异。</p>}
      <ol class="differences" ref={list}>
        {all.map((difference, i) => (
          <li key={`${difference.document} ${difference.subject}`}>
            <article
              class="difference"
              tabIndex={-1}
              aria-current={i === at ? 'true' : undefined}
              onFocusCapture={() => setAt(i)}
            >
              <h2>
                {difference.passage?.place ? `${difference.passage.place} · ` : ''}
                {subjectWords(difference.subject)}
              </h2>
              <p class="hint">
                <a href={hashOf('document', {}, difference.document)}>{difference.name}</a>
              </p>
              {difference.passage && <blockquote>{difference.passage.text}</blockquote>}
              <div class="two">
                <Side
                  title="初核"
                  keyName="1"
                  decided={difference.first}
                  act={() => take(difference, difference.first)}
                />
                <Side
                  title="复核"
                  keyName="2"
                  decided={difference.second}
                  act={() => take(difference, difference.second)}
                />
              </div>
              {difference.agreed && (
                <p>
                  合议：<b>{valueWords(difference.agreed.value)}</b>（{difference.agreed.who}，
                  {momentWords(difference.agreed.at)}）
                </p>
              )}
            </article>
          </li>
        ))}
      </ol>
    </div>
  );
};

const Side = ({
  title,
  keyName,
  decided,
  act,
}: {
  title: string;
  keyName: string;
  decided: Decided | null;
  act: () => void;
}) => (
  <div class="difference-side">
    <h3>{title}</h3>
    <p>
      <b>{valueWords(decided?.value ?? null)}</b>
      {decided && (
        <span class="hint">
          {' '}
          {decided.who}，{momentWords(decided.at)}
        </span>
      )}
    </p>
    <button type="button" disabled={!decided || !mayAgree()} onClick={act}>
      采用{title}意见 <kbd>{keyName}</kbd>
    </button>
  </div>
);

/** What is agreed is written down by the first reviewer or the administrator. */
const mayAgree = (): boolean => session.value?.lane === 'first';

/** Says one of the two words for both. */
const agree = ({ document, subject, seen, name }: Difference, value: SubjectValue): void => {
  const change = changeOf(subject, seen, value);
  if (change)
    outbox.peek()?.add({
      words: `合议：${subjectWords(subject)} ${valueWords(value)}（${name}）`,
      lane: 'agreed',
      reason: '合议',
      items: [{ document, changes: [change] }],
    });
};

const changeOf = (subject: string, seen: number, value: SubjectValue): Change | null => {
  const parts = subjectOf(subject);
  switch (parts?.kind) {
    case 'finding':
      return { kind: 'finding', passage: parts.passage, label: parts.label, seen, after: value as never };
    case 'cell':
      return { kind: 'cell', field: parts.field, seen, after: value as never };
    case 'correction':
      return { kind: 'correction', span: parts.span, seen, after: value as never };
    case 'row': {
      const row = value as { readonly included: boolean; readonly print: string } | null;
      return { kind: 'row', seen, after: row && { included: row.included, print: row.print } };
    }
    default:
      return null;
  }
};
