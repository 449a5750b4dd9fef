import { type OverviewChallengeDto } from '@htsm/contracts';

/** What the taskforce does next with a challenge; `look` when the next move is somebody else's. */
export type NextStep = 'moderate' | 'look' | 'assign' | 'follow' | 'decide' | 'answer' | 'close' | 'answers';

/** Reviews that every proposal needs at least. */
const REVIEWS_PER_PROPOSAL = 2;

/** The page below `/taskforce/challenges/:id` where a step is done; none is the challenge itself. */
const PAGES: Readonly<Record<NextStep, readonly string[]>> = {
  moderate: [],
  look: [],
  assign: ['assign'],
  follow: ['ranking'],
  decide: ['ranking'],
  answer: ['answers'],
  close: ['answers'],
  answers: ['answers'],
};

/** States in which proposals are open to the taskforce, so that their number means something. */
const UNSEALED: readonly OverviewChallengeDto['state'][] = ['evaluating', 'decided', 'closed'];

/** Gives the next step of the taskforce with a challenge. */
export function nextStep(challenge: OverviewChallengeDto): NextStep {
  switch (challenge.state) {
    case 'in_moderation':
      return 'moderate';
    case 'evaluating':
      return judgingStep(challenge);
    case 'decided':
      return challenge.answered < challenge.proposals ? 'answer' : 'close';
    case 'closed':
      return 'answers';
    default:
      return 'look';
  }
}

/** Gives the address of the page for a step, for a router link. */
export function stepPath(challengeId: string, step: NextStep): string[] {
  return ['/taskforce/challenges', challengeId, ...PAGES[step]];
}

/** Whether the numbers of proposals, reviews and answers of a challenge may be known. */
export function isUnsealed(challenge: OverviewChallengeDto): boolean {
  return UNSEALED.includes(challenge.state);
}

function judgingStep({ proposals, expectedReviews, submittedReviews }: OverviewChallengeDto): NextStep {
  if (proposals === 0) return 'answer';
  if (expectedReviews < proposals * REVIEWS_PER_PROPOSAL) return 'assign';
  return submittedReviews < expectedReviews ? 'follow' : 'decide';
}
