/** The door of the demonstration. */
export const demo = {
  title: 'Step into the demonstration',
  lead: 'Firms, people and applications here are made up. Choose a person to see and do what they may; every step really runs, so try what you like.',
  firms: 'Firms',
  firmsText: 'Each has come to another step.',
  office: 'The zone office',
  officeText:
    'From intake to decision, each has a duty: submitting, reviewing and deciding one case never lie in one hand.',
  enter: (name: string) => `Enter as ${name}`,
  enterShort: 'Enter',
  absent: 'This is not a demonstration',
  absentText: 'To see one, start with npm start -- --demo; it uses a database of its own.',
  failed: 'That did not work. Please try again.',
  tour: 'Five minutes from end to end',
  steps: [
    'Choose a firm whose case was returned: see the complete list and how it is corrected.',
    'Become the intake clerk: accept one case, return another.',
    'Become a department reviewer: figures and evidence side by side, then an opinion.',
    'Become the decision maker and decide; then open the public notice as anyone sees it.',
    'Become the policy editor, change a threshold, and try whom it affects and what it costs.',
    'Last, become the auditor and verify that the audit trail is whole.',
  ],
};
