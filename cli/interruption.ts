/** Ctrl-C and a polite kill, as the scan sees them. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Tells the user how to go on, and returns the exit status that shells expect. */
  say(): number;
  /** Gives the signals back. */
  stop(): void;
}

/** Exit statuses: 128 and the signal's number. */
const STATUS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The first signal lets the files under way finish; a second one ends the process at once, which loses no more
 * than those files.
 */
export const listenForInterruption = (): Interruption => {
  const controller = new AbortController();
  let status: number = STATUS.SIGINT;
  const listener = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (controller.signal.aborted) process.exit(STATUS[signal]);
    status = STATUS[signal];
    process.stderr.write('\n正在完成手头的文件，再按一次 Ctrl-C 立即退出……\n');
    controller.abort();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    signal: controller.signal,
    say: () => {
      process.stderr.write('扫描已中断，台账未更新。重新运行同一命令即可继续，已读取的文件不会重新处理。\n');
      return status;
    },
    stop: () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
};
