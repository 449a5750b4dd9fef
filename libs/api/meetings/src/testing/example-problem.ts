import type { MeetingParty, TimetableProblem } from '@htsm/domain/meetings';

/** Of how many fields challenges and SMEs are; a pair of one field fits better. */
const FIELDS = 12;

/**
 * A made-up event: SMEs with 2 to 6 meetings, challenges with at least 2, everybody there in 85 % of the slots (or always),
 * every pair possible. The same seed gives the same event.
 */
export function exampleProblem(size: {
  smes: number;
  challenges: number;
  slots: number;
  seed: number;
  isAlwaysThere?: boolean;
}): TimetableProblem {
  const next = randomFrom(size.seed);
  const party = (id: string, max: number): MeetingParty & { field: number } => ({
    id,
    min: 2,
    max,
    busy: Array.from({ length: size.slots }, (_, slot) => slot).filter(
      () => next() > 0.85 && size.isAlwaysThere !== true,
    ),
    field: Math.floor(next() * FIELDS),
  });
  const challenges = Array.from({ length: size.challenges }, (_, index) => party(`c${index}`, size.slots));
  const smes = Array.from({ length: size.smes }, (_, index) => party(`s${index}`, 6));
  const pairs = challenges.flatMap((challenge) =>
    smes.map((sme) => {
      const base = challenge.field === sme.field ? 0.5 : 0.15;
      return { challengeId: challenge.id, smeId: sme.id, score: Math.round((base + next() * 0.35) * 1e6) / 1e6 };
    }),
  );
  return {
    slots: size.slots,
    tables: size.challenges,
    challenges,
    smes,
    pairs,
    forbidden: [],
    pinned: [],
    present: [],
  };
}

/** A linear congruential generator. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
