import { expect, it } from 'vitest';
import { Lanes } from '../../pipeline/lanes.js';

const later = (turns: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, turns));

it('never runs more jobs at once than there are lanes', async () => {
  const lanes = new Lanes(3);
  let running = 0;
  let most = 0;
  let done = 0;
  for (let index = 0; index < 20; index += 1)
    await lanes.start(async () => {
      running += 1;
      most = Math.max(most, running);
      await later(index % 4);
      running -= 1;
      done += 1;
    });
  await lanes.drain();
  expect({ most, done, running }).toEqual({ most: 3, done: 20, running: 0 });
});

it('makes the giver wait instead of piling jobs up', async () => {
  const lanes = new Lanes(1);
  let release = (): void => undefined;
  await lanes.start(() => new Promise((resolve) => (release = resolve)));
  let started = false;
  const second = lanes.start(async () => {
    started = true;
  });
  await later(5);
  expect(started).toBe(false);
  release();
  await second;
  expect(started).toBe(true);
});

it('hands the first failure of a job to the giver, and settles without it', async () => {
  const lanes = new Lanes(2);
  await lanes.start(async () => {
    throw new Error('disk full');
  });
  await lanes.settle();
  await expect(lanes.start(async () => undefined)).rejects.toThrow('disk full');
  await expect(lanes.drain()).rejects.toThrow('disk full');
});
