import { useEffect, useRef } from 'preact/hooks';
import { LABELS } from '../../../model/index.js';
import type { DocumentView, ViewPassage } from '../../api.js';
import { LabelChip } from '../parts/chip.js';
import { LabelMeaning } from '../parts/codebook.js';
import { dialog } from '../state/app.js';
import { counts, type Item } from '../state/changes.js';
import { choose, standFor, toggleLabel } from '../state/decide.js';
import { items } from '../state/document.js';
import { run } from '../state/keyboard.js';
import { LABEL_WORDS, percent } from '../words.js';
import { PassageBasis } from './passage-basis.js';

/** Everything that was found, passage by passage in the order of the text; the chosen finding lies open. */
export const FindingList = ({ view, chosen }: { view: DocumentView; chosen: string }) => {
  const list = useRef<HTMLDivElement>(null);
  const groups = byPassage(items.value);
  useEffect(() => {
    const element = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!element) return;
    element.scrollIntoView({ block: 'nearest' });
    // The focus follows the choice, so that screen readers read it out; but it is not taken away from a field.
    if (
      document.activeElement === document.body ||
      list.current?.closest('main')?.contains(document.activeElement)
    )
      if (!document.activeElement?.matches('input, textarea, select')) element.focus({ preventScroll: true });
  }, [chosen]);
  if (groups.length === 0)
    return (
      <div class="empty">
        <p>没有发现失信约束措施。</p>
        <p class="hint">
          如有遗漏，可在原文中划选文字后按 <kbd>A</kbd>，或按 <kbd>V</kbd> 用键盘选条文。
        </p>
      </div>
    );
  return (
    <div class="passages" ref={list}>
      {groups.map(({ passage, items: own }) => {
        const isOpen = own.some(({ id }) => id === chosen);
        return (
          <section
            key={passage.key}
            class={`passage${isOpen ? ' passage-open' : ''}`}
            aria-label={passage.place}
          >
            <header class="passage-head">
              <h3>{passage.place || passage.sourcePlace || '条文'}</h3>
              {passage.place && <span class="hint">{passage.sourcePlace}</span>}
              {passage.same > 0 && (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    choose(own[0]!.id);
                    dialog.value = 'bulk';
                  }}
                >
                  另有 {passage.same} 处相同 <kbd>B</kbd>
                </button>
              )}
            </header>
            {!isOpen && <p class="excerpt">{view.text.slice(passage.start, passage.end)}</p>}
            {own.map((item) => (
              <FindingCard key={item.id} item={item} isChosen={item.id === chosen} />
            ))}
            {isOpen && (
              <PassageDetails
                view={view}
                passage={passage}
                own={own}
                item={own.find(({ id }) => id === chosen)!}
              />
            )}
          </section>
        );
      })}
    </div>
  );
};

const byPassage = (all: readonly Item[]): { passage: ViewPassage; items: Item[] }[] => {
  const groups: { passage: ViewPassage; items: Item[] }[] = [];
  for (const item of all) {
    const last = groups.at(-1);
    if (last?.passage.key === item.passage.key) last.items.push(item);
    else groups.push({ passage: item.passage, items: [item] });
  }
  return groups;
};

const STANDS = { open: '未决定', confirmed: '成立', rejected: '不成立' } as const;

const FindingCard = ({ item, isChosen }: { item: Item; isChosen: boolean }) => {
  const { label, stand, finding, id, unsaved } = item;
  const by =
    finding.by === 'person'
      ? '人工增加'
      : `${finding.by === 'withheld' ? '未采纳的线索 ' : ''}${percent(finding.score)}`;
  return (
    <article
      class={`finding finding-${stand}${counts(item) ? '' : ' finding-faint'}`}
      tabIndex={-1}
      aria-current={isChosen ? 'true' : undefined}
      aria-label={`${label} ${LABEL_WORDS[label].full}，${item.passage.place}，${STANDS[stand]}`}
    >
      <button type="button" class="finding-name" aria-expanded={isChosen} onClick={() => choose(id)}>
        <LabelChip label={label} words />
        <span class="hint">{by}</span>
      </button>
      <span class={`stand stand-${stand}`}>
        {STANDS[stand]}
        {unsaved && <span class="hint">（未保存）</span>}
      </span>
      <span class="buttons">
        <button
          type="button"
          aria-pressed={stand === 'confirmed'}
          onClick={() => standFor(item, 'confirmed')}
        >
          成立{isChosen && <kbd>C</kbd>}
        </button>
        <button type="button" aria-pressed={stand === 'rejected'} onClick={() => standFor(item, 'rejected')}>
          不成立{isChosen && <kbd>X</kbd>}
        </button>
        {isChosen && stand !== 'open' && (
          <button type="button" onClick={() => standFor(item, null)}>
            改回未决定<kbd>0</kbd>
          </button>
        )}
      </span>
      {isChosen && (
        <div class="finding-more">
          <LabelMeaning label={label} />
          {finding.evidence.length > 0 && (
            <ul class="evidence">
              {finding.evidence.map(({ start, end, text, meaning }) => (
                <li key={`${start}-${end}`}>
                  <q>{text}</q> <span class="hint">{meaning}</span>
                </li>
              ))}
            </ul>
          )}
          <button type="button" class="quiet" onClick={() => run('edit-span')}>
            改证据文字 <kbd>E</kbd>
          </button>
        </div>
      )}
    </article>
  );
};

/** What stands behind the chosen passage as a whole. */
const PassageDetails = ({
  view,
  passage,
  own,
  item,
}: {
  view: DocumentView;
  passage: ViewPassage;
  own: readonly Item[];
  item: Item;
}) => (
  <div class="details">
    <fieldset class="labels">
      <legend>本条标签</legend>
      {LABELS.map((label, i) => {
        const known = own.find((each) => each.label === label);
        return (
          <button
            key={label}
            type="button"
            aria-pressed={known !== undefined && counts(known)}
            onClick={() => toggleLabel(item, label)}
          >
            <kbd>{i + 1}</kbd> <LabelChip label={label} words />
          </button>
        );
      })}
    </fieldset>
    {passage.lead && (
      <p class="lead">
        <span class="hint">引导语：</span>
        {passage.lead}
      </p>
    )}
    <blockquote>{view.text.slice(passage.start, passage.end)}</blockquote>
    <PassageBasis view={view} passage={passage} />
  </div>
);
