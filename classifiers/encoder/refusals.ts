import { codeOf, UsageError } from '../../model/index.js';

const CONTENT = '文件夹里应有 config.json、tokenizer.json、tokenizer_config.json 和 onnx/model.onnx';
const KIND =
  '请换用能把一段文字变成向量的模型（BERT 一类的句向量模型，或文本分类模型）的 ONNX 版本，分词文件须是同一模型的';

/** Why a model can not be used: what is wrong, and what to do about it. */
const WORDS = {
  'no-folder': ['找不到模型文件夹', `请核对路径；${CONTENT}`],
  'not-a-folder': ['模型应当是文件夹，这是一个文件', `请写模型所在的文件夹；${CONTENT}`],
  access: ['没有权限读取模型文件夹', '请检查文件夹和其中文件的权限'],
  'no-file': ['模型文件夹里缺少文件', CONTENT],
  'damaged-json': [
    '模型的设置文件已损坏，或不是 JSON',
    '请重新复制这个文件；从网上下载的，请核对是否下载完整',
  ],
  'no-weights': [
    '模型文件夹里没有 ONNX 权重（.onnx）',
    `${CONTENT}；只有 PyTorch 权重的，请先用 optimum-cli export onnx 转换`,
  ],
  'many-weights': [
    '模型文件夹里有几个 .onnx 文件，不知道用哪一个',
    '请把要用的一个改名为 model.onnx，放在 onnx 文件夹里',
  ],
  'damaged-weights': [
    '模型的权重无法打开',
    '请核对文件是否下载完整（只有几百字节的，是 Git LFS 的占位文件）；完整的，请用 optimum-cli export onnx 重新转换',
  ],
  'damaged-tokenizer': ['模型的分词设置无法使用', '请重新复制 tokenizer.json 和 tokenizer_config.json'],
  'not-an-encoder': ['这个模型不能把一段文字变成向量', KIND],
  'not-a-number': ['模型给出的结果不是有效的数', '请换用 fp32 的权重（onnx/model.onnx），或换一个模型'],
  'no-library': [
    '本机没有安装使用模型所需的程序库',
    '请在清规所在的文件夹运行 npm install @huggingface/transformers，或去掉 --model',
  ],
  'broken-library': [
    '使用模型所需的程序库已安装，但无法载入',
    '请在清规所在的文件夹重新运行 npm ci，或去掉 --model',
  ],
} as const;

/** What can be wrong with a model. */
export type EncoderProblem = keyof typeof WORDS;

/** Longest detail of another program's that is shown. */
const DETAIL = 200;

/** The user's words for a problem; `place` says where it is, `cause` is the error that was met, if any. */
export const encoderRefusal = (problem: EncoderProblem, place: string, cause?: unknown): UsageError => {
  const [what, advice] = WORDS[problem];
  // What the library says helps where the reason is not plain; the system's errors have their own words above.
  const detail = cause instanceof Error && codeOf(cause) === '' ? cause.message.split('\n', 1)[0]! : '';
  const shown = detail === '' ? '' : `（${detail.slice(0, DETAIL)}）`;
  return new UsageError(`${what}：${place}${shown}`, advice, cause === undefined ? undefined : { cause });
};
