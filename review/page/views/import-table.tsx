import { useState } from 'preact/hooks';
import type { Change, ImportPreview } from '../../api.js';
import { ScrollTable } from '../parts/scroll-table.js';
import { say } from '../state/app.js';
import { outbox } from '../state/saving.js';
import { FIELD_WORDS } from '../words.js';

type Edit = ImportPreview['changes'][number];

/** What an edited workbook would change; nothing is written before a person takes it. */
export const ImportTable = ({ preview, done }: { preview: ImportPreview; done: () => void }) => {
  const { changes, unmatched, unchanged } = preview;
  const [taken, setTaken] = useState<ReadonlySet<Edit>>(new Set(changes.filter(({ conflict }) => !conflict)));
  const apply = (): void => {
    const byDocument = new Map<number, Change[]>();
    for (const { document, field, seen, to } of taken)
      byDocument.set(document, [
        ...(byDocument.get(document) ?? []),
        { kind: 'cell', field, seen, after: to },
      ]);
    outbox.peek()?.add({
      words: `导入台账：${taken.size} 格`,
      lane: 'own',
      reason: '导入改过的台账',
      items: [...byDocument].map(([document, own]) => ({ document, changes: own })),
    });
    say(`已采用 ${taken.size} 格`);
    done();
  };
  return (
    <>
      <p>
        改动 {changes.length} 格，未变 {unchanged} 格
        {unmatched.length > 0 && `，对不上 ${unmatched.length} 行`}。
      </p>
      {unmatched.length > 0 && (
        <ul>
          {unmatched.map(({ row, reason }) => (
            <li key={row}>
              {row}：{reason}
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <ScrollTable name="台账改动表">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">采用</th>
                <th scope="col">文件</th>
                <th scope="col">栏</th>
                <th scope="col">原为</th>
                <th scope="col">改为</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((edit) => (
                <tr key={`${edit.document} ${edit.field}`}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`采用 ${edit.name} ${FIELD_WORDS[edit.field]}`}
                      checked={taken.has(edit)}
                      onChange={(event) =>
                        setTaken(
                          new Set(
                            [...taken, edit].filter((each) => each !== edit || event.currentTarget.checked),
                          ),
                        )
                      }
                    />
                  </td>
                  <td>{edit.name}</td>
                  <td>
                    {FIELD_WORDS[edit.field]}
                    {edit.conflict && <div class="bad">{edit.conflict}</div>}
                  </td>
                  <td>{edit.from}</td>
                  <td>{edit.to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
      <div class="buttons">
        <button type="button" class="main" disabled={taken.size === 0} onClick={apply}>
          采用所选 {taken.size} 格
        </button>
        <button type="button" onClick={done}>
          取消
        </button>
      </div>
    </>
  );
};
