import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Check,
  claimOf,
  type Frame,
  frameOf,
  readCertificate,
  verifyCertificate,
} from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { CERTIFICATE_FILES } from './certificate.js';
import { least } from './percent.js';

const WORDS: Readonly<Record<Check['what'], string>> = {
  hash: '证书自身的校验值',
  frame: '总体的校验值和条数',
  draw: '由种子重新抽取的样本和次序',
  tally: '由答案重新计数的结果',
  statement: '重新计算的上限和查全率',
};
const BROKEN = 1;

/** `qinggui audit verify`. Returns the exit status, 1 where something does not come out again. */
export const runVerifyCertificate = async (
  path: string,
  options: { readonly frame?: string },
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> => {
  const certificate = readCertificate(await textOf(path));
  if (!certificate)
    throw new UsageError(
      `不是抽查证书：${path}`,
      '请写出由 qinggui audit sample certificate 写出的 .json 文件',
    );
  const frame = await frameAt(options.frame ?? join(dirname(path), CERTIFICATE_FILES.frame), options.frame);
  const checks = verifyCertificate(certificate, frame);
  for (const { what, holds } of checks)
    say(`${holds === null ? '未核' : holds ? '一致' : '不符'}  ${WORDS[what]}\n`);
  if (!frame) say('没有找到抽查总体（抽查总体.jsonl），抽取未能核验；请用 --frame 写出它的路径。\n');
  const whole = checks.every(({ holds }) => holds !== false);
  const { plain } = claimOf(certificate.statement);
  say(
    whole
      ? `${frame ? '证书全部重算一致' : '已核的各项一致'}：查全率下限 ${plain.recall === null ? '（无）' : least(plain.recall)}。\n`
      : '证书与重算的结果不符，不能采信。\n',
  );
  return whole ? 0 : BROKEN;
};

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`读不到文件 ${path}`, '请核对路径', { cause });
  });

/** null where the file beside the certificate is not there. */
const frameAt = async (path: string, given: string | undefined): Promise<Frame | null> => {
  let text: string;
  try {
    text = await textOf(path);
  } catch (error) {
    if (given === undefined) return null;
    throw error;
  }
  try {
    return frameOf(text);
  } catch (cause) {
    throw new UsageError(`不是抽查总体：${path}`, '它应是与证书一起写出的 .jsonl 文件，一字未改', { cause });
  }
};
