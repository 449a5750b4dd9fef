import { Injectable } from '@nestjs/common';
import { PUBLIC_CHALLENGE_STATES, type Locale } from '@htsm/domain';
import { NotFound, StepNotAllowed, type FieldFault, type Tx } from '@htsm/api/core';
import type { InviteExpertDto } from '../dto/experts.dto';
import { JudgedChallengesRepository, type JudgedChallenge } from '../reading/judged-challenges.repository';
import { JudgingStake, PanelNotFormed } from '../reviews.errors';
import { readPanel } from './challenge-panels';
import { ConflictsRepository } from './conflicts.repository';

/** What must be right before somebody is asked onto a panel. */
@Injectable()
export class OpenPanel {
  constructor(
    private readonly challenges: JudgedChallengesRepository,
    private readonly conflicts: ConflictsRepository,
  ) {}

  /** Gives the challenge to whoever may act on its panel. Throws NotFound and JudgingStake. */
  async find(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge> {
    const challenge = await this.challenges.find(tx, challengeId, locale);
    if (challenge === null) throw new NotFound();
    if (!(await this.conflicts.hasNoStake(tx, challengeId))) throw new JudgingStake();
    return challenge;
  }

  /** Throws StepNotAllowed for a challenge that is not public, and PanelNotFormed. */
  async requireFormed(tx: Tx, { id, state }: JudgedChallenge): Promise<void> {
    if (!PUBLIC_CHALLENGE_STATES.some((one) => one === state)) throw new StepNotAllowed(state, 'invite');
    if ((await readPanel(tx, id)).version === 0) throw new PanelNotFormed();
  }

  /** Gives what keeps an address from being asked, each with its evidence. */
  async faults(tx: Tx, challengeId: string, { email, knowsConflicts }: InviteExpertDto): Promise<FieldFault[]> {
    const found = await this.conflicts.ofAddress(tx, challengeId, email);
    return found
      .filter(({ waivedUntil, role }) => waivedUntil === null && (role === 'owner' || !knowsConflicts))
      .map(({ kind, organisationName: organisation, through }) => ({
        path: 'email',
        code: `conflict_${kind}`,
        params: { name: email, organisation, through },
      }));
  }
}
