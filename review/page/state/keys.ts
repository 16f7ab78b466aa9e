/** Where a key means something: everywhere, or only at one place of the page. */
export type Scope =
  | 'everywhere'
  | 'list'
  | 'document'
  | 'picking'
  | 'differences'
  | 'log'
  | 'samples'
  | 'sample'
  | 'audit';

export interface KeyCommand {
  readonly id: string;
  readonly scope: Scope;
  /** As `keyName` writes them: `j`, `Shift+u`, `Ctrl+z`, `ArrowDown`, `Space`. */
  readonly keys: readonly string[];
  /** What it does, for the help and the strip at the foot. */
  readonly words: string;
  /** Shown in the strip as well. */
  readonly strip?: true;
}

const command = <Id extends string>(
  id: Id,
  scope: Scope,
  keys: readonly string[],
  words: string,
  strip?: true,
): KeyCommand & { readonly id: Id } => ({ id, scope, keys, words, ...(strip && { strip }) });

/** Every key of the page: the listener, the help and the strip all read this table. */
export const KEY_COMMANDS = [
  command('help', 'everywhere', ['?'], '键盘帮助', true),
  command('search', 'everywhere', ['/'], '搜索文件'),
  command('list', 'everywhere', ['g', 'l'], '回到文件清单', true),
  command('undo', 'everywhere', ['u', 'Ctrl+z'], '撤销', true),
  command('redo', 'everywhere', ['Shift+u', 'Ctrl+y', 'Ctrl+Shift+z'], '重做'),
  command('codebook', 'everywhere', ['s'], '标签说明'),
  command('close', 'everywhere', ['Escape'], '关闭、离开'),

  command('next-line', 'list', ['j', 'ArrowDown'], '下一份', true),
  command('previous-line', 'list', ['k', 'ArrowUp'], '上一份', true),
  command('open', 'list', ['Enter'], '打开文件', true),
  command('next-page', 'list', ['n'], '下一页'),
  command('previous-page', 'list', ['p'], '上一页'),

  command('next-finding', 'document', ['j', 'ArrowDown'], '下一处认定', true),
  command('previous-finding', 'document', ['k', 'ArrowUp'], '上一处认定', true),
  command('confirm-finding', 'document', ['c', 'Enter'], '认定成立', true),
  command('reject-finding', 'document', ['x'], '不成立', true),
  command('clear-finding', 'document', ['0'], '改回未决定'),
  command('label-D', 'document', ['1'], '加上或去掉 D 信用信息共享公开'),
  command('label-B', 'document', ['2'], '加上或去掉 B “黑名单”认定'),
  command('label-P', 'document', ['3'], '加上或去掉 P 失信惩戒措施'),
  command('label-Q', 'document', ['4'], '加上或去掉 Q 资格限制'),
  command('label-R', 'document', ['5'], '加上或去掉 R 信用修复'),
  command('add', 'document', ['a'], '把选中的文字增加为认定'),
  command('pick', 'document', ['v'], '用键盘选条文（补充漏掉的认定）', true),
  command('edit-span', 'document', ['e'], '改证据文字的起止'),
  command('bulk', 'document', ['b'], '相同条文一并处理'),
  command('correct', 'document', ['o'], '改正识别有误的字'),
  command('edit-row', 'document', ['r'], '填改台账行', true),
  command('findings', 'document', ['f'], '看认定'),
  command('breaches', 'document', ['m'], '看不合规提示'),
  command('confirm-row', 'document', ['Space', 'Shift+Enter'], '确认本行，转下一份待确认', true),
  command('exclude-row', 'document', ['Shift+x'], '确认不列入台账，转下一份'),
  command('next-document', 'document', ['n'], '下一份文件', true),
  command('previous-document', 'document', ['p'], '上一份文件'),
  command('switch-view', 'document', ['t'], '原文：图像与文字切换'),
  command('zoom-in', 'document', ['+', '='], '放大图像'),
  command('zoom-out', 'document', ['-'], '缩小图像'),

  command('pick-next', 'picking', ['j', 'ArrowDown'], '下一条', true),
  command('pick-previous', 'picking', ['k', 'ArrowUp'], '上一条', true),
  command('pick-right', 'picking', ['ArrowRight'], '光标右移一词', true),
  command('pick-left', 'picking', ['ArrowLeft'], '光标左移一词'),
  command('pick-extend', 'picking', ['Shift+ArrowRight'], '向右多选一词', true),
  command('pick-shrink', 'picking', ['Shift+ArrowLeft'], '向左选一词'),
  command('pick-extend-letter', 'picking', ['Ctrl+Shift+ArrowRight'], '向右多选一字'),
  command('pick-shrink-letter', 'picking', ['Ctrl+Shift+ArrowLeft'], '向左选一字'),
  command('pick-D', 'picking', ['1'], '定为 D 信用信息共享公开'),
  command('pick-B', 'picking', ['2'], '定为 B “黑名单”认定'),
  command('pick-P', 'picking', ['3'], '定为 P 失信惩戒措施'),
  command('pick-Q', 'picking', ['4'], '定为 Q 资格限制'),
  command('pick-R', 'picking', ['5'], '定为 R 信用修复'),
  command('pick-correct', 'picking', ['o'], '改正所选的字（识别出的文件）'),
  command('pick-take', 'picking', ['a', 'Enter'], '用所选文字（选标签、存起止）', true),

  command('next-difference', 'differences', ['j', 'ArrowDown'], '下一处差异', true),
  command('previous-difference', 'differences', ['k', 'ArrowUp'], '上一处差异', true),
  command('take-first', 'differences', ['1'], '采用初核意见', true),
  command('take-second', 'differences', ['2'], '采用复核意见', true),
  command('open-difference', 'differences', ['Enter'], '打开文件'),

  command('next-sample', 'samples', ['j', 'ArrowDown'], '下一次抽查', true),
  command('previous-sample', 'samples', ['k', 'ArrowUp'], '上一次抽查', true),
  command('open-sample', 'samples', ['Enter'], '开始作答', true),

  command('answer-D', 'sample', ['d'], '选上或去掉 D 信用信息共享公开'),
  command('answer-B', 'sample', ['b'], '选上或去掉 B “黑名单”认定'),
  command('answer-P', 'sample', ['p'], '选上或去掉 P 失信惩戒措施'),
  command('answer-Q', 'sample', ['q'], '选上或去掉 Q 资格限制'),
  command('answer-R', 'sample', ['r'], '选上或去掉 R 信用修复'),
  command('answer-none', 'sample', ['n'], '无：都不涉及'),
  command('take-answer', 'sample', ['Enter'], '答好，转下一条未答', true),
  command('next-question', 'sample', ['j', 'ArrowDown'], '下一条', true),
  command('previous-question', 'sample', ['k', 'ArrowUp'], '上一条'),
  command('next-open', 'sample', ['a'], '跳到下一条未答'),
  command('question-context', 'sample', ['c'], '看前后条文', true),
  command('answer-first', 'sample', ['1'], '合议时：采用初核答案'),
  command('answer-second', 'sample', ['2'], '合议时：采用复核答案'),
  command('hand-in', 'sample', ['h'], '交卷', true),

  command('next-audit-item', 'audit', ['j', 'ArrowDown'], '下一项', true),
  command('previous-audit-item', 'audit', ['k', 'ArrowUp'], '上一项', true),
  command('open-audit-item', 'audit', ['Enter'], '打开文件到所据条款', true),
  command('select-audit-item', 'audit', ['Space'], '选中或取消（可多选后一并记录）', true),
  command('reply-accepted', 'audit', ['a'], '单位答复：采纳', true),
  command('reply-explained', 'audit', ['e'], '单位答复：说明'),
  command('reply-refused', 'audit', ['x'], '单位答复：不采纳'),
  command('reply-closed', 'audit', ['c'], '办结', true),
  command('reply-pursued', 'audit', ['d'], '继续督办'),
  command('next-audit-page', 'audit', ['n'], '下一页'),
  command('previous-audit-page', 'audit', ['p'], '上一页'),
  command('new-audit', 'audit', ['m'], '新的核对'),

  command('next-log', 'log', ['n'], '下一页'),
  command('previous-log', 'log', ['p'], '上一页'),
] as const satisfies readonly KeyCommand[];
export type CommandId = (typeof KEY_COMMANDS)[number]['id'];

/** What of a keyboard event is asked for. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
}

/** A key press in the table's words; null for one that is never ours: with Alt, or while an input method is composing. */
export const keyName = ({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
  isComposing,
}: KeyPress): string | null => {
  if (isComposing || altKey || key === 'Process' || key === 'Dead' || key === 'Unidentified') return null;
  const name = key === ' ' ? 'Space' : /^[a-z]$/iu.test(key) ? key.toLowerCase() : key;
  // Signs such as ? are written with Shift on some keyboards and without on others.
  const shift = shiftKey && (name.length > 1 || /^[a-z]$/u.test(name));
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${name}`;
};

/** Whether a key is a single sign, which a person may turn off (WCAG 2.1.4): speech input would type it by mistake. */
export const isSingleSign = (name: string): boolean => /^(?:Shift\+[a-z]|[^+]|\+)$/u.test(name);

/** The command of a key at a place. @param single whether single signs count. */
export const commandOf = (name: string, scope: Scope, single: boolean): CommandId | null => {
  if (!single && isSingleSign(name)) return null;
  const has = (where: Scope): CommandId | undefined =>
    KEY_COMMANDS.find((each) => each.scope === where && (each.keys as readonly string[]).includes(name))?.id;
  return has(scope) ?? has('everywhere') ?? null;
};

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: '空格',
  Escape: 'Esc',
  Enter: '回车',
};

/** A key as it is printed on the keyboard: `Shift+u` as Shift+U. */
export const keyWords = (name: string): string =>
  name
    .split(/(?<=.)\+(?=.)/u)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
