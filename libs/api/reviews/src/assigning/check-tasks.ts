import { Injectable } from '@nestjs/common';
import { StepNotAllowed, ValidationFailed, type FieldFault, type MailRecipient, type Tx } from '@htsm/api/core';
import type { SteppedChallenge } from '@htsm/api/challenges';
import type { ReviewPairDto } from '../dto/assignment-plan.dto';
import type { FoundConflict } from '../panels/conflicts.repository';
import { AssignmentsRepository, type PartyRow } from './assignments.repository';

/** Tasks that somebody wants to give, and where each of a pair stands in what they sent. */
export interface WantedTasks {
  readonly pairs: readonly ReviewPairDto[];
  readonly dueAt: string;
  /** The path of a field of the pair with this number. */
  readonly pathOf: (index: number, field: keyof ReviewPairDto) => string;
  /** What was found wrong before there were pairs. */
  readonly faults?: readonly FieldFault[];
}

/** What is known of a challenge when pairs are checked. */
interface Known {
  readonly people: ReadonlyMap<string, MailRecipient>;
  readonly proposals: ReadonlySet<string>;
  readonly parties: ReadonlyMap<string, PartyRow>;
  readonly conflicts: ReadonlyMap<string, readonly FoundConflict[]>;
}

/** The one place that decides who may get which task. */
@Injectable()
export class CheckTasks {
  constructor(private readonly assignments: AssignmentsRepository) {}

  /**
   * Gives the people of the pairs, as a mail reaches them. Throws StepNotAllowed when the challenge is not being judged, and
   * ValidationFailed with every fault at once: foreign proposals, people outside the panel, members of a party, each conflict
   * with its evidence, and a date in the past.
   */
  async run(tx: Tx, challenge: SteppedChallenge, wanted: WantedTasks): Promise<MailRecipient[]> {
    if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
    const known = await this.read(tx, challenge.id, wanted.pairs);
    const ofPairs = wanted.pairs.flatMap((pair, index) =>
      faultsOf(known, pair).map(({ path, ...fault }) => ({ path: wanted.pathOf(index, path), ...fault })),
    );
    const faults = [...(wanted.faults ?? []), ...ofPairs];
    if (new Date(wanted.dueAt) <= (await tx.now())) faults.push({ path: 'dueAt', code: 'past_instant' });
    if (faults.length > 0) throw new ValidationFailed(withoutRepeats(faults));
    return [...known.people.values()];
  }

  private async read(tx: Tx, challengeId: string, pairs: readonly ReviewPairDto[]): Promise<Known> {
    const reviewerIds = [...new Set(pairs.map(({ reviewerId }) => reviewerId))];
    const people = await this.assignments.panelMembers(tx, challengeId, reviewerIds);
    const parties = await this.assignments.parties(tx, challengeId, reviewerIds);
    const found = await this.assignments.conflictsIn(tx, challengeId);
    return {
      people: new Map(people.flatMap((person) => (person.userId ? [[person.userId, person] as const] : []))),
      proposals: await this.assignments.knownProposals(tx, challengeId, [
        ...new Set(pairs.map(({ proposalId }) => proposalId)),
      ]),
      parties: new Map(parties.map((party) => [party.reviewerId, party])),
      conflicts: Map.groupBy(
        found.filter(({ waivedUntil }) => waivedUntil === null),
        ({ reviewerId }) => reviewerId,
      ),
    };
  }
}

/** Rivals judge nobody of their challenge, so a member of a party may have none of its proposals. */
function faultsOf(
  { people, proposals, parties, conflicts }: Known,
  { proposalId, reviewerId }: ReviewPairDto,
): (FieldFault & { path: keyof ReviewPairDto })[] {
  const person = people.get(reviewerId);
  if (!proposals.has(proposalId)) return [{ path: 'proposalId', code: 'id' }];
  if (person === undefined) return [{ path: 'reviewerId', code: 'not_on_panel' }];
  const { name } = person;
  const party = parties.get(reviewerId);
  if (party !== undefined)
    return [{ path: 'reviewerId', code: 'reviewer_is_party', params: { name, organisation: party.organisationName } }];
  return (conflicts.get(reviewerId) ?? [])
    .filter(({ proposalIds }) => proposalIds.includes(proposalId))
    .map(({ kind, organisationName: organisation, through }) => ({
      path: 'reviewerId',
      code: `conflict_${kind}`,
      params: { name, organisation, through },
    }));
}

/** The same fault stands once, however many pairs have it. */
function withoutRepeats(faults: readonly FieldFault[]): FieldFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
