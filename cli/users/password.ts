import { StringDecoder } from 'node:string_decoder';
import { UsageError } from '../../model/index.js';

/** Where a password comes from, and where it is asked for. */
export interface PasswordStreams {
  readonly input: NodeJS.ReadableStream & {
    readonly isTTY?: boolean;
    setRawMode?(raw: boolean): unknown;
  };
  readonly prompt: { write(text: string): unknown };
}

const STANDARD: PasswordStreams = { input: process.stdin, prompt: process.stderr };
/** No password is longer; who sends more does not mean one. In bytes. */
const LONGEST = 4_096;

/**
 * A new password: at a terminal typed twice and not shown, else the first line of standard input.
 *
 * @throws UsageError where none comes, or the two differ; with Ctrl-C too.
 */
export const askPassword = async (name: string, streams = STANDARD): Promise<string> => {
  const { input } = streams;
  if (!input.isTTY || !input.setRawMode) return firstLine(input);
  const first = await typed(`请输入“${name}”的密码（输入时不显示）：`, streams);
  if ((await typed('请再输入一次：', streams)) !== first)
    throw new UsageError('两次输入的密码不同', '请重新运行命令，再输入一次');
  return first;
};

const firstLine = async (input: NodeJS.ReadableStream): Promise<string> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of input) {
    const piece = Buffer.from(part as Uint8Array | string);
    parts.push(piece);
    bytes += piece.length;
    if (piece.includes(0x0a) || bytes > LONGEST) break;
  }
  const line = Buffer.concat(parts)
    .toString('utf8')
    .split(/\r?\n/u)[0]!
    .replace(/^\uFEFF/u, '');
  if (line === '' || bytes > LONGEST)
    throw new UsageError('没有读到密码', '请在终端中运行并输入，或从标准输入送入一行密码');
  return line;
};

/** Keys as a terminal in raw mode sends them. */
const KEY = { enter: /[\r\n]/u, interrupt: '\u0003', end: '\u0004', erase: /[\b\u007F]/u, clear: '\u0015' };

const typed = (question: string, { input, prompt }: PasswordStreams): Promise<string> =>
  new Promise((done, failed) => {
    const decoder = new StringDecoder('utf8');
    let letters: string[] = [];
    const end = (finish: () => void): void => {
      input.off('data', hear);
      input.off('end', gone);
      input.setRawMode?.(false);
      input.pause();
      prompt.write('\n');
      finish();
    };
    const gone = (): void => end(() => failed(new UsageError('没有输入密码', '需要时请重新运行命令')));
    const hear = (bytes: Buffer | string): void => {
      const heard = [...decoder.write(Buffer.from(bytes as string))];
      for (const [at, letter] of heard.entries()) {
        if (letter === KEY.interrupt || (letter === KEY.end && letters.length === 0)) {
          gone();
          return;
        }
        if (KEY.enter.test(letter)) {
          end(() => done(letters.join('')));
          // What was pasted with it answers the next question.
          if (at + 1 < heard.length) input.unshift(heard.slice(at + 1).join(''));
          return;
        }
        if (KEY.erase.test(letter)) letters.pop();
        else if (letter === KEY.clear) letters = [];
        else if (!/\p{Cc}/u.test(letter)) letters.push(letter);
      }
    };
    prompt.write(question);
    input.setRawMode?.(true);
    input.on('data', hear);
    input.on('end', gone);
    input.resume();
  });
