import type { WriteStream } from 'node:tty';
import { shortened } from './width.js';

/** Tells the user how far the scan is. */
export interface Progress {
  /** Begins, with the number of files; later calls add those found inside of others. */
  found(more: number): void;
  /** `done` files have their result; `source` is the file that has just got its one. */
  update(done: number, source: string): void;
  /** Clears the line, so that what follows stands alone. */
  stop(): void;
}

/** Columns of the bar itself. */
const BAR = 24;
/** What stands beside the file's name: bar, counts, time left. */
const BESIDE = BAR + 44;
const FEWEST_COLUMNS = 12;
/** Without a terminal, one line for each of this many parts of the whole, but none for fewer files than FEWEST. */
const PARTS = 10;
const FEWEST = 20;

/** A bar on a terminal, a few plain lines elsewhere. */
export const startProgress = (stream: WriteStream): Promise<Progress> | Progress =>
  stream.isTTY ? bar(stream) : plainLines(stream);

const bar = async (stream: WriteStream): Promise<Progress> => {
  const { default: cliProgress } = await import('cli-progress');
  const single = new cliProgress.SingleBar({
    stream,
    hideCursor: true,
    clearOnComplete: true,
    barsize: BAR,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    format: (options, params, payload: { source?: string }) => {
      const drawn = cliProgress.Format.BarFormat(params.progress, options);
      const columns = Math.max(FEWEST_COLUMNS, (stream.columns ?? 80) - BESIDE);
      const name = shortened(payload.source ?? '', columns);
      return `${drawn} ${params.value}/${params.total} 份  ${timeLeft(params.eta)}  ${name}`;
    },
  });
  let total = 0;
  return {
    found: (more) => {
      total += more;
      if (total === more) single.start(total, 0, { source: '' });
      else single.setTotal(total);
    },
    update: (done, source) => single.update(done, { source }),
    stop: () => single.stop(),
  };
};

const plainLines = (stream: NodeJS.WritableStream): Progress => {
  let whole = 0;
  let said = 0;
  let step = FEWEST;
  return {
    found: (more) => {
      whole += more;
      step = Math.max(FEWEST, Math.ceil(whole / PARTS));
      if (whole === more) stream.write(`共 ${whole} 份文件\n`);
    },
    update: (done) => {
      if (done < whole && done - said < step) return;
      said = done;
      stream.write(`已处理 ${done}/${whole} 份\n`);
    },
    stop: () => undefined,
  };
};

/** Seconds as 剩余约 1 分 20 秒. */
export const timeLeft = (seconds: number): string => {
  if (!Number.isFinite(seconds) || seconds < 0) return '正在估计剩余时间';
  const whole = Math.round(seconds);
  if (whole < 60) return `剩余约 ${whole} 秒`;
  if (whole < 3600) return `剩余约 ${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
  return `剩余约 ${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`;
};
