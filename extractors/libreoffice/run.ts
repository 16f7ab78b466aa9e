import { type ChildProcess, spawn } from 'node:child_process';

/** What a program may take. */
export interface RunLimits {
  readonly milliseconds: number;
  /** Bytes of the largest file that it may write. */
  readonly fileBytes: number;
}

/** How a program ended: by itself, or by the time limit. */
export type RunEnd = 'ended' | 'timeout' | 'not-started';

const WINDOWS = process.platform === 'win32';
/** Address space in kilobytes: LibreOffice maps about 2 GB. */
const MEMORY = 6 * 1024 * 1024;

/**
 * Limits what the program takes. Where this process is killed and can end nothing itself, pipe 3 closes: then the
 * guard removes the run's folder and ends the whole process group.
 */
const GUARD = `ulimit -c 0; ulimit -f "$1"; ulimit -v ${MEMORY} 2>/dev/null
folder=$2; shift 2
"$@" 3<&- & program=$!
{ read -r _ <&3; rm -rf "$folder"; kill -KILL 0; } &
exec 3<&-
wait "$program"`;

/**
 * Runs a program to its end or to the time limit; none of the processes that it has started outlives the call.
 * `folder` is the run's own.
 */
export const runLimited = async (
  program: string,
  args: readonly string[],
  folder: string,
  limits: RunLimits,
): Promise<RunEnd> => {
  const child = start(program, args, folder, limits);
  return new Promise((resolve) => {
    let end: RunEnd = 'ended';
    const timer = setTimeout(() => {
      end = 'timeout';
      killAll(child);
    }, limits.milliseconds);
    const finish = (status: number | null): void => {
      clearTimeout(timer);
      // Before the guard sees its pipe close.
      killAll(child);
      child.stdio[3]?.destroy();
      resolve(end === 'ended' && (status === 126 || status === 127) ? 'not-started' : end);
    };
    child.once('exit', finish);
    child.once('error', () => finish(127));
  });
};

const start = (
  program: string,
  args: readonly string[],
  folder: string,
  { fileBytes }: RunLimits,
): ChildProcess => {
  const env = environment(folder);
  if (WINDOWS) return spawn(program, args, { cwd: folder, env, stdio: 'ignore', windowsHide: true });
  const guarded = ['-c', GUARD, 'sh', `${Math.ceil(fileBytes / 512)}`, folder, program, ...args];
  return spawn('/bin/sh', guarded, {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
};

/** Ends what a program may have left running. */
const killAll = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (WINDOWS) {
    spawn('taskkill', ['/PID', `${child.pid}`, '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
};

/** No more of this process's surroundings than a program needs to start; everything that it keeps goes into `folder`. */
const environment = (folder: string): NodeJS.ProcessEnv => {
  const passed = ['PATH', 'SystemRoot', 'windir', 'ProgramFiles', 'LD_LIBRARY_PATH'];
  const env = Object.fromEntries(
    passed.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    ...env,
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    LANG: 'C.UTF-8',
    SAL_USE_VCLPLUGIN: 'svp',
  };
};
