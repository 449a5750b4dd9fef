import { possibleSteps, type StateTable } from '../states/state-table';

/** The life of the appointment of an introduction; once it is over by the clock, or cancelled, another can be made. */
export const APPOINTMENT_STATES = ['offered', 'refused', 'fixed', 'cancelled'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];
/** What can be done with it, in the order in which pages show it. */
export const APPOINTMENT_STEPS = ['offer', 'choose', 'refuse', 'move', 'cancel'] as const;
export type AppointmentStep = (typeof APPOINTMENT_STEPS)[number];
/** `offer` and `move` are of whoever arranges it, `choose` and `refuse` of the other side or sides. */
export const APPOINTMENT_TRANSITIONS: StateTable<AppointmentState, AppointmentStep> = {
  offered: { offer: 'offered', choose: 'fixed', refuse: 'refused', cancel: 'cancelled' },
  refused: { offer: 'offered', cancel: 'cancelled' },
  fixed: { move: 'fixed', cancel: 'cancelled' },
  cancelled: {},
};

/** Who has to do with an introduction. */
export const APPOINTMENT_SIDES = ['taskforce', 'owner', 'sme'] as const;
export type AppointmentSide = (typeof APPOINTMENT_SIDES)[number];
/** Those who can arrange one: the taskforce for every introduction without a stake, an owner for its own challenge. */
export const ARRANGING_SIDES = ['taskforce', 'owner'] as const satisfies readonly AppointmentSide[];
export type ArrangingSide = (typeof ARRANGING_SIDES)[number];

/** How much an offer holds; texts in characters. */
export const APPOINTMENT_LIMITS = { slots: 8, minMinutes: 10, maxMinutes: 480, place: 300, words: 600 } as const;

/** How an introduction stands for one reader. */
export interface AppointmentSituation {
  readonly side: AppointmentSide;
  /** Whether the introduction goes on: not concluded, and the challenge not cancelled. */
  readonly goesOn: boolean;
  /** The latest appointment; null before the first. */
  readonly appointment: {
    readonly state: AppointmentState;
    readonly arrangedAs: ArrangingSide;
    /** Null until it is fixed. */
    readonly endsAt: Date | null;
  } | null;
  readonly now: Date;
}

/** Gives what the reader can do now. Who did not arrange it answers while it is offered, and can cancel once it is fixed. */
export function appointmentSteps({ side, goesOn, appointment, now }: AppointmentSituation): AppointmentStep[] {
  if (!goesOn) return [];
  if (appointment === null || isAppointmentOver(appointment, now)) return side === 'sme' ? [] : ['offer'];
  const { state, arrangedAs } = appointment;
  const arranges = side === 'taskforce' || side === arrangedAs;
  const answers = side !== 'taskforce' && side !== arrangedAs;
  return possibleSteps(APPOINTMENT_TRANSITIONS, state).filter((step) => {
    if (step === 'cancel') return arranges || state === 'fixed';
    return step === 'choose' || step === 'refuse' ? answers : arranges;
  });
}

/** Whether nothing can become of an appointment any more: it was cancelled, or it was. */
export function isAppointmentOver(
  { state, endsAt }: { readonly state: AppointmentState; readonly endsAt: Date | null },
  now: Date,
): boolean {
  return state === 'cancelled' || (state === 'fixed' && endsAt !== null && endsAt <= now);
}
