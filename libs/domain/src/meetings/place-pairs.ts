import type { OpenPair } from './timetable-model';
import { pairKey, type SlottedMeeting, type TimetableProblem } from './timetable-problem';

interface Placed {
  readonly pair: OpenPair;
  /** How often others took its place; who was pushed around much is left alone. */
  pushed: number;
  slot: number | null;
}

/** Moves that are tried for each pair, at most. */
const TRIES = 60;

/**
 * Looks for times for pairs that are to meet: each gets the slot where it pushes out least, and what is pushed out looks for
 * another. Gives as many as it found times for; pairs of the present timetable begin where they were, pinned ones stay there.
 */
export function placePairs(problem: TimetableProblem, pairs: readonly OpenPair[]): SlottedMeeting[] {
  const pinned = new Set(problem.pinned.map(pairKey));
  const wasAt = new Map([...problem.present, ...problem.pinned].map((meeting) => [pairKey(meeting), meeting.slot]));
  const hall = new Hall(problem);
  const all: Placed[] = pairs
    .map((pair) => ({ pair, pushed: pinned.has(pairKey(pair)) ? Infinity : 0, slot: null }))
    .sort((a, b) => (a.pushed === b.pushed ? 0 : b.pushed - a.pushed)); // pinned ones sit down first
  const waiting = all.filter((placed) => {
    const slot = wasAt.get(pairKey(placed.pair));
    if (slot === undefined || !placed.pair.slots.includes(slot) || hall.inTheWay(placed.pair, slot).length > 0)
      return true;
    hall.seat(placed, slot);
    return false;
  });
  let best = hall.meetings();
  for (let tries = TRIES * pairs.length; tries > 0 && waiting.length > 0; tries -= 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    waiting.push(...takePlace(hall, next));
    if (hall.size > best.length) best = hall.meetings();
  }
  return best;
}

/** Seats a pair where it costs least; gives those that lost their place, or itself when nobody may be pushed out. */
function takePlace(hall: Hall, placed: Placed): Placed[] {
  const offers = placed.pair.slots.map((slot) => {
    const others = hall.inTheWay(placed.pair, slot);
    return { slot, others, cost: others.reduce((sum, { pushed }) => sum + 1 + pushed, 0) };
  });
  const offer = offers.reduce((least, one) => (one.cost < least.cost ? one : least));
  if (offer.cost === Infinity) return [];
  for (const other of offer.others) {
    hall.leave(other);
    other.pushed += 1;
  }
  hall.seat(placed, offer.slot);
  return offer.others;
}

/** Who sits where. */
class Hall {
  private readonly places = new Map<string, Placed>();
  private readonly slots: Set<Placed>[];

  constructor(private readonly problem: TimetableProblem) {
    this.slots = Array.from({ length: problem.slots }, () => new Set());
  }

  get size(): number {
    return this.slots.reduce((sum, { size }) => sum + size, 0);
  }

  /** Gives those who must leave before the pair can sit: who meets one of the two then, and who has the last table. */
  inTheWay({ challengeId, smeId }: OpenPair, slot: number): Placed[] {
    const met = [challengeId, smeId].flatMap((id) => this.places.get(`${id} ${slot}`) ?? []);
    const seated = this.slots[slot] ?? new Set<Placed>();
    if (met.length > 0 || seated.size < this.problem.tables) return met;
    return [[...seated].reduce((least, one) => (one.pushed < least.pushed ? one : least))];
  }

  seat(placed: Placed, slot: number): void {
    placed.slot = slot;
    this.slots[slot]?.add(placed);
    for (const id of [placed.pair.challengeId, placed.pair.smeId]) this.places.set(`${id} ${slot}`, placed);
  }

  leave(placed: Placed): void {
    if (placed.slot === null) return;
    this.slots[placed.slot]?.delete(placed);
    for (const id of [placed.pair.challengeId, placed.pair.smeId]) this.places.delete(`${id} ${placed.slot}`);
    placed.slot = null;
  }

  meetings(): SlottedMeeting[] {
    return this.slots.flatMap((seated, slot) =>
      [...seated].map(({ pair: { challengeId, smeId } }) => ({ challengeId, smeId, slot })),
    );
  }
}
