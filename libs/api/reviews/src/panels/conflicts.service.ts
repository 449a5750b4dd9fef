import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, EventLog, NotFound, VersionConflict, type UserActor } from '@htsm/api/core';
import type { AddressConflictsDto, ChallengeConflictsDto, ConflictRuleDto } from '../dto/conflicts.dto';
import { JudgedChallengesRepository, toJudgedChallenge } from '../reading/judged-challenges.repository';
import { readPanel } from './challenge-panels';
import { readInvitations } from './panel-invitations.repository';
import { ConflictsRepository, toConflict } from './conflicts.repository';

/** The row of the rule in the log: there is one of it. */
const THE_RULE = '00000000-0000-4000-8000-000000000001';

/** What the taskforce reads before it asks somebody to judge. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly challenges: JudgedChallengesRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly events: EventLog,
  ) {}

  /** Gives the panel with its conflicts; before closing only those with the owner. Throws NotFound for an unseen challenge. */
  read(actor: UserActor, challengeId: string, locale: Locale): Promise<ChallengeConflictsDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.find(tx, challengeId, locale);
      if (challenge === null) throw new NotFound();
      const found = Map.groupBy(await this.conflicts.inChallenge(tx, challengeId), ({ reviewerId }) => reviewerId);
      const { years, version } = await this.conflicts.rule(tx);
      const people = await this.conflicts.people(tx, challengeId);
      return {
        challenge: toJudgedChallenge(challenge),
        people: people.map((person) => ({ ...person, conflicts: (found.get(person.id) ?? []).map(toConflict) })),
        waivers: await this.conflicts.waivers(tx, challengeId),
        panel: await readPanel(tx, challengeId),
        invitations: await readInvitations(tx, challengeId),
        years,
        yearsVersion: version,
        now: challenge.now,
      };
    });
  }

  /** Gives what binds an address to those who take part, before its holder is asked. */
  check(actor: UserActor, challengeId: string, email: string, locale: Locale): Promise<AddressConflictsDto> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, locale)) === null) throw new NotFound();
      const found = await this.conflicts.ofAddress(tx, challengeId, email);
      return { name: await this.conflicts.nameOf(tx, email), conflicts: found.map(toConflict) };
    });
  }

  /** Changes for how many years ties count, at once and everywhere. Throws VersionConflict with the present rule. */
  changeRule(actor: UserActor, input: ConflictRuleDto): Promise<ConflictRuleDto> {
    return this.database.as(actor, async (tx) => {
      const isChanged = await this.conflicts.changeRule(tx, input);
      const rule = await this.conflicts.rule(tx);
      if (!isChanged) throw new VersionConflict(rule);
      await this.events.append(tx, {
        type: 'conflict.rule_changed',
        subjectType: 'judging_rule',
        subjectId: THE_RULE,
        actorId: actor.userId,
        payload: { years: rule.years },
      });
      return rule;
    });
  }
}
