import { Injectable } from '@nestjs/common';
import { appointmentSteps, type AppointmentStep } from '@htsm/domain';
import { ChallengeReading, type ChallengeSummary } from '@htsm/api/challenges';
import {
  Database,
  NotFound,
  StepNotAllowed,
  ValidationFailed,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  AppointmentDto,
  AppointmentPageDto,
  AppointmentWordsDto,
  MoveAppointmentDto,
  OfferSlotsDto,
  OfferedSlotDto,
} from '../dto/appointment.dto';
import { AppointmentIsFixed, SlotPassed, SlotWithdrawn } from '../matching.errors';
import { AppointmentSteps, endsAt } from './appointment-steps';
import type { AppointmentRow, IntroductionRow } from './appointments.repository';

/** An introduction that is being worked on, with its latest appointment. */
interface Scene {
  readonly introduction: IntroductionRow;
  readonly challenge: ChallengeSummary;
  readonly appointment: AppointmentRow | null;
  readonly now: Date;
}

/** The appointment of an introduction: slots offered, chosen or refused, moved, cancelled. */
@Injectable()
export class Appointments {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly steps: AppointmentSteps,
  ) {}

  /** Throws NotFound to who has nothing to do with the introduction, and before there is one. */
  read(actor: UserActor, id: string): Promise<AppointmentPageDto> {
    return this.database.as(actor, async (tx) => toPage(await this.scene(tx, id)));
  }

  /** Offers slots, for the first time or in the place of others. Throws ValidationFailed for a slot that has passed. */
  offer(actor: UserActor, id: string, input: OfferSlotsDto): Promise<AppointmentPageDto> {
    return this.act(actor, id, async (tx, scene) => {
      demand(scene, 'offer', input.version);
      if (input.slots.length === 0) throw new ValidationFailed([{ path: 'slots', code: 'required' }]);
      refusePast(input.slots, scene.now);
      const { side } = scene.introduction;
      const old = isAsked(scene.appointment) ? scene.appointment : null;
      const values = { side, by: actor.userId, words: input.words };
      const begun = old?.id ?? (await this.steps.rows.begin(tx, id, values));
      if (begun === null) throw new VersionConflict(toPage(await this.scene(tx, id)));
      await this.steps.rows.offer(tx, begun, input.slots);
      if (old !== null) {
        await this.steps.rows.arrange(tx, begun, side, actor.userId);
        await this.steps.rows.change(tx, begun, { state: 'offered', words: input.words, wordsOf: side });
      }
      await this.steps.tell(tx, scene, 'slots_offered', { actorId: actor.userId, reason: input.words });
    });
  }

  /**
   * Fixes the appointment at a slot; the one that it is fixed at changes nothing. Throws SlotWithdrawn, SlotPassed and
   * AppointmentIsFixed, each when it is too late for that reason.
   */
  choose(actor: UserActor, id: string, slotId: string): Promise<AppointmentPageDto> {
    return this.act(actor, id, async (tx, scene) => {
      const { appointment, introduction } = scene;
      if (appointment === null) throw new StepNotAllowed('none', 'choose');
      const slot = await this.steps.rows.slot(tx, appointment.id, slotId);
      if (appointment.state === 'fixed') {
        if (slot !== null && isAt(appointment, slot)) return;
        throw new AppointmentIsFixed(appointment.startsAt ?? scene.now);
      }
      demand(scene, 'choose', appointment.version);
      if (slot === null || slot.isWithdrawn) throw new SlotWithdrawn();
      if (slot.isPast) throw new SlotPassed();
      const { startsAt, minutes, place } = slot;
      await this.steps.rows.change(tx, appointment.id, {
        state: 'fixed',
        words: appointment.words,
        wordsOf: appointment.wordsOf,
        meeting: { slotId, startsAt, minutes, place },
      });
      const payload = { startsAt, minutes, chosenBy: introduction.side };
      await this.steps.tell(tx, scene, 'meeting_fixed', { actorId: actor.userId, payload });
    });
  }

  /** Asks for other slots, with words. */
  refuse(actor: UserActor, id: string, input: AppointmentWordsDto): Promise<AppointmentPageDto> {
    return this.act(actor, id, async (tx, scene) => {
      const appointment = present(scene, 'refuse', input.version);
      await this.steps.rows.change(tx, appointment.id, {
        state: 'refused',
        words: input.words,
        wordsOf: scene.introduction.side,
      });
      await this.steps.tell(tx, scene, 'slots_refused', { actorId: actor.userId, reason: input.words });
    });
  }

  /** Gives it another time and place. Throws ValidationFailed for a time that has passed. */
  move(actor: UserActor, id: string, input: MoveAppointmentDto): Promise<AppointmentPageDto> {
    return this.act(actor, id, async (tx, scene) => {
      const appointment = present(scene, 'move', input.version);
      if (new Date(input.startsAt) <= scene.now) throw new ValidationFailed([{ path: 'startsAt', code: 'in_past' }]);
      const { startsAt, minutes, place, words } = input;
      await this.steps.rows.change(tx, appointment.id, {
        state: 'fixed',
        words,
        wordsOf: scene.introduction.side,
        isNews: true,
        meeting: { startsAt, minutes, place },
      });
      const payload = { startsAt, minutes, from: appointment.startsAt?.toISOString() };
      await this.steps.tell(tx, scene, 'meeting_moved', { actorId: actor.userId, reason: words, payload });
    });
  }

  /** Calls it off, with words. */
  cancel(actor: UserActor, id: string, input: AppointmentWordsDto): Promise<AppointmentPageDto> {
    return this.act(actor, id, async (tx, scene) => {
      const appointment = present(scene, 'cancel', input.version);
      const because = { actorId: actor.userId, reason: input.words };
      await this.steps.cancel(tx, { ...scene, appointment }, scene.introduction.side, because);
    });
  }

  /** Reads the introduction with its appointment held, and gives the page as it is after the work. */
  private act(
    actor: UserActor,
    id: string,
    work: (tx: Tx, scene: Scene) => Promise<void>,
  ): Promise<AppointmentPageDto> {
    return this.database.as(actor, async (tx) => {
      await work(tx, await this.scene(tx, id, await this.steps.rows.held(tx, id)));
      return toPage(await this.scene(tx, id));
    });
  }

  private async scene(tx: Tx, id: string, held?: AppointmentRow | null): Promise<Scene> {
    const introduction = await this.steps.rows.introduction(tx, id);
    if (introduction === null) throw new NotFound();
    const challenge = await this.challenges.byId(tx, introduction.challengeId);
    if (challenge === null) throw new NotFound();
    const appointment = held === undefined ? await this.steps.rows.latest(tx, id) : held;
    return { introduction, challenge, appointment, now: challenge.now };
  }
}

/** Throws StepNotAllowed when the reader cannot take the step, and VersionConflict with the page when somebody was first. */
function demand(scene: Scene, step: AppointmentStep, version: number): void {
  const page = toPage(scene);
  if (!page.steps.includes(step)) throw new StepNotAllowed(scene.appointment?.state ?? 'none', step);
  if ((scene.appointment?.version ?? 0) !== version) throw new VersionConflict(page);
}

/** The same for a step that needs an appointment; gives it. */
function present(scene: Scene, step: AppointmentStep, version: number): AppointmentRow {
  demand(scene, step, version);
  if (scene.appointment === null) throw new StepNotAllowed('none', step);
  return scene.appointment;
}

function isAsked(appointment: AppointmentRow | null): appointment is AppointmentRow {
  return appointment?.state === 'offered' || appointment?.state === 'refused';
}

function isAt({ startsAt, minutes, place }: AppointmentRow, slot: OfferedSlotDto): boolean {
  return startsAt?.toISOString() === slot.startsAt && minutes === slot.minutes && place === slot.place;
}

function refusePast(slots: OfferSlotsDto['slots'], now: Date): void {
  const faults = slots.flatMap(({ startsAt }, index) =>
    new Date(startsAt) <= now ? [{ path: `slots.${index}.startsAt`, code: 'in_past' }] : [],
  );
  if (faults.length > 0) throw new ValidationFailed(faults);
}

function toPage({ introduction, challenge, appointment, now }: Scene): AppointmentPageDto {
  const { id, organisationName, side, goesOn } = introduction;
  return {
    suggestionId: id,
    side,
    ownerName: challenge.ownerName,
    smeName: organisationName,
    appointment: appointment === null ? null : toAppointment(appointment),
    steps: appointmentSteps({
      side,
      goesOn,
      appointment: appointment === null ? null : { ...appointment, endsAt: endsAt(appointment) },
      now,
    }),
    now: now.toISOString(),
  };
}

function toAppointment(row: AppointmentRow): AppointmentDto {
  const { id, state, arrangedAs, slots, startsAt, minutes, place, words, wordsOf, version } = row;
  return {
    id,
    state,
    arrangedAs,
    slots: state === 'offered' || state === 'refused' ? slots : [],
    meeting: startsAt === null || minutes === null ? null : { startsAt: startsAt.toISOString(), minutes, place },
    words,
    wordsOf,
    version,
  };
}
