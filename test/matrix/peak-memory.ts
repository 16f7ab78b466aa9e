import { readFileSync } from 'node:fs';

/**
 * Most resident memory that this process ever held, in megabytes. What the system counts for a process begins with what
 * its parent held when it was started; Linux also counts what the program itself held.
 */
export const peakMemory = (): number => {
  const kilobytes = ownPeak() ?? process.resourceUsage().maxRSS;
  return Math.round(kilobytes / 1024);
};

const ownPeak = (): number | null => {
  try {
    const own = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return own === undefined ? null : Number(own);
  } catch {
    return null;
  }
};
