import { UsageError } from '../../model/index.js';
import { workingRefusal } from '../../store/index.js';
import type { ErrorAnswer } from '../api.js';
import { Conflicting, ReviewError, TooMany } from '../errors.js';
import type { ExportedFile } from './desk.js';
import type { Asked } from './tools.js';

/** An answer that is no success, in the clerk's words. */
export const refusal = (
  status: number,
  message: string,
  advice: string,
  more?: Partial<ErrorAnswer>,
): Response => Response.json({ error: { message, advice }, ...more } satisfies ErrorAnswer, { status });

/**
 * What an error is answered with. What the program did not foresee is told to `complain`, and the browser hears no more
 * than that it happened.
 */
export const answerOf = (error: unknown, complain: (error: unknown) => void): Response => {
  if (error instanceof ReviewError) {
    const { message, advice, status } = error;
    const conflicts = error instanceof Conflicting ? error.conflicts : null;
    const answer = refusal(status, message, advice, conflicts ? { conflicts } : {});
    if (error instanceof TooMany) answer.headers.set('Retry-After', String(error.wait));
    return answer;
  }
  if (error instanceof UsageError) return refusal(400, error.message, error.advice);
  complain(error);
  const database = workingRefusal(error, '本次操作没有完成');
  return database
    ? refusal(503, database.message, database.advice)
    : refusal(
        500,
        '程序内部错误，本次操作没有完成',
        '请刷新页面后重试；仍不行的，请把终端中的错误信息反馈给开发者',
      );
};

/** A file that goes out: saved, never shown, under its own name. */
export const fileAnswer = (c: Asked, { bytes, type, name }: ExportedFile): Response =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(name)}`,
  });

/** What RFC 8187 lets stand. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
