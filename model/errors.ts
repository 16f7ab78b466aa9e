import type { Reason, ReasonCode } from './outcome.js';

/** Words for each reason; `advice` says what the user can do. */
const WORDS: Readonly<Record<ReasonCode, { message: string; advice: string }>> = {
  duplicate: { message: '与另一文件内容完全相同，不重复处理', advice: '无需处理' },
  hidden: { message: '隐藏文件，已跳过', advice: '如属规章文件，请去掉文件名前的“.”后重新扫描' },
  temporary: { message: '临时文件，已跳过', advice: '如有未保存的内容，请保存正式文件后重新扫描' },
  empty: { message: '空文件，没有内容', advice: '请核对原件是否已正确保存' },
  link: { message: '链接文件，为避免越出所选文件夹未跟随', advice: '请把链接指向的文件复制到文件夹内' },
  'own-output': { message: '清规自己生成的结果文件，已跳过', advice: '无需处理' },
  unpacked: { message: '已拆开，里面的文件逐一列出', advice: '无需处理' },
  unsupported: {
    message: '暂不支持的文件类型',
    advice: '请另存为 docx、pdf（文字版）、html 或 txt 后重新扫描，或人工查阅',
  },
  'needs-ocr': { message: '需要识别（OCR）：页面是图像，没有文字', advice: '请提供文字版，或人工查阅' },
  'needs-tool': {
    message: '需要借助其他软件读取，本机没有安装',
    advice: '请安装 LibreOffice 后重新扫描，或用原软件另存为 docx、pdf（文字版）后重新扫描',
  },
  'no-text': { message: '文件中没有找到文字', advice: '请人工查阅原件' },
  encrypted: { message: '文件已加密，无法读取', advice: '请解除密码后重新扫描' },
  corrupt: { message: '文件已损坏或不完整，无法读取', advice: '请用原软件打开核对，另存后重新扫描' },
  'too-large': { message: '文件超过大小上限', advice: '请拆分文件后重新扫描' },
  'too-many': {
    message: '里面的文件或内容过多，超过上限',
    advice: '请核对来源；确属需要的，拆分后重新扫描，或调高上限',
  },
  'too-deep': {
    message: '层层打包过深，超过上限',
    advice: '请核对来源；确属需要的，解开后重新扫描，或调高上限',
  },
  ratio: {
    message: '压缩比异常，可能是恶意文件，未解开',
    advice: '请核对来源；确属需要的，解开后重新扫描，或调高上限',
  },
  timeout: { message: '读取超过时间上限，已停止', advice: '请另存为其他格式后重新扫描，或人工查阅' },
  'out-of-memory': { message: '读取超过内存上限，已停止', advice: '请拆分文件后重新扫描，或人工查阅' },
  access: { message: '没有读取权限或文件已被移走', advice: '请检查文件权限后重新扫描' },
  internal: { message: '程序内部错误', advice: '请把该文件名和错误信息反馈给开发者；该文件须人工查阅' },
};

/** The standard words for a code, with a detail after a colon where one is known. */
export const reason = (code: ReasonCode, detail = ''): Reason => ({
  code,
  message: detail ? `${WORDS[code].message}：${detail}` : WORDS[code].message,
  advice: WORDS[code].advice,
});

/** A file that can not be read; the scan records the reason and goes on. */
export class FileError extends Error {
  readonly reason: Reason;
  constructor(code: ReasonCode, detail = '', options?: ErrorOptions) {
    const why = reason(code, detail);
    super(why.message, options);
    this.name = 'FileError';
    this.reason = why;
  }
}

/** A mistake in how the program was called or set up. Ends the command with exit status 2. */
export class UsageError extends Error {
  readonly advice: string;
  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
    this.advice = advice;
  }
}

/** The code of a system's, library's or database's error: ENOENT, SQLITE_BUSY; '' where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
