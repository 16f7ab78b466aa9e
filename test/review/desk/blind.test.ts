import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionRequest } from '../../../review/api.js';
import { decide } from '../../../review/desk/decide.js';
import { samePassages } from '../../../review/desk/same.js';
import { Conflicting } from '../../../review/errors.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const FILES = {
  '01 市容.txt': CREDIT,
  '02 公园.txt': PLAIN,
  '03 广告.txt': SECOND_CREDIT,
  '04 坏.pdf': { failed: '文件已损坏' },
};

/** Everything that the second reviewer is shown before they are done. */
const shown = async () => {
  const list = await work.list(SECOND);
  const views = [];
  const same = [];
  for (const { id } of list) {
    const view = await work.view(id, SECOND);
    views.push(view);
    for (const { key } of view.passages) same.push(await samePassages(desk.context, id, key, SECOND));
  }
  return { list, views, same };
};

describe('what a blind second reviewer is shown', () => {
  it('is the same whatever the first has decided', async () => {
    await desk.scan(FILES);
    const before = await shown();
    const [credit, plain, second, broken] = (await work.list()).map(({ id }) => id) as [
      number,
      number,
      number,
      number,
    ];
    for (const { key, findings } of (await work.view(credit)).passages.slice(0, 3))
      for (const { label } of findings) await work.judge(credit, key, label, 'rejected');
    await work.judge(plain, (await work.view(plain)).units[2]!.key, 'P', 'confirmed');
    await work.write(second, 'disposal', '立法');
    await work.write(second, 'nationalBasis', '是');
    await work.confirm(credit, FIRST, false);
    for (const id of [plain, second]) await work.confirm(id);
    await work.look(broken, '通讯录');
    expect(await shown()).toEqual(before);
  });

  it('does not tell after another scan that the first had confirmed', async () => {
    await desk.scan(FILES);
    const id = await work.idOf('市容');
    await work.confirm(id);
    await desk.scan({ ...FILES, '01 市容.txt': CREDIT.replace('三年', '五年') });
    expect((await work.view(id, SECOND)).changed).toEqual([]);
    expect((await work.view(id, FIRST)).changed).toContain('文件内容在确认之后有改动，请核对');
  });

  it('is not the first’s row when their own confirmation comes too late', async () => {
    await desk.scan(FILES);
    const id = await work.idOf('市容');
    await work.confirm(id);
    const changes = [{ kind: 'row' as const, seen: 0, after: { included: true, print: 'of before' } }];
    const request = decisionRequest.parse({ batch: randomUUID(), items: [{ document: id, changes }] });
    const refused = await decide(desk.context, request, SECOND).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Conflicting);
    expect((refused as Conflicting).conflicts).toMatchObject([{ now: null, seq: 0, who: '' }]);
  });
});
