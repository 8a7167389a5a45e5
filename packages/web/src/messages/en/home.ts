import type { SameKeys } from '../locale.ts';
import type { home as zh } from '../zh-CN/home.ts';

export const home: SameKeys<typeof zh> = {
  title: '',
  headline: ['See which rung', 'your company stands on'],
  lead: "Enter a few of last year's figures. Within two minutes you see your tier, your score, the money within reach and what is missing for the next rung.",
  start: 'Start the self-check',
  readPolicies: 'Read the policies first',
  privacy: 'Your figures stay in the browser of this device. Nothing is sent. No account needed.',
  ladderTitle: 'The ladder',
  ladderOf: (policy) => `${policy}: lowest rung first`,
  routes: (n) => (n === 1 ? '1 route' : `${n} routes`),
  gates: (n) => (n === 1 ? '1 basic condition' : `${n} basic conditions`),
  seeConditions: 'See conditions',
  whereAmI: 'Where are you?',
  poolsTitle: (n) => `${n} funding pools`,
  poolsLead: 'Each pool has its own budget every year.',
  perYear: 'per year',
  policiesTitle: 'Policies in force',
  policiesLead:
    'Every rule and every figure comes from the policy document itself, with its source. Where no official figure exists it is marked "assumed" and says why.',
  policy: 'Policy',
  inForceSince: 'In force since',
  until: 'Valid until',
  noEnd: 'not given',
  days: 'In force for',
  version: 'Version',
  read: (policy) => `Read "${policy}"`,
  noPolicies: 'No policy is in force at present',
  failed: 'The list of policies could not be read. Please check the network and try again.',
  retry: 'Try again',
  howTitle: 'Three steps',
  how: [
    {
      title: 'Enter a few figures',
      text: 'Revenue, R&D, people, intellectual property. Each question says which line of which statement to look at; skip what you do not know.',
    },
    {
      title: 'Watch the result as you type',
      text: 'Your rung, the points per item and the gap are worked out at once. What is open shows as a range, never as a refusal.',
    },
    {
      title: 'Take a report with you',
      text: 'Item by item: actual figure, threshold, source and the money within reach. Print it, or keep it on this device and carry on later.',
    },
  ],
};
