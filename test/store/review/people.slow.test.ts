import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addPerson,
  addView,
  beginSession,
  changePassword,
  changeRole,
  endSession,
  findPerson,
  findSession,
  listPersons,
  listViews,
  openStore,
  personBy,
  type Store,
  shutOut,
} from '../../../store/index.js';
import { DIALECTS, freshDatabases } from '../databases.js';

const { fresh } = freshDatabases();
const AT = '2026-03-01T00:00:00.000Z';
const NOW = new Date(AT);
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const PASSWORD = '青山绿水四季常在';

describe.each(DIALECTS)('persons, sessions and views on %s', (dialect) => {
  let store: Store;
  beforeEach(async ({ skip }) => {
    const made = await fresh(dialect);
    if (made === null) return skip('PostgreSQL does not start here');
    store = await openStore(made);
    await addPerson(store, { name: '甲', role: 'administrator', password: PASSWORD }, AT);
  });
  afterEach(async () => {
    await store?.close();
  });

  it('knows a person by name and password, however both were typed', async () => {
    await addPerson(store, { name: ' 王  一 ', role: 'second', password: 'ＡＢＣＤ１２３４' }, AT);
    const person = { name: '王 一', role: 'second', active: true, createdAt: AT };
    expect(await personBy(store, '王 一', 'ABCD1234')).toEqual(person);
    expect(await personBy(store, '王　一', 'ABCD1234')).toEqual(person);
    expect(await personBy(store, '王 一', 'abcd1234')).toBeNull();
    expect(await personBy(store, '王 一', '')).toBeNull();
    expect(await personBy(store, '没有', 'ABCD1234')).toBeNull();
    expect(await listPersons(store)).toHaveLength(2);
  });

  it('keeps no password: the same word is stored in two ways', async () => {
    await addPerson(store, { name: '乙', role: 'reader', password: PASSWORD }, AT);
    const stored = (await store.db.selectFrom('persons').select('password').execute()).map(
      (row) => row.password,
    );
    expect(new Set(stored).size).toBe(2);
    for (const text of stored) expect(text).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/u);
  });

  it('refuses in Chinese a short password, a taken name, a name of nothing', async () => {
    const add = (name: string, password: string) => addPerson(store, { name, role: 'reader', password }, AT);
    await expect(add('乙', '1234567')).rejects.toThrow('至少 8 个字符');
    await expect(add('乙', '😀😀😀😀')).rejects.toThrow('至少 8 个字符');
    await expect(add('甲', PASSWORD)).rejects.toThrow('已有“甲”');
    await expect(add('　', PASSWORD)).rejects.toThrow('姓名不能用');
    await expect(add('乙\u0007', PASSWORD)).rejects.toThrow('姓名不能用');
    await expect(changePassword(store, '甲', '短')).rejects.toThrow('至少 8 个字符');
    expect((await listPersons(store)).map(({ name, role }) => [name, role])).toEqual([
      ['甲', 'administrator'],
    ]);
  });

  it('does not let a stored text ask for more work than there is', async () => {
    const [salt, key] = ['A'.repeat(22), 'A'.repeat(43)];
    for (const password of [`scrypt$40$8$1$${salt}$${key}`, 'scrypt', '', `bcrypt$15$8$3$${salt}$${key}`]) {
      await store.db.updateTable('persons').set({ password }).execute();
      expect(await personBy(store, '甲', PASSWORD)).toBeNull();
    }
  });

  it('has a session by its secret alone, for 12 hours', async () => {
    const token = await beginSession(store, { name: '甲', role: 'administrator' }, NOW);
    expect(token).toMatch(/^[\w-]{43}$/u);
    expect(JSON.stringify(await store.db.selectFrom('sessions').selectAll().execute())).not.toContain(token);
    expect(await findSession(store, token, later(11.99))).toEqual({ name: '甲', role: 'administrator' });
    expect(await findSession(store, token, later(12))).toBeNull();
    const { token_hash } = await store.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow();
    for (const wrong of [
      '',
      token_hash,
      token.slice(1),
      `${token.slice(0, 42)}${token.endsWith('A') ? 'E' : 'A'}`,
    ])
      expect(await findSession(store, wrong, NOW)).toBeNull();
    await endSession(store, token);
    expect(await findSession(store, token, NOW)).toBeNull();
  });

  it('drops sessions that have run out when another begins', async () => {
    await beginSession(store, { name: '甲', role: 'reader' }, NOW);
    await beginSession(store, { name: '甲', role: 'reader' }, later(13));
    expect(await store.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  });

  it('shuts out at once, keeps the name, and lets in again by adding', async () => {
    await addPerson(store, { name: '乙', role: 'reviewer', password: PASSWORD }, AT);
    const token = await beginSession(store, { name: '乙', role: 'reviewer' }, NOW);
    await shutOut(store, '乙');
    expect(await findSession(store, token, NOW)).toBeNull();
    expect(await personBy(store, '乙', PASSWORD)).toBeNull();
    expect(await findPerson(store, '乙')).toMatchObject({ active: false, role: 'reviewer' });
    await expect(changeRole(store, '乙', 'reader')).rejects.toThrow('没有“乙”，或已停用');
    await addPerson(store, { name: '乙', role: 'second', password: `${PASSWORD}新` }, later(1).toISOString());
    expect(await personBy(store, '乙', `${PASSWORD}新`)).toMatchObject({ role: 'second', createdAt: AT });
    expect(await personBy(store, '乙', PASSWORD)).toBeNull();
  });

  it('never loses its last administrator', async () => {
    await expect(shutOut(store, '甲')).rejects.toThrow('最后一个管理员');
    await expect(changeRole(store, '甲', 'second')).rejects.toThrow('最后一个管理员');
    await changeRole(store, '甲', 'administrator');
    await addPerson(store, { name: '乙', role: 'administrator', password: PASSWORD }, AT);
    await changeRole(store, '甲', 'second');
    expect((await findPerson(store, '甲'))?.role).toBe('second');
    await expect(shutOut(store, '乙')).rejects.toThrow('最后一个管理员');
  });

  it('signs a person out everywhere when the password changes, and nobody else', async () => {
    await addPerson(store, { name: '乙', role: 'reader', password: PASSWORD }, AT);
    const [old, other] = [
      await beginSession(store, { name: '甲', role: 'administrator' }, NOW),
      await beginSession(store, { name: '乙', role: 'reader' }, NOW),
    ];
    await changePassword(store, '甲', '另一个够长的密码');
    expect(await findSession(store, old, NOW)).toBeNull();
    expect(await findSession(store, other, NOW)).not.toBeNull();
    expect(await personBy(store, '甲', '另一个够长的密码')).not.toBeNull();
  });

  it('keeps views as they come and shows the newest first, page by page', async () => {
    for (let number = 1; number <= 5; number += 1)
      await addView(store, { at: AT, who: '甲', action: 'view', document: number, detail: `第${number}件` });
    const { total, views } = await listViews(store, 2, 2);
    expect(total).toBe(5);
    expect(views.map(({ document }) => document)).toEqual([3, 2]);
    expect(views[0]).toEqual({ at: AT, who: '甲', action: 'view', document: 3, detail: '第3件' });
  });

  it('keeps a view whatever characters it was asked with', async () => {
    const hostile = `'); DROP TABLE views; --\0\ud800${'长'.repeat(1_000)}`;
    await addView(store, { at: AT, who: '', action: 'search', document: null, detail: hostile });
    const [view] = (await listViews(store, 1, 10)).views;
    expect(view?.detail.startsWith("'); DROP TABLE views; --\ufffd长长")).toBe(true);
    expect(view?.detail.length).toBeLessThanOrEqual(500);
  });
});
