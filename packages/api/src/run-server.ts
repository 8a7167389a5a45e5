import { readConfig } from './config.ts';
import { startServer } from './start-server.ts';

/**
 * Runs the server until it is told to stop. What a person can put right (a wrong variable, a port in use, an edited
 * policy) is said in one message without a stack, and the process exits with 1.
 */
export async function runServer(args: readonly string[] = []): Promise<void> {
  try {
    const server = await startServer(readConfig(process.env, args));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void server.stop().then(() => process.exit(0)));
    }
    if (server.setUpLink !== undefined) process.stdout.write(setUpWords(server.setUpLink));
    // Said last: whoever waits for this line may stop the server at once.
    process.stdout.write(`Tidu 梯度 已启动 · running at ${server.url}\n`);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  }
}

const setUpWords = (link: string): string =>
  `还没有系统管理员。请在浏览器打开这个一次性链接设立第一位（下次启动会换新的）：\nNo system administrator yet. Open this one-time link to set up the first one:\n  ${link}\n`;

const OURS = ['ConfigError', 'PolicyFilesError', 'PolicyEditedError'];

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (OURS.includes(error.name)) return error.message;
  const { code, port, syscall } = error as Error & { code?: string; port?: number; syscall?: string };
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用，请用 PORT 另指定一个 · port ${port} is in use; set PORT`;
  if (code === 'EACCES' && port !== undefined)
    return `无权监听端口 ${port}，请用 PORT 另指定一个 · not allowed to listen on ${port}; set PORT`;
  if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo')
    return `HOST 不是这台机器的地址，请改正 HOST · HOST is no address of this machine (${code})`;
  return error.stack ?? error.message;
}
