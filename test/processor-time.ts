/**
 * Starts to count the milliseconds that this process has of the processor, and gives what tells them. Unlike those of
 * the clock they do not go on while a busy machine does something else.
 */
export const processorTime = (): (() => number) => {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
};
