import { Injectable } from '@nestjs/common';
import { nextState, PARTNER_ANSWER_TRANSITIONS, PARTNER_CALL_TRANSITIONS, type Locale } from '@htsm/domain';
import { ChallengeReading, type ChallengeSummary } from '@htsm/api/challenges';
import { Database, NotFound, StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import type { MyPartnerCallsDto, PlacePartnerCallDto } from '../dto/partner-call.dto';
import { CallAnswered, CallIsOpen, ChallengeNotOpen, OwnCall, StakeInChallenge } from '../matching.errors';
import { PartnerCallSteps } from './partner-call-steps';
import { PartnerCalls } from './partner-calls.service';
import type { HeldCall } from './partner-calls.repository';

/** Looks for partners for an open challenge, answers who does, and brings both together. */
@Injectable()
export class CallPartners {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly steps: PartnerCallSteps,
    private readonly lists: PartnerCalls,
  ) {}

  /** Throws ChallengeNotOpen, StakeInChallenge for its owner, and CallIsOpen when the organisation has one already. */
  async place(actor: UserActor, slug: string, input: PlacePartnerCallDto, locale: Locale): Promise<MyPartnerCallsDto> {
    await this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.bySlug(tx, slug);
      if (challenge?.openedAt == null) throw new NotFound();
      if (challenge.state !== 'open') throw new ChallengeNotOpen();
      if (actor.organisations.some(({ id }) => id === challenge.organisationId)) throw new StakeInChallenge();
      const organisation = await this.steps.solver(tx);
      await this.steps.calls.endOver(tx, challenge.id);
      const by = { challengeId: challenge.id, organisation, userId: actor.userId };
      const made = await this.steps.calls.place(tx, by, input);
      if (made === null) throw new CallIsOpen();
      const call = { id: made.id, challengeId: challenge.id, organisationId: organisation.id };
      await this.steps.note(tx, call, 'placed', { actorId: actor.userId });
    });
    return this.lists.mine(actor, locale);
  }

  /** Throws StepNotAllowed when it is not open any more. */
  async end(actor: UserActor, id: string, locale: Locale): Promise<MyPartnerCallsDto> {
    await this.database.as(actor, async (tx) => {
      const call = await this.steps.calls.findOwn(tx, id);
      if (call === null) throw new NotFound();
      const to = nextState(PARTNER_CALL_TRANSITIONS, call.state, 'end');
      if (to !== 'ended' || !(await this.steps.calls.finish(tx, id, to, '')))
        throw new StepNotAllowed(call.state, 'end');
      await this.steps.note(tx, call, 'ended', { actorId: actor.userId });
    });
    return this.lists.mine(actor, locale);
  }

  /** Throws OwnCall, ChallengeNotOpen when its time is over, and CallAnswered when the organisation did. */
  async answer(actor: UserActor, id: string, words: string, locale: Locale): Promise<MyPartnerCallsDto> {
    await this.database.as(actor, async (tx) => {
      const { call, challenge } = await this.visible(tx, id);
      const organisation = await this.steps.solver(tx);
      if (actor.organisations.some((own) => own.id === call.organisationId)) throw new OwnCall();
      if (call.state !== 'open' || call.isOver) throw new StepNotAllowed(call.state, 'answer');
      const made = await this.steps.calls.answer(tx, id, { organisation, userId: actor.userId, words });
      if (made === null) throw new CallAnswered();
      const by = { actorId: actor.userId, organisationIds: [organisation.id] };
      await this.steps.note(tx, call, 'answered', by);
      const answer = { id: made.id, organisationName: organisation.name, words };
      await this.steps.mails.answered(tx, call, challenge, answer);
    });
    return this.lists.mine(actor, locale);
  }

  /** Accepts or declines an answer, for good. Throws StepNotAllowed the second time. */
  async decide(actor: UserActor, answerId: string, accepts: boolean, locale: Locale): Promise<MyPartnerCallsDto> {
    await this.database.as(actor, async (tx) => {
      const answer = await this.steps.calls.findAnswer(tx, answerId);
      const call = answer === null ? null : await this.steps.calls.findOwn(tx, answer.callId);
      if (call === null || answer === null) throw new NotFound();
      const step = accepts ? 'accept' : 'decline';
      if (call.state === 'withdrawn') throw new StepNotAllowed(call.state, step);
      const to = nextState(PARTNER_ANSWER_TRANSITIONS, answer.state, step);
      if (to === null || to === 'waiting' || !(await this.steps.calls.decide(tx, answerId, to)))
        throw new StepNotAllowed(answer.state, step);
      const by = { actorId: actor.userId, organisationIds: [answer.organisationId] };
      await this.steps.note(tx, call, `answer_${to}`, by);
      const { challenge } = await this.visible(tx, call.id);
      const contact = accepts ? await this.steps.placedBy(tx, call.id) : null;
      await this.steps.mails.decided(tx, call, challenge, { ...answer, contact });
    });
    return this.lists.mine(actor, locale);
  }

  private async visible(tx: Tx, id: string): Promise<{ call: HeldCall; challenge: ChallengeSummary }> {
    const call = await this.steps.calls.find(tx, id);
    const challenge = call === null ? null : await this.challenges.byId(tx, call.challengeId);
    if (call === null || challenge === null) throw new NotFound();
    return { call, challenge };
  }
}
