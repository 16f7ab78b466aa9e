import type { Conflict, DecisionAnswer, DecisionRequest, ErrorAnswer } from '../../api.js';
import type { SendResult } from './outbox.js';

/** An answer that is no success; status 0 where the server could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly advice: string,
    readonly conflicts: readonly Conflict[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** An address below /api. Empty values are left out. */
export const address = (path: string, query: Query = {}): string => {
  const words = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return `/api/${path}${words ? `?${words}` : ''}`;
};

const ask = async <T>(url: string, init: RequestInit): Promise<T> => {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch {
    throw new ApiError(0, '连接不上服务', '请确认审核服务仍在运行（运行 qinggui review 的窗口没有关闭）');
  }
  if (response.ok) return (await response.json()) as T;
  const answer = (await response.json().catch(() => null)) as ErrorAnswer | null;
  throw new ApiError(
    response.status,
    answer?.error?.message ?? `服务出错（${response.status}）`,
    answer?.error?.advice ?? '请稍后再试',
    answer?.conflicts,
  );
};

export const get = <T>(path: string, query?: Query): Promise<T> =>
  ask<T>(address(path, query), { headers: { accept: 'application/json' } });

export const post = <T>(path: string, body: unknown = {}, query?: Query): Promise<T> =>
  ask<T>(address(path, query), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });

const MEGABYTE = 1_048_576;
/** What the server takes at most. It hangs up on more, which would read as if it were away. */
const MOST = 50;

export const postFile = async <T>(path: string, file: Blob, query?: Query): Promise<T> => {
  if (file.size > MOST * MEGABYTE)
    throw new ApiError(413, `文件超过上限（${MOST} MB）`, '请拆分，或压缩其中的图像后重试');
  return ask<T>(address(path, query), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
    body: file,
  });
};

/** Sends decisions and says what became of them. @param query whose view is wanted back, and in which list it stands. */
export const sendDecisions = async (request: DecisionRequest, query: Query): Promise<SendResult> => {
  try {
    return { kind: 'saved', answer: await post<DecisionAnswer>('decisions', request, query) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) return { kind: 'stranger' };
    if (error.status === 409 && error.conflicts.length > 0)
      return { kind: 'conflict', conflicts: error.conflicts };
    if (error.status === 0 || error.status === 429 || error.status >= 500) return { kind: 'away' };
    return { kind: 'refused', message: error.message, advice: error.advice };
  }
};

/** A number for a batch. `crypto.randomUUID` is missing where the page is not served over https or from this machine. */
export const newBatch = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
