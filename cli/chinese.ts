import { type Command, type CommanderError, Help } from 'commander';
import { displayWidth } from '../model/index.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Commander's help with Chinese titles and notes, aligned by display width. */
class ChineseHelp extends Help {
  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }

  override displayWidth(text: string): number {
    return displayWidth(text);
  }

  override optionDescription(option: Parameters<Help['optionDescription']>[0]): string {
    const notes: string[] = [];
    if (option.defaultValue !== undefined) notes.push(`默认 ${String(option.defaultValue)}`);
    if (option.envVar) notes.push(`也可用环境变量 ${option.envVar}`);
    return notes.length > 0 ? `${option.description}（${notes.join('；')}）` : option.description;
  }

  override subcommandTerm(command: Command): string {
    return command.name();
  }
}

/** Makes a command speak Chinese: help, and errors left to `explain`. */
export const inChinese = (command: Command): Command => {
  command.createHelp = () => new ChineseHelp();
  return command
    .helpOption('-h, --help', '显示帮助')
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
};

/** What stands between quotation marks in Commander's message: the option, argument or command concerned. */
const quoted = (message: string): string => /'([^']*)'/u.exec(message)?.[1] ?? '';

const SAID: Readonly<Record<string, (message: string) => readonly [what: string, advice: string]>> = {
  'commander.unknownOption': (message) => [`没有“${quoted(message)}”这个选项`, similar(message)],
  'commander.unknownCommand': (message) => [`没有“${quoted(message)}”这个命令`, similar(message)],
  'commander.missingArgument': (message) => [
    `缺少参数“${quoted(message)}”`,
    '请在命令后写出要处理的路径，如：qinggui scan 规章文件夹',
  ],
  'commander.missingMandatoryOptionValue': (message) => [
    `缺少选项“${quoted(message)}”`,
    '这个选项必须写；用 --help 查看用法',
  ],
  'commander.optionMissingArgument': (message) => [
    `选项“${quoted(message)}”后面缺少值`,
    '请在该选项后写出它的值',
  ],
  'commander.excessArguments': () => ['参数太多', '路径中有空格时请加引号；用 --help 查看用法'],
  'commander.invalidArgument': (message) => {
    const own = /is invalid\.\s*(.*)$/su.exec(message)?.[1] ?? '';
    const choices = /^Allowed choices are (.*?)\.?$/su.exec(own)?.[1];
    return [`“${quoted(message)}”的值不对`, choices ? `可选的值：${choices}` : own];
  },
};

/** Commander's guess at what was meant. */
const similar = (message: string): string => {
  const guess = /Did you mean (?:one of )?(.*)\?\)/su.exec(message)?.[1];
  if (guess) return `是不是想写 ${guess}？`;
  const word = quoted(message);
  // A word to search for, a path: no option has Chinese letters.
  return /^-.{0,80}\p{Script=Han}/u.test(word)
    ? `要查找或处理以“-”开头的词、文件，请在前面加上 --，写成：-- ${word}`
    : '用 --help 查看可用的命令和选项';
};

/** A Commander error in Chinese with advice; '' where help or the version was asked for and shown. */
export const explain = (error: CommanderError): string => {
  const say = SAID[error.code];
  if (say) {
    const [what, advice] = say(error.message);
    return `错误：${what}\n建议：${advice}\n`;
  }
  return error.exitCode === 0 || error.code === 'commander.help' ? '' : `错误：${error.message}\n`;
};
