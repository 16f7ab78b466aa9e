import { type Command, InvalidArgumentError, Option } from 'commander';
import { ROLE_WORDS, ROLES, type Role } from '../../model/index.js';
import { inChinese } from '../chinese.js';
import { withDatabase } from '../options.js';

const NAMES = ROLES.map((role) => ROLE_WORDS[role]).join('、');

/** A role by its name, or by the word that the database has for it. */
const roleOf = (text: string): Role => {
  const role = ROLES.find((each) => text === each || text === ROLE_WORDS[each]);
  if (!role) throw new InvalidArgumentError(`可选的值：${NAMES}`);
  return role;
};

/** Adds `users`. */
export const addUsers = (program: Command): void => {
  const users = inChinese(program.command('users'))
    .usage('<命令> [选项]')
    .description('复核页面对网络开放时，谁可以登录：添加、列出、改密码、改角色、停用。')
    .helpCommand('help [命令]', '显示某个命令的帮助');

  withDatabase(
    inChinese(users.command('add'))
      .usage('[选项] <姓名>')
      .description('添加一人；停用的由此重新启用。密码在终端输入（不显示），或由标准输入送入一行。')
      .argument('<姓名>', '登录和日志中用的姓名')
      .addOption(new Option('--role <角色>', `${NAMES}；默认初核人`).argParser(roleOf)),
  ).action(async (name: string, { role = 'reviewer', ...options }) => {
    const { runAddUser } = await import('./users.js');
    process.exitCode = await runAddUser(name, { ...options, role });
  });

  withDatabase(
    inChinese(users.command('list', { isDefault: true }))
      .usage('[选项]')
      .description('列出人员：姓名、角色、是否在用。'),
  ).action(async (options) => {
    const { runListUsers } = await import('./users.js');
    process.exitCode = await runListUsers(options);
  });

  withDatabase(
    inChinese(users.command('password'))
      .usage('[选项] <姓名>')
      .description('改密码；已登录的须重新登录。密码在终端输入（不显示），或由标准输入送入一行。')
      .argument('<姓名>', '哪一人'),
  ).action(async (name: string, options) => {
    const { runPassword } = await import('./users.js');
    process.exitCode = await runPassword(name, options);
  });

  withDatabase(
    inChinese(users.command('role'))
      .usage('[选项] <姓名> <角色>')
      .description('改角色，立即生效。')
      .argument('<姓名>', '哪一人')
      .argument('<角色>', NAMES, roleOf),
  ).action(async (name: string, role: Role, options) => {
    const { runRole } = await import('./users.js');
    process.exitCode = await runRole(name, role, options);
  });

  withDatabase(
    inChinese(users.command('remove'))
      .usage('[选项] <姓名>')
      .description('停用一人，立即不能再用；姓名和此前的决定保留。')
      .argument('<姓名>', '哪一人'),
  ).action(async (name: string, options) => {
    const { runRemoveUser } = await import('./users.js');
    process.exitCode = await runRemoveUser(name, options);
  });
};
