import { ParamNotInForce } from '@tidu/rules';
import { Command, CommanderError, Option } from 'commander';
import { lifecycleDocument } from '../applications/lifecycle-document.ts';
import { ConfigError, readConfig, shipped } from '../config.ts';
import { message, say } from '../messages/say.ts';
import { paymentDocument } from '../payments/payment-document.ts';
import { PolicyEditedError } from '../policies/load-policies.ts';
import { PolicyFilesError } from '../policies/read-policy-files.ts';
import { runServer } from '../run-server.ts';
import { prepareDatabase } from '../start-server.ts';
import { type AuditExportOptions, exportCommand, verifyCommand } from './audit-command.ts';
import { casesCommand, checkCommand } from './check-command.ts';
import { CommandError } from './command-error.ts';
import { type EvaluateOptions, evaluateCommand } from './evaluate-command.ts';
import type { PolicyOptions } from './policy-shelf.ts';
import { templateCommand } from './template-command.ts';
import { type TrialOptions, trialCommand } from './trial-command.ts';

/** The command line (`npm run tidu -- …`). Answers go to `print`; what is wrong goes to standard error. */
export function createProgram(print: (text: string) => void): Command {
  const program = new Command('tidu')
    .description('梯度：高新区梯次培育政策的判定工具 · evaluate firms against zone policies')
    .version(shipped.version, '-V, --version', '版本 · version')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', '说明 · help')
    .helpCommand('help [command]', '某个命令的说明 · help for a command')
    .configureOutput({ outputError: (text, write) => write(inChinese(text)) })
    .exitOverride();
  addDeciding(program, print);
  addTrial(program, print);
  addChecking(program, print);
  addAudit(program, print);
  program
    .command('serve')
    .description('启动服务 · start the server')
    .action(() => runServer());
  program
    .command('lifecycle')
    .description('申报流程图（Markdown） · the lifecycle of an application as Markdown')
    .action(() => print(`${lifecycleDocument()}${paymentDocument()}`.trimEnd()));
  program
    .command('migrate')
    .description('更新数据库并载入政策 · bring the database up to date')
    .action(async () => {
      const config = readConfig();
      (await prepareDatabase(config)).close();
      print(`数据库已是最新 · up to date: ${config.database.url}`);
    });
  return program;
}

function addDeciding(program: Command, print: (text: string) => void): void {
  withPolicy(program.command('evaluate <firm>'))
    .description('判定一家企业（JSON）或一张企业表（CSV、XLSX） · evaluate a firm or a sheet of firms')
    .option('--json', '输出判定结果的 JSON · print the decision as JSON')
    .option('--out <file>', '企业表的结果文件 · results workbook, e.g. results.xlsx')
    .addHelpText('after', EXAMPLES)
    .action((path: string, options: EvaluateOptions) => evaluateCommand(path, options, print));
  withPolicy(program.command('template'))
    .description('生成企业表模板 · make an empty sheet of firms')
    .requiredOption('--out <file>', '模板文件 · e.g. firms.xlsx')
    .action((options: PolicyOptions & { out: string }) => templateCommand(options, print));
}

function addTrial(program: Command, print: (text: string) => void): void {
  program
    .command('trial <old> <new>')
    .description('在一批企业上试算政策变动 · what a change does to a population')
    .requiredOption('--population <source>', '企业表（.csv、.xlsx、.ndjson）或 synthetic:数量 · a file, or synthetic:N')
    .option('--day <day>', '认定日，默认今天 · day of decision')
    .option('--fiscal-year-end <day>', '基准会计年度末 · end of the base fiscal year')
    .option('--out <file>', '结果文件 · result.xlsx or result.json')
    .option(
      '--following <file...>',
      '随之变化的政策文件，默认随附的政策 · policies that go by the result, default the shipped ones',
    )
    .option('--no-following', '只算本政策 · leave them out')
    .addOption(new Option('--locale <locale>', '语言 · language').choices(['zh-CN', 'en']).default('zh-CN'))
    .action((before: string, after: string, options: TrialOptions) => trialCommand(before, after, options, print));
}

function addChecking(program: Command, print: (text: string) => void): void {
  program
    .command('check <policy>')
    .description('检查政策文件，列出全部错误；同名算例一并运行 · check a policy file')
    .action((path: string) => checkCommand(path, print));
  program
    .command('cases [policy]')
    .description('运行算例并报告覆盖 · run the worked cases')
    .action((policy: string | undefined) => casesCommand(policy, print));
}

function addAudit(program: Command, print: (text: string) => void): void {
  const audit = program.command('audit').description('操作留痕：核对与导出 · the audit trail');
  audit
    .command('verify')
    .description('核对摘要链，指出第一条有问题的记录 · walk the digest chain')
    .action(() => verifyCommand(print));
  audit
    .command('export')
    .description('导出留痕 · export the trail')
    .requiredOption('--out <file>', '文件 · e.g. audit.csv')
    .addOption(new Option('--format <format>', '格式 · format').choices(['csv', 'ndjson']).default('csv'))
    .option('--from <day>', '起始日 · first day')
    .option('--to <day>', '截止日 · last day')
    .option('--action <action>', '操作，如 application. · an action or a kind')
    .action((options: AuditExportOptions) => exportCommand(options, print));
}

const withPolicy = (command: Command): Command =>
  command
    .requiredOption('--policy <id>', '政策编号 · policy id, e.g. nbhtz-ladder')
    .option('--date <day>', '认定日，默认今天 · day of decision')
    .option('--filing <day>', '申报日 · day of filing')
    .option('--fiscal-year-end <day>', '基准会计年度末 · end of the base fiscal year')
    .addOption(new Option('--locale <locale>', '语言 · language').choices(['zh-CN', 'en']).default('zh-CN'));

const EXAMPLES = `
示例 · examples:
  npm run tidu -- evaluate firm.json --policy tech-sme --date 2026-03-31
  npm run tidu -- evaluate firms.xlsx --policy nbhtz-ladder --out results.xlsx`;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 · Usage:',
  'Arguments:': '参数 · Arguments:',
  'Options:': '选项 · Options:',
  'Commands:': '命令 · Commands:',
};

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command/, '没有这个命令'],
  [/^error: unknown option/, '没有这个选项'],
  [/^error: missing required argument/, '缺少参数'],
  [/^error: required option/, '缺少必填选项'],
  [/^error: too many arguments/, '参数过多'],
  [/^error: option .* argument missing/, '选项缺少取值'],
  [/^error: option .* is invalid/, '选项取值不对'],
];

const inChinese = (text: string): string => {
  const words = ERRORS.find(([pattern]) => pattern.test(text))?.[1];
  return words === undefined ? text : `${words} · ${text}看用法 · see: npm run tidu -- --help\n`;
};

/** Runs the program and sets the exit code: 0 done, 1 wrong content, 2 wrong usage. Only a fault of ours shows a stack. */
export async function runProgram(
  program: Command,
  args: readonly string[],
  warn: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<void> {
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error, warn);
  }
}

function exitCodeOf(error: unknown, warn: (text: string) => void): number {
  // commander has already said what is wrong; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandError) {
    warn(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof ParamNotInForce) {
    warn(`${say(message('api.figure-not-in-force'), 'zh-CN')} · ${error.message}\n`);
    return 1;
  }
  const isTheirs =
    error instanceof ConfigError || error instanceof PolicyFilesError || error instanceof PolicyEditedError;
  const { message: text, stack } = error instanceof Error ? error : new Error(String(error));
  warn(`${isTheirs ? text : (stack ?? text)}\n`);
  return 1;
}
