import { constraints, type MeetingEventPageDto, type MeetingEventPlanDto } from '@htsm/contracts';

/** What can be filled in about an event. */
export interface EventForm {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  /** Which of the two, when the clock shows the time twice; empty otherwise. */
  readonly occurrence: string;
  readonly slots: number | null;
  readonly slotMinutes: number | null;
  readonly pauseMinutes: number | null;
  readonly tables: number | null;
  readonly scoreBarPercent: number | null;
}

const limits = constraints['MeetingEventPlanDto'];

/** All must be filled in but the occurrence, which is asked only on one night a year. */
export const eventLimits = {
  titleNl: limits.titleNl,
  titleEn: limits.titleEn,
  place: limits.place,
  date: limits.date,
  time: limits.time,
  slots: limits.slots,
  slotMinutes: limits.slotMinutes,
  pauseMinutes: limits.pauseMinutes,
  tables: limits.tables,
  scoreBarPercent: limits.scoreBarPercent,
};

/** A form for an event that is not there yet: an afternoon of rounds. */
export const emptyEvent: EventForm = {
  titleNl: '',
  titleEn: '',
  place: '',
  date: '',
  time: '13:30',
  occurrence: '',
  slots: 8,
  slotMinutes: 20,
  pauseMinutes: 5,
  tables: 10,
  scoreBarPercent: 30,
};

/** Fills the form from what the server has. */
export function toForm(event: MeetingEventPageDto): EventForm {
  const { titleNl, titleEn, place, date, time, slots, slotMinutes, pauseMinutes, tables, scoreBarPercent } = event;
  return {
    titleNl,
    titleEn,
    place,
    date,
    time,
    occurrence: '',
    slots,
    slotMinutes,
    pauseMinutes,
    tables,
    scoreBarPercent,
  };
}

/** Makes what the server takes; the form has found every number by then. */
export function toPlan(form: EventForm): MeetingEventPlanDto {
  const number = (value: number | null): number => value ?? 0;
  const occurrence = form.occurrence === 'first' || form.occurrence === 'second' ? { occurrence: form.occurrence } : {};
  return {
    titleNl: form.titleNl.trim(),
    titleEn: form.titleEn.trim(),
    place: form.place.trim(),
    date: form.date,
    time: form.time,
    ...occurrence,
    slots: number(form.slots),
    slotMinutes: number(form.slotMinutes),
    pauseMinutes: number(form.pauseMinutes),
    tables: number(form.tables),
    scoreBarPercent: number(form.scoreBarPercent),
  } as MeetingEventPlanDto; // `occurrence` is left out, not undefined, when nobody chose
}
