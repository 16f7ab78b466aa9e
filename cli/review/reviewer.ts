import { userInfo } from 'node:os';
import type { Who } from '../../review/index.js';

/** Who sits at this machine: in the log stands the given name, or the one under which the person is signed in here. */
export const reviewerName = (given?: string): string => {
  if (given !== undefined) return given.trim();
  try {
    return userInfo().username || '本机用户';
  } catch {
    return '本机用户';
  }
};

/** A person at a command of this machine, who decides as the first reviewer. */
export const localPerson = (given?: string): Who => ({
  name: reviewerName(given),
  role: 'administrator',
  lane: 'first',
});
