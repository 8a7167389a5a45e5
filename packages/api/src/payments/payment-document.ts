import { say } from '../messages/say.ts';
import { PAYMENT_GUARD_KEYS } from './guards.ts';
import { PAYMENT_TRANSITIONS } from './lifecycle.ts';
import { PAYMENT_STATE_IDS, PAYMENT_STATES } from './states.ts';

/** The life of an instalment for people (拨付流程图): made from the table itself, like that of an application. */
export function paymentDocument(): string {
  return `${[
    '',
    '# 拨付流程 · Lifecycle of an instalment',
    '',
    'Begins where an application is approved with money. Generated from `packages/api/src/payments/lifecycle.ts` with the rest of this page.',
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    '| state | 工作人员看到 staff | 企业看到 firm |',
    '|---|---|---|',
    ...PAYMENT_STATE_IDS.map(
      (id) => `| ${id} | ${both(PAYMENT_STATES[id].staff)} | ${both(PAYMENT_STATES[id].firm)} |`,
    ),
    '',
    '| event | 名称 | from | to | 由谁 by | 条件 conditions | 职责 duty | 资金 money |',
    '|---|---|---|---|---|---|---|---|',
    ...PAYMENT_TRANSITIONS.map(
      ({ event, label, from, to, by, guards, duty, money }) =>
        `| ${event} | ${both(label)} | ${from.join(', ')} | ${to} | ${by.join(', ')} | ${guards.join(', ')} | ${duty} | ${money ?? '—'} |`,
    ),
    '',
    '| condition | 不满足时 where it does not hold |',
    '|---|---|',
    ...PAYMENT_GUARD_KEYS.map((key) => {
      const message = { key: `api.guard.${key}`, args: {} };
      return `| ${key} | ${say(message, 'zh-CN')}<br>${say(message, 'en')} |`;
    }),
  ].join('\n')}\n`;
}

const both = (words: { readonly 'zh-CN': string; readonly en: string }): string => `${words['zh-CN']}<br>${words.en}`;

function diagram(): readonly string[] {
  const name = (id: string) => id.replaceAll('-', '_');
  return [
    'stateDiagram-v2',
    '  direction TB',
    ...PAYMENT_STATE_IDS.map((id) => `  state "${PAYMENT_STATES[id].staff['zh-CN']}" as ${name(id)}`),
    '  [*] --> waiting : 有拨付条件 (planned)',
    '  [*] --> due : 没有拨付条件 (planned)',
    ...PAYMENT_TRANSITIONS.flatMap(({ event, from, to, label }) =>
      from.map((state) => `  ${name(state)} --> ${name(to)} : ${label['zh-CN']} (${event})`),
    ),
    '  paid --> [*]',
  ];
}
