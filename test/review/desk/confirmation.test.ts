import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summaryFigures } from '../../../review/desk/figures.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const stateOf = async (id: number) => (await work.list()).find((each) => each.id === id)?.state;

describe('a confirmation ends', () => {
  it('when other words stand in the file of which the tool says the same', async () => {
    await desk.scan({ '市容.txt': CREDIT, '公园.txt': PLAIN });
    const [credit, plain] = [await work.idOf('市容'), await work.idOf('公园')];
    await work.confirm(credit);
    await work.confirm(plain, FIRST, false);
    await desk.scan({
      '市容.txt': CREDIT.replace('制定本办法', '特制定本办法'),
      '公园.txt': PLAIN.replace('可以临时关闭', '可以随时关闭'),
    });
    expect([await stateOf(credit), await stateOf(plain)]).toEqual(['conflict', 'conflict']);
  });

  it('when other words are marked as those that carry a label', async () => {
    await desk.scan({ '市容.txt': CREDIT });
    const id = await work.idOf('市容');
    await work.confirm(id);
    const { passages, decisions } = await work.view(id);
    const [{ key, findings }] = passages as [(typeof passages)[number]];
    const { label } = findings[0]!;
    await work.change(id, {
      kind: 'finding',
      passage: key,
      label,
      seen: decisions[`finding:${key}:${label}`]!.seq,
      after: { verdict: 'confirmed', spans: [{ start: 5, end: 9 }] },
    });
    expect(await stateOf(id)).toBe('pending');
  });

  it('when another file that can not be read lies in the place of one that was looked into', async () => {
    await desk.scan({ '扫描.pdf': { failed: '文件已损坏' }, '旧.pdf': { failed: '有密码' } });
    const [looked, rowed] = [await work.idOf('扫描'), await work.idOf('旧')];
    await work.look(looked, '通讯录');
    await work.write(rowed, 'summary', '第三条');
    await work.confirm(rowed);
    expect([await stateOf(looked), await stateOf(rowed)]).toEqual(['looked', 'confirmed']);
    await desk.scan({ '扫描.pdf': { failed: '文件不完整' }, '旧.pdf': { failed: '不是文档' } });
    expect([await stateOf(looked), await stateOf(rowed)]).toEqual(['unread', 'conflict']);
    const { unreadFiles } = await summaryFigures(desk.context, { drafts: false });
    expect(unreadFiles.map(({ looked: isLooked }) => isLooked)).toEqual([false, false]);
  });
});

describe('many documents at once', () => {
  it('are not confirmed: each row is looked at', async () => {
    await desk.scan({ '市容.txt': CREDIT, '广告.txt': SECOND_CREDIT });
    const items = [];
    for (const { id } of await work.list()) {
      const { print } = await work.view(id);
      items.push({
        document: id,
        changes: [{ kind: 'row' as const, seen: 0, after: { included: true, print } }],
      });
    }
    await expect(work.say(items)).rejects.toThrow('一次只能确认一份文件');
    expect((await work.list()).map(({ state }) => state)).toEqual(['pending', 'pending']);
  });

  it('are not judged where their words differ', async () => {
    await desk.scan({ '市容.txt': CREDIT, '广告.txt': SECOND_CREDIT });
    const [credit, other] = (await work.list()).map(({ id }) => id) as [number, number];
    const judged = async (document: number, words: string) => {
      const { text, units } = await work.view(document);
      const passage = units.find(({ start, end }) => text.slice(start, end).includes(words))!.key;
      const after = { verdict: 'confirmed' as const };
      return {
        document,
        changes: [{ kind: 'finding' as const, passage, label: 'D' as const, seen: 0, after }],
      };
    };
    const one = await judged(credit, '记入信用档案');
    await expect(work.say([one, await judged(other, '为了规范')])).rejects.toThrow('只限于文字相同的条款');
    await work.say([one, await judged(other, '记入信用档案')]);
  });
});

describe('a confirmation', () => {
  it('of a row that a person has written for an unread file counts with its answers', async () => {
    await desk.scan({ '旧.pdf': { failed: '有密码' } });
    const id = await work.idOf('旧');
    await work.write(id, 'nationalBasis', '否');
    await work.write(id, 'disposal', '废止');
    await work.confirm(id);
    expect((await work.list())[0]).toMatchObject({ hasRow: true, national: '否', disposal: '废止' });
  });

  it('is on the disk before it is answered', async () => {
    await desk.scan({ '市容.txt': CREDIT });
    await work.confirm(await work.idOf('市容'));
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(desk.store.db);
    expect(rows).toEqual([{ synchronous: 2 }]);
  });
});
