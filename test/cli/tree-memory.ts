import { readdirSync, readFileSync } from 'node:fs';

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
    for (const { id, parent, resident } of processes()) {
      if (id === pid) most.parent = Math.max(most.parent, resident);
      else if (parent === pid) most.child = Math.max(most.child, resident);
    }
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    return most;
  };
};

const processes = (): { id: number; parent: number; resident: number }[] =>
  namesIn('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'latin1');
        const numberOf = (field: string): number =>
          Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
        const resident = Math.round(numberOf('VmRSS') / 1024);
        return [{ id: Number(name), parent: numberOf('PPid'), resident }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
