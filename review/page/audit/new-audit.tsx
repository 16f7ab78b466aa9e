import { FileDrop } from '../parts/file-drop.js';
import { go } from '../state/app.js';
import { rounds } from '../state/audit.js';
import {
  compare,
  comparing,
  type Picked,
  pick,
  picked,
  read,
  tokens,
  unitNames,
  unpick,
  wanted,
} from '../state/new-audit.js';

/** Which ledgers are to be held against the documents. */
export const NewAudit = () => {
  const { since, units, issuer } = wanted.value;
  const set = (change: Partial<typeof wanted.value>): void => {
    wanted.value = { ...wanted.value, ...change };
  };
  const total = picked.value.length;
  const isReading = read.value < total;
  const isReady = !isReading && !comparing.value && (tokens.value.length > 0 || unitNames.value.length > 0);
  return (
    <section class="new-audit" aria-label="新的核对">
      <h2>新的核对</h2>
      <p class="hint">
        把单位报送的台账与扫描过的全部文件逐行比较：漏报的文件、填写不一致的栏目、不成立的依据等。已复核的文件以初核的决定为准，未复核的以预填为准。
      </p>
      <FileDrop
        words="把台账拖到这里，或选择文件（可多选）：Excel、Word、PDF、扫描件都可以"
        disabled={comparing.value}
        take={pick}
      />
      {total > 0 && (
        <ul class="picked">
          {picked.value.map((each, at) => (
            <PickedLine key={at} {...each} />
          ))}
        </ul>
      )}
      <p role="status" class="hint">
        {comparing.value
          ? '正在与全部文件逐一核对，文件多时要几分钟…'
          : isReading
            ? `正在读取 ${read.value + 1} / ${total}…（扫描件要识别文字，较慢）`
            : total > 0
              ? `读完 ${total} 个文件，其中有台账的 ${tokens.value.length} 个。`
              : ''}
      </p>
      <details open={Boolean(since || units || issuer)}>
        <summary>可选：应报送单位、新出台文件、只核对一个单位</summary>
        <label class="stacked">
          <span>应报送台账的单位，每行一个（没有报送的逐一列出）</span>
          <textarea rows={4} value={units} onInput={(event) => set({ units: event.currentTarget.value })} />
        </label>
        <label class="stacked">
          <span>另列这一天以后印发、不符合规定的文件（新出台）</span>
          <input type="date" value={since} onInput={(event) => set({ since: event.currentTarget.value })} />
        </label>
        <label class="stacked">
          <span>只要求台账列入这个单位印发的文件（不填为全部文件）</span>
          <input value={issuer} onInput={(event) => set({ issuer: event.currentTarget.value })} />
        </label>
      </details>
      <div class="buttons">
        <button type="button" class="main" disabled={!isReady} onClick={() => void compare()}>
          {comparing.value ? '正在核对…' : '开始核对'}
        </button>
        {!!rounds.value?.length && (
          <button type="button" onClick={() => go('audit')}>
            返回
          </button>
        )}
      </div>
    </section>
  );
};

const PickedLine = ({ file, taken }: Picked) => (
  <li class={taken?.problem ? 'bad' : ''}>
    <span class="picked-name">{file.name}</span>
    <span>
      {!taken && '等待读取…'}
      {taken?.problem}
      {taken?.ledgers.map(({ unit, rows }) => `${unit || '未写明单位'}，${rows} 行`).join('；')}
    </span>
    <button
      type="button"
      class="quiet"
      disabled={comparing.value}
      aria-label={`移除 ${file.name}`}
      onClick={() => unpick(file)}
    >
      移除
    </button>
  </li>
);
