export const review: Record<string, string> = {
  'api.assignee-not-staff': 'Only people who work on cases can be given one',
  'api.calendar-missing': 'The holiday notice of that year is not entered yet, so the last day cannot be told',
  'api.already-overruled': 'This criterion is overruled already; take that back first',
  'api.detail.not-promised': 'The firm has not promised to hand this material in later',
  'api.detail.deferral-too-long': 'At most {most} working days',
  'api.fix.deferral-days': 'Choose 1 to {most} working days',
  'api.detail.visible-before': 'This could be seen the first time',
  'api.fix.late-reason': 'Say why it was not raised then; the firm is told and it is recorded',
  'api.detail.no-such-criterion': 'There is no such criterion',
  'api.detail.not-overrulable': 'This follows from the conditions below it; overrule one of those',
  'api.detail.same-verdict': 'That is what was computed; there is nothing to overrule',
  'notifications.application.accept': 'Your application {number} is accepted; the departments review it side by side',
  'notifications.application.accept-deferred':
    'Your application {number} is accepted; hand in what you promised by {day}',
  'notifications.application.return': 'Your application {number} needs {count} corrections by {day}',
  'notifications.application.refuse-acceptance': 'Your application {number} was not accepted: {reason}',
  'notifications.desk.task': '{number} waits for the answer of your department: {project}',
};
