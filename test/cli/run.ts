import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const PROGRAM = resolve('bin/qinggui.js');

/** What a run of the program left. */
export interface Run {
  /** null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built program as a user would. */
export const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, QINGGUI_DATABASE: '', ...env } });

/** Waits for a started program. */
export const ended = (child: ChildProcess, input = ''): Promise<Run> =>
  new Promise((done, failed) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', failed);
    child.once('close', (status) => done({ status, stdout, stderr }));
    child.stdin?.on('error', () => undefined).end(input);
  });

/** Runs the built program to its end. A scan of few files has one reading process: each takes a second to start. */
export const qinggui = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Run> => {
  const [command, ...rest] = args;
  const isScan = command === 'scan' && !args.includes('--workers');
  return ended(start(isScan ? [command, '--workers', '1', ...rest] : args, env), input);
};

const KINDS = ['信用管理', '垃圾分类管理', '节约用水', '市场秩序', '出租汽车服务', '档案工作'] as const;

/** One small document; the same number gives the same text. */
export const page = (number: number, articles = 6): string => {
  const kind = KINDS[number % KINDS.length]!;
  const body = Array.from({ length: articles }, (_, index) =>
    index % 3 === 2
      ? `<p>第${index + 1}条　有第${number + index}种情形的，依照《云川省信用条例》第十${index % 9 === 0 ? '' : '二'}条的规定，列入严重失信主体名单，向社会公布，并限制参加政府采购。</p>`
      : `<p>第${index + 1}条　本市行政区域内的${kind}工作适用本办法，由第${number}科负责。</p>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>清水市${kind}办法</title></head><body><h1>清水市${kind}办法（${number}）</h1><p>清政规〔2020〕${number + 1}号</p>${body.join('\n')}<p>清水市人民政府</p><p>2020年3月${(number % 28) + 1}日</p></body></html>`;
};

/** Writes `count` documents into a folder with subfolders, some of them as plain text. */
export const makeFolder = (folder: string, count: number, articles = 6): void => {
  for (let number = 0; number < count; number += 1) {
    const path = join(folder, `第${number % 3}科`, `${String(number).padStart(3, '0')}.html`);
    mkdirSync(dirname(path), { recursive: true });
    if (number % 4 === 3)
      writeFileSync(path.replace(/html$/u, 'txt'), page(number, articles).replace(/<[^>]*>/gu, '\n'));
    else writeFileSync(path, page(number, articles));
  }
};
