import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAddUser, runListUsers, runPassword, runRemoveUser, runRole } from '../../../cli/users/users.js';
import { openStore, personBy } from '../../../store/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-users-'));
const database = join(folder, 'qinggui.db');
const options = { database };
beforeAll(async () => (await openStore(database)).close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command says. @param password what is typed; nothing is to be asked where it is not given. */
const said = async (run: (surroundings: object) => Promise<number>, password?: string): Promise<string> => {
  let words = '';
  const status = await run({
    say: (more: string) => {
      words += more;
    },
    now: () => new Date('2026-03-01T00:00:00.000Z'),
    ask: async () => {
      if (password === undefined) throw new Error('asked for a password');
      return password;
    },
  });
  expect(status).toBe(0);
  return words;
};

it('adds, lists, changes and shuts out, and says so in Chinese', async () => {
  const add = (name: string, role: 'administrator' | 'reviewer', password?: string) =>
    said((around) => runAddUser(name, { ...options, role }, around), password);
  expect(await said((around) => runListUsers(options, around))).toBe(
    '还没有人员。添加：qinggui users add <姓名> --role 管理员\n',
  );
  expect(await add('王一', 'reviewer', '青山绿水四季常在')).toBe(
    '已添加“王一”，角色：初核人。\n注意：还没有管理员。添加一个：qinggui users add <姓名> --role 管理员\n',
  );
  expect(await add(' 李 二', 'administrator', '青山绿水四季常在')).toBe('已添加“李 二”，角色：管理员。\n');
  await expect(add('王一', 'reviewer')).rejects.toThrow('已有“王一”');
  await expect(add('赵三', 'reviewer', '短')).rejects.toThrow('至少 8 个字符');
  expect(await said((around) => runRole('王一', 'second', options, around))).toContain('复核人');
  expect(await said((around) => runPassword('王一', options, around), '换成了另一个密码')).toContain(
    '已修改',
  );
  const store = await openStore(database);
  expect(await personBy(store, '王一', '换成了另一个密码')).toMatchObject({ role: 'second' });
  expect(await personBy(store, '王一', '青山绿水四季常在')).toBeNull();
  await store.close();
  expect(await said((around) => runRemoveUser('王一', options, around))).toContain('已停用“王一”');
  expect(await said((around) => runListUsers(options, around))).toBe(
    [
      '姓名   角色      状态    添加日期',
      '李 二  管理员    在用    2026-03-01',
      '王一   复核人    已停用  2026-03-01',
      '',
    ].join('\n'),
  );
  await expect(said((around) => runPassword('王一', options, around))).rejects.toThrow(
    '没有“王一”，或已停用',
  );
  await expect(said((around) => runRemoveUser('李 二', options, around))).rejects.toThrow('最后一个管理员');
  await expect(said((around) => runRole('没有', 'reader', options, around))).rejects.toThrow('没有“没有”');
  expect(await add('王一', 'reviewer', '青山绿水四季常在')).toBe('已重新启用“王一”，角色：初核人。\n');
});

it('makes no database where there is none', async () => {
  await expect(
    said((around) => runListUsers({ database: join(folder, 'other.db') }, around)),
  ).rejects.toThrow('找不到数据库');
});
