import { type AuditReply, REPLY_WORDS, type RoundMark, STATE_WORDS } from '../../../model/index.js';
import type { ListedItem } from '../../audit-api.js';
import { current, mayAudit, selected } from '../state/audit.js';
import { hashOf } from '../state/route.js';
import { momentWords } from '../words.js';

/** What a state looks like. */
const LOOKS: Readonly<Record<ListedItem['state'], string>> = {
  open: 'pending',
  accepted: 'answered',
  explained: 'answered',
  refused: 'conflict',
  pursued: 'conflict',
  closed: 'confirmed',
  corrected: 'confirmed',
};

/** The address of an item's document, at the provision that it rests on; null where the document is not in the list. */
export const placeOf = ({ document, evidence }: ListedItem, provision = evidence[0]?.provision) =>
  document?.id == null ? null : hashOf('document', { place: provision }, document.id);

export const choose = (id: string, on: boolean): void => {
  selected.value = new Set([...selected.peek(), id].filter((each) => each !== id || on));
};

/** One item: what is asked about, what it rests on, what was said of it. */
export const ItemCard = ({ item, fixed = false }: { item: ListedItem; fixed?: boolean }) => {
  const { id, kind, certain, unit, subject, ledger, row, column, state } = item;
  const isCurrent = !fixed && current.value === id;
  const where = [unit, [ledger, row].filter(Boolean).join(' '), column && `“${column}”栏`].filter(Boolean);
  return (
    <article
      class="difference audit-item"
      tabIndex={-1}
      data-item={fixed ? undefined : id}
      aria-label={`${subject}，${STATE_WORDS[state]}`}
      aria-current={isCurrent ? 'true' : undefined}
      onFocusCapture={() => {
        if (!fixed) current.value = id;
      }}
    >
      <header class="audit-item-head">
        {!fixed && mayAudit.value && (
          <input
            type="checkbox"
            aria-label={`选中 ${subject}`}
            checked={selected.value.has(id)}
            onChange={(event) => {
              choose(id, event.currentTarget.checked);
              // The next key is about the item again.
              event.currentTarget.closest('article')?.focus();
            }}
          />
        )}
        <h3>{subject}</h3>
        <span class="audit-item-state">
          {!certain && <span class="state state-check">请核对</span>}
          <span class={`state state-${LOOKS[state]}`}>{STATE_WORDS[state]}</span>
        </span>
      </header>
      {where.length > 0 && kind !== 'no-ledger' && <p class="hint">{where.join(' · ')}</p>}
      <p>{item.reason}。</p>
      {(item.said || item.found) && (
        <dl class="audit-said">
          {item.said && (
            <div>
              <dt>台账所填</dt>
              <dd>{item.said}</dd>
            </div>
          )}
          {item.found && (
            <div>
              <dt>核对情况</dt>
              <dd>{item.found}</dd>
            </div>
          )}
        </dl>
      )}
      <Evidence item={item} />
      <History item={item} />
    </article>
  );
};

const Evidence = ({ item }: { item: ListedItem }) => {
  const { document, evidence } = item;
  const address = placeOf(item);
  return (
    <>
      {evidence.map(({ provision, place, text }, at) => {
        const to = placeOf(item, provision);
        return (
          <blockquote key={at}>
            {to ? <a href={to}>{provision || '原文'}</a> : <b>{provision}</b>}
            {place && <span class="hint">（{place}）</span>}：{text}
          </blockquote>
        );
      })}
      {document && (
        <p class="hint">
          文件：{address ? <a href={address}>{document.source}</a> : `${document.source}（不在现在的清单中）`}
        </p>
      )}
    </>
  );
};

const roundWords = ({ number, at }: RoundMark): string => `第${number}次核对（${momentWords(at)}）`;

const History = ({ item: { id, raised, corrected, replies } }: { item: ListedItem }) => (
  <div class="audit-history">
    <p class="hint">
      {roundWords(raised)}提出{corrected && `，${roundWords(corrected)}不再发现`}；编号 <code>{id}</code>
    </p>
    {replies.length > 0 && (
      <ol aria-label="往来">
        {replies.map((reply: AuditReply) => (
          <li key={`${reply.at} ${reply.who} ${reply.kind}`}>
            <b>{REPLY_WORDS[reply.kind]}</b>
            {reply.words && <span class="audit-words">：{reply.words}</span>}
            <span class="hint">
              {' '}
              {reply.who}，{momentWords(reply.at)}
            </span>
          </li>
        ))}
      </ol>
    )}
  </div>
);
