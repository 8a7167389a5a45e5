/**
 * A batch of firms through the real server over a real socket: `node --import tsx tests/bench/run-batch.ts 1000000`.
 * Tells the time, the firms a second, and the server's resident memory while it runs (Linux) — it must not grow.
 */
import { readFileSync } from 'node:fs';
import { startServer } from '../support/server.ts';

const FIRMS = Number(process.argv[2] ?? 100_000);
const PIECE = 500;
const SAMPLES = 10;

const firm = (i: number) => ({
  registeredOn: '2015-05-01',
  registeredInChina: true,
  independentLegalPerson: true,
  registeredInZone: true,
  taxInZone: true,
  strategicIndustry: 'new-materials',
  founderLed: i % 2 === 0,
  ownCoreIp: true,
  newBusinessModel: false,
  provincialChampionTitle: false,
  hasPrivateFunding: false,
  listed: false,
  employees: { '2021': String(20 + (i % 300)) },
  scienceStaff: { '2021': '20' },
  collegeResearchStaff: { '2021': '15' },
  revenue: { '2019': '100000000', '2020': '115000000', '2021': String(132_000_000 + (i % 500_000)) },
  operatingProfit: { '2021': '1' },
  costExpense: { '2021': '90000000' },
  rdExpense: { '2021': String(1_000_000 + i) },
  classIProperty: String(i % 3),
  classIIProperty: '2',
  amacEquity: '0',
  valuationCny: '0',
  valuationUsd: '0',
});

const server = await startServer({ LOG_LEVEL: 'silent' });
try {
  let sent = 0;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = '';
      for (let i = 0; i < PIECE && sent < FIRMS; i++) text += `${JSON.stringify({ id: sent, facts: firm(sent++) })}\n`;
      controller.enqueue(encoder.encode(text));
      if (sent >= FIRMS) controller.close();
    },
  });
  const startedAt = performance.now();
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  } as RequestInit;
  const response = await fetch(
    `${server.url}/api/v1/evaluations/batch?policy=nbhtz-ladder&decision=2022-05-01`,
    request,
  );
  const { answers, bytes, memory } = await drain(response);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`status ${response.status}, ${answers} answers of ${FIRMS}, ${(bytes / 2 ** 20).toFixed(0)} MiB out`);
  console.log(`${seconds.toFixed(1)} s, ${Math.round(answers / seconds)} firms a second`);
  console.log(
    `resident memory of the server after each tenth: ${memory.join(', ')} MiB; peak ${residentMiB('VmHWM')} MiB`,
  );
} finally {
  await server.stop();
}

async function drain(response: Response): Promise<{ answers: number; bytes: number; memory: number[] }> {
  let answers = 0;
  let bytes = 0;
  const memory: number[] = [];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 0x0a) answers++;
    if (answers >= ((memory.length + 1) * FIRMS) / SAMPLES) memory.push(residentMiB('VmRSS'));
  }
  return { answers, bytes, memory };
}

function residentMiB(field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}
