import { UsageError } from '../../model/index.js';
import { ReviewDesk, type RunningServer, type ServerOptions, startServer } from '../../review/index.js';
import { listPersons, type Store } from '../../store/index.js';
import { version } from '../version.js';
import { withDesk } from './desk-context.js';
import type { DeskOptions } from './options.js';
import { reviewerName } from './reviewer.js';

/** Where the page stands unless the user says otherwise: the number of the notice that it serves. */
export const DEFAULT_PORT = 4949;

/** As commander parses them. */
export interface ReviewOptions extends DeskOptions {
  /** false with --no-open. */
  readonly open: boolean;
  readonly port?: number;
  readonly host?: string;
  readonly origin?: readonly string[];
  readonly reviewer?: string;
  readonly second?: boolean;
}

/** `qinggui review`: the page on which a person confirms, until it is stopped. Returns the exit status. */
export const runReview = async (options: ReviewOptions): Promise<number> => {
  const stopped = untilStopped();
  return withDesk(options, async (context) => {
    const { store, profile, form } = context;
    if (options.host !== undefined) await mustHavePersons(store);
    const server = await started(options, {
      desk: new ReviewDesk(context),
      store,
      ...(options.host !== undefined && { host: options.host }),
      local:
        options.host === undefined
          ? { name: reviewerName(options.reviewer), role: options.second ? 'second' : 'administrator' }
          : null,
      ...(options.origin && { origins: options.origin }),
      about: { unit: profile.unit, form, version: version() },
    });
    process.stdout.write(`${server.url}\n`);
    process.stderr.write(
      options.host === undefined
        ? '复核页面已就绪。上面的网址只能用一次、10 分钟内有效，请不要转给他人。按 Ctrl-C 结束；作出的决定随时保存。\n'
        : '复核页面已就绪，可在网络上用上面的网址登录。按 Ctrl-C 结束；作出的决定随时保存。\n',
    );
    if (options.open) await openBrowser(server.url);
    await stopped;
    await server.close();
    process.stderr.write('\n复核页面已停止，已作的决定都已保存。再次打开：qinggui review\n');
    return 0;
  });
};

/** The port that was asked for, and no other; without one the usual port, or any that is free. */
const started = async (
  { port, host }: ReviewOptions,
  rest: Omit<ServerOptions, 'port'>,
): Promise<RunningServer> => {
  if (port !== undefined) return startServer({ ...rest, port });
  try {
    return await startServer({ ...rest, port: DEFAULT_PORT });
  } catch (error) {
    // On a network others know the address: it must not change by itself.
    if (host !== undefined || !(error instanceof UsageError)) throw error;
    return startServer({ ...rest, port: 0 });
  }
};

const mustHavePersons = async (store: Store): Promise<void> => {
  if ((await listPersons(store)).some(({ active }) => active)) return;
  throw new UsageError(
    '对网络开放之前，须先添加可以登录的人员',
    '请运行 qinggui users add <姓名> --role administrator',
  );
};

const openBrowser = async (url: string): Promise<void> => {
  const byHand = (): void => {
    process.stderr.write('没有能打开的浏览器，请自行在浏览器中打开上面的网址。\n');
  };
  try {
    const { default: open } = await import('open');
    const browser = await open(url);
    browser.once('error', byHand);
  } catch {
    byHand();
  }
};

/** Ctrl-C or a polite kill. A second one ends the process at once. */
const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    let asked = false;
    const listener = (): void => {
      if (asked) process.exit(130);
      asked = true;
      stop();
    };
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
  });
