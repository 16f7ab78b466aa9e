import { useState } from 'preact/hooks';
import type { ExportKind, ImportPreview } from '../../api.js';
import { mayWrite, overview, sayError } from '../state/app.js';
import { address, postFile } from '../state/client.js';
import { ImportTable } from './import-table.js';

const KINDS: readonly (readonly [ExportKind, string, string])[] = [
  ['ledger-xlsx', '台账（Excel）', '官方表样，可打印盖章，改后可导回'],
  ['ledger-docx', '台账（Word）', '官方表样'],
  ['evidence-docx', '佐证材料', '每一格的出处、依据条文和理由'],
  ['plan-docx', '规范完善方案', '逐项整改安排'],
  ['summary-docx', '总结报告', '数字和图表'],
  ['contacts-docx', '联系人反馈表', ''],
  ['log-jsonl', '决定记录', '全部决定，每行一条，可核验'],
];

/** What goes out of the page and what comes back. */
export const ExportsPage = () => {
  const [drafts, setDrafts] = useState(false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const now = overview.value;
  const left = now ? now.toConfirm - now.confirmed : 0;
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      setPreview(await postFile<ImportPreview>('import', file));
    } catch (error) {
      sayError(error);
    }
    input.value = '';
  };
  return (
    <div class="page">
      <h1>导出导入</h1>
      <section>
        <h2>导出</h2>
        {left > 0 && <p class="alert">还有 {left} 份未确认；未确认的行不在导出之内，除非勾选下项。</p>}
        <label class="check">
          <input
            type="checkbox"
            checked={drafts}
            onChange={(event) => setDrafts(event.currentTarget.checked)}
          />
          含未确认的草稿行（会标明）
        </label>
        <ul class="exports">
          {KINDS.map(([kind, words, hint]) => (
            <li key={kind}>
              <a href={address(`exports/${kind}`, { drafts: drafts ? '1' : '' })} download>
                {words}
              </a>
              <span class="hint">{hint}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>导入改过的台账</h2>
        <p class="hint">
          选择从这里导出、在 Excel 中改过的 台账.xlsx。先看改动，再决定采用哪些；与他人改动冲突的默认不选。
        </p>
        <label class="field">
          <span>台账文件</span>
          <input
            type="file"
            accept=".xlsx"
            disabled={!mayWrite.value}
            onChange={(event) => void choose(event.currentTarget)}
          />
        </label>
        {preview && <ImportTable preview={preview} done={() => setPreview(null)} />}
      </section>
    </div>
  );
};
