const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day in China, `YYYY-MM-DD`, wherever the reader sits: days of a policy are counted there. */
export const chinaDay = (at: Date): string => DAY.format(at);
