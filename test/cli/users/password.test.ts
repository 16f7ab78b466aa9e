import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askPassword } from '../../../cli/users/password.js';

/** What is asked of an input to which this is sent, piece by piece, and what was shown. */
const asked = async (pieces: readonly (string | Buffer)[], terminal: boolean) => {
  let shown = '';
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: terminal,
    setRawMode: (on: boolean) => raw.push(on),
  });
  const answer = askPassword('王一', {
    input,
    prompt: {
      write: (text: string) => {
        shown += text;
      },
    },
  });
  answer.catch(() => undefined);
  for (const piece of pieces) {
    input.write(piece);
    await new Promise((later) => setImmediate(later));
  }
  if (!terminal) input.end();
  return { answer: () => answer, shown: () => shown, raw };
};

it('takes the first line of standard input, whatever its end', async () => {
  for (const [text, password] of [
    ['青山绿水四季常在\n另一行\n', '青山绿水四季常在'],
    ['abc defgh\r\n', 'abc defgh'],
    ['\uFEFF没有行尾的密码', '没有行尾的密码'],
  ] as const)
    expect(await (await asked([text], false)).answer()).toBe(password);
  for (const pieces of [[], ['\n'], ['a'.repeat(5_000)]])
    await expect((await asked(pieces, false)).answer()).rejects.toThrow('没有读到密码');
});

it('puts together a character that comes in two pieces', async () => {
  const bytes = Buffer.from('密码密码密码密码\n');
  expect(await (await asked([bytes.subarray(0, 4), bytes.subarray(4)], false)).answer()).toBe(
    '密码密码密码密码',
  );
  const typed = await asked([bytes.subarray(0, 4), bytes.subarray(4), bytes], true);
  expect(await typed.answer()).toBe('密码密码密码密码');
});

it('asks a terminal twice and shows nothing of it', async () => {
  const typed = await asked(['青山错\u007F绿水\r', '全删\u0015青山绿水\r'], true);
  expect(await typed.answer()).toBe('青山绿水');
  expect(typed.shown()).toBe('请输入“王一”的密码（输入时不显示）：\n请再输入一次：\n');
  expect(typed.raw).toEqual([true, false, true, false]);
});

it('takes both from one paste', async () => {
  expect(await (await asked(['青山绿水\r青山绿水\r'], true)).answer()).toBe('青山绿水');
});

it('refuses two that differ, and gives the terminal back after Ctrl-C', async () => {
  const differ = await asked(['青山绿水\r', '青山绿树\r'], true);
  await expect(differ.answer()).rejects.toThrow('两次输入的密码不同');
  for (const end of ['\u0003', '\u0004']) {
    const broken = await asked([end], true);
    await expect(broken.answer()).rejects.toThrow('没有输入密码');
    expect(broken.raw).toEqual([true, false]);
  }
});
