import { setSingleKeys, singleKeys } from '../state/app.js';
import { KEY_COMMANDS, keyWords, type Scope } from '../state/keys.js';
import { Modal } from './dialog.js';

const SCOPES: readonly (readonly [Scope, string])[] = [
  ['everywhere', '各页通用'],
  ['document', '审核文件'],
  ['picking', '用键盘选条文（按 V 进入）'],
  ['list', '文件清单'],
  ['differences', '差异'],
  ['log', '决定记录'],
  ['samples', '抽查'],
  ['sample', '抽查作答'],
  ['audit', '台账核对'],
];

export const Keys = ({ keys }: { keys: readonly string[] }) => (
  <span class="keys">
    {keys.map((key) => (
      <kbd key={key}>{keyWords(key)}</kbd>
    ))}
  </span>
);

/** The help is the table of keys itself. */
export const HelpDialog = () => (
  <Modal title="键盘帮助" wide>
    <label class="check">
      <input
        type="checkbox"
        checked={singleKeys.value}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      启用单键操作（使用语音输入或读屏软件时可关闭；关闭后方向键、回车、空格和组合键仍可用，其余操作用按钮）
    </label>
    <p class="hint">
      在输入框内或输入法选字时，单键不起作用；按 Esc 离开输入框。填改台账行时，Tab 换栏，Ctrl+回车保存。
    </p>
    <div class="help-columns">
      {SCOPES.map(([scope, title]) => (
        <section key={scope}>
          <h3>{title}</h3>
          <dl class="key-list">
            {KEY_COMMANDS.filter((each) => each.scope === scope).map(({ id, keys, words }) => (
              <div key={id}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Modal>
);
