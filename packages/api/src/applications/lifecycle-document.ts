import { say } from '../messages/say.ts';
import { GUARD_KEYS } from './guards.ts';
import { type By, TRANSITIONS } from './lifecycle.ts';
import { STATE_IDS, STATES } from './states.ts';

const TURNS = { firm: '企业 firm', office: '经办单位 office', public: '公众 public', none: '—' } as const;

/** The lifecycle for people (申报流程图): a diagram and its tables, made from the table itself. */
export function lifecycleDocument(): string {
  return `${[
    '# 申报流程 · Lifecycle of an application',
    '',
    'Generated from `packages/api/src/applications/lifecycle.ts` by `npm run --silent tidu -- lifecycle`; a test fails when it is stale.',
    '',
    '```mermaid',
    ...diagram(),
    '```',
    '',
    '## 状态 States',
    '',
    '| state | 工作人员看到 staff | 企业看到 firm | 轮到谁 turn | 时限 clock |',
    '|---|---|---|---|---|',
    ...STATE_IDS.map((id) => {
      const { staff, firm, turn, clock } = { clock: undefined, ...STATES[id] };
      return `| ${id} | ${both(staff)} | ${both(firm)} | ${TURNS[turn]} | ${clock ?? '—'} |`;
    }),
    '',
    '## 事件 Events',
    '',
    '| event | 名称 | from | to | 由谁 by | 条件 conditions | 职责 duty | 依据 |',
    '|---|---|---|---|---|---|---|---|',
    ...TRANSITIONS.map(
      (each) =>
        `| ${each.event} | ${both(each.label)} | ${each.from.join(', ')} | ${each.to} | ${byWhom(each.by)} | ${each.guards.join(', ') || '—'} | ${each.duty ?? '—'} | ${each.clause} |`,
    ),
    '',
    '## 条件 Conditions',
    '',
    '| condition | 不满足时 where it does not hold |',
    '|---|---|',
    ...GUARD_KEYS.map((key) => {
      const message = { key: `api.guard.${key}`, args: {} };
      return `| ${key} | ${say(message, 'zh-CN')}<br>${say(message, 'en')} |`;
    }),
  ].join('\n')}\n`;
}

const both = (words: { readonly 'zh-CN': string; readonly en: string }): string => `${words['zh-CN']}<br>${words.en}`;

const byWhom = (by: By): string =>
  by === 'system' ? '系统 system' : 'firm' in by ? by.firm.join(', ') : by.staff.join(', ');

function diagram(): readonly string[] {
  const name = (id: string) => id.replaceAll('-', '_');
  return [
    'stateDiagram-v2',
    '  direction TB',
    ...STATE_IDS.map((id) => `  state "${STATES[id].staff['zh-CN']}" as ${name(id)}`),
    '  [*] --> draft',
    ...TRANSITIONS.flatMap(({ event, from, to, label }) =>
      from.map((state) => `  ${name(state)} --> ${name(to)} : ${label['zh-CN']} (${event})`),
    ),
    ...STATE_IDS.filter((id) => STATES[id].terminal).map((id) => `  ${name(id)} --> [*]`),
  ];
}
