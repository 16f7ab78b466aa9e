import type { Reason } from '../../model/index.js';
import { Refused } from '../errors.js';

/** The results of a file are gone or can not be made again. */
export class UnreadableFile extends Refused {
  constructor(source: string, reason?: Reason) {
    super(
      reason
        ? `无法重新分析 ${source}：${reason.message}`
        : `没有 ${source} 的分析结果，或与扫描时的版本不同`,
      reason?.advice ?? '请重新扫描后再打开；已作的决定都在',
    );
  }
}
