const IN_CHINA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day it is where the zone is, `YYYY-MM-DD`; a server elsewhere would be a day off for hours. */
export const dayInChina = (instant: Date): string => IN_CHINA.format(instant);

/** The instant at which a day begins where the zone is. */
export const startOfDayInChina = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

const TIME_IN_CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Day and time where the zone is, `2026-04-01 10:32`. */
export const timeInChina = (instant: string): string => TIME_IN_CHINA.format(new Date(instant));
