import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { qinggui, start } from '../cli/run.js';

/** The unit of the examples: commands on one collection need the same. */
export const PROFILE = ['--profile', 'corpus/profile.json'] as const;
export const EXAMPLES = 'corpus/examples';

/** Scans the examples into a folder, as `npm start` does. */
export const scanExamples = async (output: string): Promise<void> => {
  const { status, stderr } = await qinggui(['scan', EXAMPLES, ...PROFILE, '--output', output]);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
};

/** A port that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

export interface Review {
  /** The first line of its output. */
  readonly url: string;
  /** As a power cut would end it. */
  kill(): Promise<void>;
  /** As Ctrl-C would; gives the exit status. */
  stop(): Promise<number | null>;
}

/** Starts `qinggui review` as a process of its own. */
export const startReview = async (output: string, port: number, more: readonly string[]): Promise<Review> => {
  const child = start(['review', '--no-open', '--port', `${port}`, '--output', output, ...PROFILE, ...more]);
  const gone = once(child, 'close') as Promise<[number | null]>;
  let complaints = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const end = said.indexOf('\n');
      if (end >= 0) found(said.slice(0, end));
    });
    void gone.then(([status]) => failed(new Error(`qinggui review ended with ${status}: ${complaints}`)));
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return (await gone)[0];
  };
  return { url, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
};

/** The files of an export, which are written into a folder below the output's. */
export const exportedLedger = async (output: string): Promise<string> => {
  const to = join(output, '导出');
  const { status, stderr } = await qinggui([
    'export',
    'ledger-xlsx',
    '--output',
    output,
    ...PROFILE,
    '--to',
    to,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return join(to, '台账.xlsx');
};
