import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../../packages/api/src/config.ts';
import { openDatabase } from '../../../packages/api/src/db/open-database.ts';
import { startServer } from '../../../packages/api/src/start-server.ts';
import { quickHashing } from '../../../packages/api/testing/quick-hashing.ts';
import { launchBrowser } from '../browser.ts';
import { freePort } from '../server.ts';
import { type Devices, openDevices } from './devices.ts';
import { openMailbox } from './mailbox.ts';
import { type FirmPerson, type NewFirm, registerFirm } from './new-firm.ts';
import { createCaller, type Person } from './person.ts';
import { addStaff, type StaffKey, type StaffPerson } from './staff.ts';
import { createTime } from './time.ts';

/** Ten in the morning in China on a working day; the journeys do not change with the calendar. */
export const FIRST_DAY = '2026-04-01';

/** The real server on a port with a clock that the test moves, its people, and one real browser. */
export interface Office<K extends StaffKey = StaffKey> extends Devices {
  readonly url: string;
  readonly clock: { now: Date };
  readonly staff: Readonly<Record<K, StaffPerson>>;
  /** Someone who is not signed in. */
  readonly visitor: Pick<Person, 'ask' | 'answer'>;
  readonly newFirm: (firm?: Partial<NewFirm>) => Promise<FirmPerson>;
  /** What was last sent to this address: the outbox is emptied first. */
  readonly mailTo: (contact: string) => Promise<string>;
  /** Lets so many working days pass, and does what the law says of them. */
  readonly advanceDays: (workingDays: number) => Promise<void>;
  /** Lets the time until a day pass, likewise. */
  readonly goTo: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens an office with people in these places; everyone comes to the account by the real ways in. */
export async function openOffice<K extends StaffKey>(keys: readonly K[]): Promise<Office<K>> {
  const config = await temporaryConfig();
  const clock = { now: new Date(`${FIRST_DAY}T10:00:00+08:00`) };
  const [server, browser] = await Promise.all([
    startServer(config, () => clock.now, { hashing: quickHashing }),
    launchBrowser(),
  ]);
  const database = await openDatabase(config.database);
  const mailTo = openMailbox({ config, database, clock, site: server.url });
  const staff = await addStaff({ url: server.url, setUpLink: server.setUpLink ?? '', mailTo }, keys);
  const devices = openDevices(browser, server.url, clock);
  const time = createTime(database, clock);
  let firms = 0;
  return {
    ...devices,
    url: server.url,
    clock,
    staff,
    mailTo,
    visitor: createCaller(server.url),
    newFirm: (firm = {}) => registerFirm({ url: server.url, mailTo }, { index: ++firms, ...firm }),
    advanceDays: async (workingDays) => {
      await time.pass(workingDays);
      await devices.followClock();
    },
    goTo: async (day) => {
      await time.goTo(day);
      await devices.followClock();
    },
    close: async () => {
      await browser.close();
      await server.stop();
      database.close();
      await rm(config.dataDir, { recursive: true, force: true });
    },
  };
}

/** A data folder of its own; sessions that outlive the weeks a journey skips. */
async function temporaryConfig(): Promise<Config> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tidu-office-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    OBJECTION_LIMIT_PER_MINUTE: '0',
    DEADLINES_EVERY_SECONDS: '0',
    SIGN_IN_CLIENT_FAILURES: '100000',
  });
  const year = { staff: 365 * 24, firm: 365 * 24 };
  const signIn = {
    ...config.accounts.signIn,
    idleMinutes: { staff: year.staff * 60, firm: year.firm * 60 },
    sessionHours: year,
  };
  return { ...config, accounts: { ...config.accounts, signIn } };
}
