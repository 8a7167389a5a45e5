import { readConfig } from '../../packages/api/src/config.ts';
import { startServer } from '../../packages/api/src/start-server.ts';

/** The real server as a process of its own that can be killed, on a day that does not change with the calendar. */
await startServer(readConfig(), () => new Date(process.argv[2] ?? ''));
