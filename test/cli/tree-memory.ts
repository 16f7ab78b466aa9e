import { readFileSync } from 'node:fs';

/** Most resident memory of a process and of its children while they were watched, in megabytes. */
export interface TreeMemory {
  readonly parent: number;
  /** Of the largest child. */
  readonly child: number;
}

const INTERVAL = 100;

/** Looks at a process and its children until it is told to stop; zeros where the system has no /proc. */
export const watchMemory = (pid: number): (() => TreeMemory) => {
  const most = { parent: 0, child: 0 };
  const timer = setInterval(() => {
    most.parent = Math.max(most.parent, residentOf(pid));
    for (const child of childrenOf(pid)) most.child = Math.max(most.child, residentOf(child));
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    return most;
  };
};

/** Asked of the process itself: to look at all that run on a machine takes as much of it as the scan that is watched. */
const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);

const residentOf = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+)/mu.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);

/** Nothing where it has ended meanwhile. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};
