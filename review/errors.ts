import type { Conflict } from './api.js';

/** What a request is answered with when it can not be done. Message and advice are read by the clerk: Chinese. */
export abstract class ReviewError extends Error {
  abstract readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429;
  readonly advice: string;
  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.advice = advice;
  }
}

/** The request itself is wrong. Errors of use (`UsageError`) are answered the same way. */
export class BadRequest extends ReviewError {
  readonly status = 400;
}

/** This person may not do it, or nobody may any more. */
export class Refused extends ReviewError {
  readonly status = 403;
}

/** There is no such document, page, passage, chart. */
export class NotFound extends ReviewError {
  readonly status = 404;
  constructor(message = '没有找到', advice = '请返回文件列表重新选择', options?: ErrorOptions) {
    super(message, advice, options);
  }
}

/** Somebody was faster. Nothing of the request was written. */
export class Conflicting extends ReviewError {
  readonly status = 409;
  readonly conflicts: readonly Conflict[];
  constructor(conflicts: readonly Conflict[], message = '', advice = '') {
    super(
      message || conflicts[0]?.message || '与他人的决定冲突',
      advice || '本次决定没有保存；请查看最新内容后重新决定',
    );
    this.conflicts = conflicts;
  }
}

/** More bytes than are taken. */
export class TooLarge extends ReviewError {
  readonly status = 413;
}

/** Asked too often. */
export class TooMany extends ReviewError {
  readonly status = 429;
  /** Seconds until it may be asked again. */
  readonly wait: number;
  constructor(wait: number, message: string, advice: string) {
    super(message, advice);
    this.wait = wait;
  }
}
