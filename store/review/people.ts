import type { Transaction } from 'kysely';
import { ROLES, type Role, UsageError } from '../../model/index.js';
import type { Schema, Store } from '../schema.js';
import { isPassword, sealPassword } from './passwords.js';

/** Who may sign in, or could once. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** false once shut out: the name stays, for the log names it. */
  readonly active: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
}

const LONGEST_NAME = 50;

/** A person's name as it is stored: the same however it was typed. */
export const personName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** Everyone, who was shut out too, by name. */
export const listPersons = async (store: Store): Promise<readonly Person[]> =>
  (await store.db.selectFrom('persons').selectAll().orderBy('name').execute()).map(personOf);

/** Somebody by name, who was shut out too; null where there is none. */
export const findPerson = async (store: Store, name: string): Promise<Person | null> => {
  const row = await store.db
    .selectFrom('persons')
    .selectAll()
    .where('name', '=', personName(name))
    .executeTakeFirst();
  return row ? personOf(row) : null;
};

/**
 * Adds a person, or lets one in again who was shut out.
 *
 * @param at ISO 8601.
 * @throws UsageError where the name is taken or no name, or the password too short.
 */
export const addPerson = async (
  store: Store,
  person: { readonly name: string; readonly role: Role; readonly password: string },
  at: string,
): Promise<void> => {
  const name = personName(person.name);
  if (name === '' || [...name].length > LONGEST_NAME || /[\p{Cc}\p{Cf}\p{Co}]/u.test(name))
    throw new UsageError(`姓名不能用：应为 1 至 ${LONGEST_NAME} 个字`, '请写出姓名，不要含控制字符');
  const password = await sealPassword(person.password);
  const { numInsertedOrUpdatedRows } = await store.db
    .insertInto('persons')
    .values({ name, role: person.role, password, active: 1, created_at: at })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ role: person.role, password, active: 1 })
        .where('persons.active', '=', 0),
    )
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows)
    throw new UsageError(`已有“${name}”`, '如要改密码或角色，请用修改；同名的另一人请加以区别，如加上科室');
};

/**
 * Gives a person another role. It holds at once, also for who is signed in.
 *
 * @throws UsageError where there is no such person, or it is the last administrator.
 */
export const changeRole = (store: Store, name: string, role: Role): Promise<void> =>
  changing(store, name, role !== 'administrator', async (trx, known) => {
    await trx.updateTable('persons').set({ role }).where('name', '=', known).execute();
  });

/**
 * Sets a new password, and signs the person out everywhere.
 *
 * @throws UsageError where there is no such person, or the password is too short.
 */
export const changePassword = async (store: Store, name: string, password: string): Promise<void> => {
  const sealed = await sealPassword(password);
  await changing(store, name, false, async (trx, known) => {
    await trx.updateTable('persons').set({ password: sealed }).where('name', '=', known).execute();
    await trx.deleteFrom('sessions').where('name', '=', known).execute();
  });
};

/**
 * Shuts a person out, at once. The name stays, for the log names it.
 *
 * @throws UsageError where there is no such person, or it is the last administrator.
 */
export const shutOut = (store: Store, name: string): Promise<void> =>
  changing(store, name, true, async (trx, known) => {
    await trx.updateTable('persons').set({ active: 0 }).where('name', '=', known).execute();
    await trx.deleteFrom('sessions').where('name', '=', known).execute();
  });

/** The person whose name and password these are; null otherwise, after the same time whether or not the name exists. */
export const personBy = async (store: Store, name: string, password: string): Promise<Person | null> => {
  const row = await store.db
    .selectFrom('persons')
    .selectAll()
    .where('name', '=', personName(name))
    .where('active', '=', 1)
    .executeTakeFirst();
  return (await isPassword(password, row?.password ?? null)) && row ? personOf(row) : null;
};

const changing = async (
  store: Store,
  name: string,
  /** Whether an administrator is lost by it. */
  loses: boolean,
  change: (trx: Transaction<Schema>, known: string) => Promise<void>,
): Promise<void> => {
  const known = personName(name);
  await store.db.transaction().execute(async (trx) => {
    const active = (await trx.selectFrom('persons').selectAll().where('active', '=', 1).execute()).map(
      personOf,
    );
    const person = active.find((each) => each.name === known);
    if (!person) throw new UsageError(`没有“${known}”，或已停用`, '请先查看有哪些人员；停用的可以重新添加');
    const administrators = active.filter(({ role }) => role === 'administrator');
    if (loses && administrators.length === 1 && administrators[0] === person)
      throw new UsageError(
        `“${known}”是最后一个管理员，不能停用或改为其他角色`,
        '请先添加另一个管理员，或把另一人改为管理员',
      );
    await change(trx, known);
  });
};

/** A role as it is stored. One that this version does not know may look, no more. */
export const roleOf = (stored: string): Role => ROLES.find((role) => role === stored) ?? 'reader';

const personOf = (row: Schema['persons']): Person => ({
  name: row.name,
  role: roleOf(row.role),
  active: row.active === 1,
  createdAt: row.created_at,
});
