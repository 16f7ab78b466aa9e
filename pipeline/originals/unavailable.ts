import { type Reason, type ReasonCode, reason } from '../../model/index.js';

/** Why an original, or a page of it, can not be shown; in the user's words. */
export interface Unavailable extends Omit<Reason, 'code'> {
  /** A reason of a scan, or what has happened since: the file is not there any more, or is another one now. */
  readonly code: ReasonCode | 'moved' | 'changed';
}

const AGAIN = '请放回原处，或重新扫描';

export const moved = (source: string): Unavailable => ({
  code: 'moved',
  message: `原文件已不在扫描时的位置：${source}`,
  advice: `文件可能已被移走、改名或删除，${AGAIN}`,
});

export const rootsUnknown = (): Unavailable => ({
  code: 'moved',
  message: '那次扫描没有记下文件夹的位置',
  advice: '请重新扫描，之后即可对照原文',
});

export const changed = (source: string): Unavailable => ({
  code: 'changed',
  message: `原文件在扫描之后有改动：${source}`,
  advice: `草稿所依据的是改动前的内容；${AGAIN}`,
});

export const closed = (): Unavailable => reason('internal', '程序正在退出');
