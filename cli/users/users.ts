import { displayWidth, padTo, printable, ROLE_WORDS, type Role, UsageError } from '../../model/index.js';
import {
  addPerson,
  changePassword,
  changeRole,
  findPerson,
  listPersons,
  personName,
  shutOut,
} from '../../store/index.js';
import { type DatabaseOptions, withExistingStore } from '../learn/database.js';
import { askPassword } from './password.js';

/** What the commands are given by tests. */
export interface Surroundings {
  readonly say?: (words: string) => unknown;
  readonly now?: () => Date;
  readonly ask?: (name: string) => Promise<string>;
}

const print = (words: string): unknown => process.stdout.write(words);

/** `qinggui users add`: adds a person, or lets one in again. Returns the exit status. */
export const runAddUser = (
  name: string,
  { role, ...options }: DatabaseOptions & { readonly role: Role },
  { say = print, now = () => new Date(), ask = askPassword }: Surroundings = {},
): Promise<number> =>
  withExistingStore(options, async (store) => {
    const known = await findPerson(store, name);
    // Nobody types a password twice to hear that the name is taken.
    if (known?.active)
      throw new UsageError(
        `已有“${printable(known.name)}”`,
        '改密码：qinggui users password；改角色：qinggui users role；同名的另一人请加以区别，如加上科室',
      );
    await addPerson(
      store,
      { name, role, password: await ask(printable(personName(name))) },
      now().toISOString(),
    );
    say(`${known ? '已重新启用' : '已添加'}“${printable(personName(name))}”，角色：${ROLE_WORDS[role]}。\n`);
    if (!(await listPersons(store)).some((person) => person.active && person.role === 'administrator'))
      say('注意：还没有管理员。添加一个：qinggui users add <姓名> --role 管理员\n');
    return 0;
  });

/** `qinggui users list`. Returns the exit status. */
export const runListUsers = (options: DatabaseOptions, { say = print }: Surroundings = {}): Promise<number> =>
  withExistingStore(options, async (store) => {
    const persons = await listPersons(store);
    if (persons.length === 0) say('还没有人员。添加：qinggui users add <姓名> --role 管理员\n');
    const width = Math.max(...persons.map(({ name }) => displayWidth(printable(name))), 4) + 2;
    if (persons.length > 0) say(`${padTo('姓名', width)}${padTo('角色', 10)}${padTo('状态', 8)}添加日期\n`);
    for (const { name, role, active, createdAt } of persons)
      say(
        `${padTo(printable(name), width)}${padTo(ROLE_WORDS[role], 10)}${padTo(active ? '在用' : '已停用', 8)}${createdAt.slice(0, 10)}\n`,
      );
    return 0;
  });

/** `qinggui users password`: sets another password. Returns the exit status. */
export const runPassword = (
  name: string,
  options: DatabaseOptions,
  { say = print, ask = askPassword }: Surroundings = {},
): Promise<number> =>
  withExistingStore(options, async (store) => {
    const person = await findPerson(store, name);
    if (!person?.active)
      throw new UsageError(
        `没有“${printable(personName(name))}”，或已停用`,
        '用 qinggui users list 查看有哪些人员；停用的可以用 qinggui users add 重新添加',
      );
    await changePassword(store, name, await ask(printable(person.name)));
    say(`“${printable(personName(name))}”的密码已修改；已登录的须重新登录。\n`);
    return 0;
  });

/** `qinggui users role`: gives another role. Returns the exit status. */
export const runRole = (
  name: string,
  role: Role,
  options: DatabaseOptions,
  { say = print }: Surroundings = {},
): Promise<number> =>
  withExistingStore(options, async (store) => {
    await changeRole(store, name, role);
    say(`“${printable(personName(name))}”的角色已改为：${ROLE_WORDS[role]}。\n`);
    return 0;
  });

/** `qinggui users remove`: shuts out; the name stays in the log. Returns the exit status. */
export const runRemoveUser = (
  name: string,
  options: DatabaseOptions,
  { say = print }: Surroundings = {},
): Promise<number> =>
  withExistingStore(options, async (store) => {
    await shutOut(store, name);
    say(`已停用“${printable(personName(name))}”，不能再登录；此前的决定和记录保留。\n`);
    return 0;
  });
