import type { StateTable } from '../states/state-table';

/** The life of a matchmaking event. */
export const MEETING_EVENT_STATES = ['draft', 'published', 'cancelled'] as const;
export type MeetingEventState = (typeof MEETING_EVENT_STATES)[number];
export type MeetingEventStep = 'publish' | 'cancel';

/** Which step leads where; a published event is published again after every change. */
export const MEETING_EVENT_TRANSITIONS: StateTable<MeetingEventState, MeetingEventStep> = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { publish: 'published', cancel: 'cancelled' },
  cancelled: {},
};

/** What the taskforce can want of a pair. */
export const MEETING_RULES = ['wanted', 'forbidden', 'pinned'] as const;
export type MeetingRule = (typeof MEETING_RULES)[number];

/** When the slots of an event are. */
export interface SlotPlan {
  readonly startsAt: Date;
  readonly slots: number;
  readonly slotMinutes: number;
  readonly pauseMinutes: number;
}

const MINUTE_MS = 60_000;

/** Gives when a slot begins and ends; minutes pass alike on the night that the clock changes. */
export function slotTime(plan: SlotPlan, slot: number): { readonly startsAt: Date; readonly endsAt: Date } {
  const startsAt = plan.startsAt.getTime() + slot * (plan.slotMinutes + plan.pauseMinutes) * MINUTE_MS;
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + plan.slotMinutes * MINUTE_MS) };
}

/** Gives when each slot begins and ends, in order. */
export function slotTimes(plan: SlotPlan): { readonly startsAt: Date; readonly endsAt: Date }[] {
  return Array.from({ length: plan.slots }, (_, slot) => slotTime(plan, slot));
}
