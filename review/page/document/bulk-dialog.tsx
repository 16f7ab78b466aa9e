import { useEffect, useState } from 'preact/hooks';
import type { SamePassages } from '../../api.js';
import { LabelChip } from '../parts/chip.js';
import { closeDialog, Modal } from '../parts/dialog.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { mayWrite, sayError } from '../state/app.js';
import { bulkItems, type Same } from '../state/bulk.js';
import type { Item } from '../state/changes.js';
import { get } from '../state/client.js';
import { items, view } from '../state/document.js';
import { outbox } from '../state/saving.js';

const STANDS = { confirmed: '已定成立', rejected: '已定不成立' } as const;

/** The same words elsewhere: what is decided here can be said of all of them, each shown before. */
export const BulkDialog = ({ item }: { item: Item }) => {
  const [same, setSame] = useState<SamePassages | null>(null);
  const [left, setLeft] = useState<ReadonlySet<Same>>(new Set());
  const document = view.value!;
  const own = items.value.filter(
    ({ passage, stand }) => passage.key === item.passage.key && stand !== 'open',
  );
  useEffect(() => {
    get<SamePassages>('same', { document: document.id, passage: item.passage.key }).then(setSame, (error) => {
      closeDialog();
      sayError(error);
    });
  }, [document.id, item.passage.key]);
  const chosen = same?.passages.filter((each) => !left.has(each)) ?? [];
  const requests = bulkItems(own, chosen);
  const apply = (): void => {
    closeDialog();
    outbox.peek()?.add({
      words: `相同条文一并处理：${chosen.length} 处`,
      lane: 'own',
      reason: '与相同条文一并处理',
      items: requests,
    });
  };
  return (
    <Modal title="相同条文一并处理" wide>
      <blockquote>{same?.text ?? document.text.slice(item.passage.start, item.passage.end)}</blockquote>
      {own.length === 0 ? (
        <p class="alert">请先在本处决定（成立或不成立），再用于相同条文。</p>
      ) : (
        <p>
          本处的决定：
          {own.map(({ label, stand, id }) => (
            <span key={id} class="bulk-own">
              <LabelChip label={label} words /> {stand === 'confirmed' ? '成立' : '不成立'}
            </span>
          ))}
        </p>
      )}
      {!same && <p class="loading">正在查找…</p>}
      {same && same.passages.length === 0 && <p>没有其他文件含有相同条文。</p>}
      {same && same.passages.length > 0 && (
        <ScrollTable name="相同条文表">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">处理</th>
                <th scope="col">文件</th>
                <th scope="col">位置</th>
                <th scope="col">现在</th>
              </tr>
            </thead>
            <tbody>
              {same.passages.map((each) => (
                <tr key={`${each.document}-${each.passage}`}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`处理 ${each.name} ${each.place}`}
                      checked={!left.has(each)}
                      onChange={(event) =>
                        setLeft(
                          new Set(
                            [...left, each].filter((other) => other !== each || !event.currentTarget.checked),
                          ),
                        )
                      }
                    />
                  </td>
                  <td>
                    {each.name}
                    {each.confirmed && <span class="bad">（本行已确认，处理后须重新确认）</span>}
                  </td>
                  <td>{each.place}</td>
                  <td>
                    {each.labels.map((label) => (
                      <span key={label} class="bulk-own">
                        <LabelChip label={label} />
                        {each.decisions[label] ? STANDS[each.decisions[label].verdict] : '未决定'}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
      <div class="buttons">
        <button
          type="button"
          class="main"
          disabled={requests.length === 0 || !mayWrite.value}
          onClick={apply}
        >
          用于所选 {chosen.length} 处
        </button>
        <button type="button" onClick={closeDialog}>
          取消
        </button>
      </div>
    </Modal>
  );
};
