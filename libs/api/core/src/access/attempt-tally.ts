import { randomUUID } from 'node:crypto';
import type { AttemptKind } from '../errors/refusal';

/** One refused attempt. */
export interface CountedAttempt {
  readonly kind: AttemptKind;
  /** Whose account was tried, or null when nobody has it. */
  readonly personId: string | null;
  /** Code of the network address. */
  readonly network: string;
  readonly requestId: string;
}

/** The attempts of one kind at one account, from one network when no account is known, or those of everybody else. */
export interface TalliedAttempts {
  readonly kind: AttemptKind;
  readonly subjectType: 'user' | 'network' | 'platform';
  readonly subjectId: string;
  readonly attempts: number;
  /** From how many network addresses; at most NETWORKS_COUNTED are told apart. */
  readonly networks: number;
  /** How many accounts and networks the line stands for, as far as they were told apart. */
  readonly subjects: number;
  /** The first of these requests. */
  readonly requestId: string;
}

/** The most tried subjects that get a line of their own. */
export const NAMED_LINES = 10;
/** Subjects that are told apart; those beyond are counted together, so that memory has an end. */
export const SUBJECTS_COUNTED = 2_000;
export const NETWORKS_COUNTED = 100;

interface Count {
  readonly kind: AttemptKind;
  readonly subjectType: 'user' | 'network' | 'platform';
  readonly subjectId: string;
  readonly requestId: string;
  readonly networks: Set<string>;
  attempts: number;
  subjects: number;
}

/** Counts attempts in a bounded space and gives a bounded number of lines. */
export class AttemptTally {
  private readonly counts = new Map<string, Count>();
  private readonly others = new Map<AttemptKind, Count>();

  add(attempt: CountedAttempt): void {
    const subjectId = attempt.personId ?? attempt.network;
    const key = `${attempt.kind} ${subjectId}`;
    const known = this.counts.get(key);
    if (known === undefined && this.counts.size >= SUBJECTS_COUNTED) {
      return put(this.othersOf(attempt.kind, attempt.requestId), 1, 0, [attempt.network]);
    }
    const count = known ?? {
      ...fresh(attempt.kind, attempt.requestId),
      subjectType: attempt.personId === null ? 'network' : 'user',
      subjectId,
      subjects: 1,
    };
    this.counts.set(key, count);
    put(count, 1, 0, [attempt.network]);
  }

  /** The most tried subjects by name, and one line for each kind of attempt at all the others; changes nothing. */
  lines(): TalliedAttempts[] {
    const sorted = [...this.counts.values()].sort((a, b) => b.attempts - a.attempts);
    const rest = new AttemptTally();
    for (const count of [...sorted.slice(NAMED_LINES), ...this.others.values()]) rest.join(count);
    return [...sorted.slice(0, NAMED_LINES), ...rest.others.values()].map(({ networks, ...count }) => ({
      ...count,
      networks: networks.size,
    }));
  }

  /** Both counts together. */
  with(later: AttemptTally): AttemptTally {
    const both = new AttemptTally();
    for (const [key, count] of [...this.counts, ...later.counts]) {
      const known = both.counts.get(key);
      if (known !== undefined) put(known, count.attempts, 0, count.networks);
      else if (both.counts.size < SUBJECTS_COUNTED) both.counts.set(key, count);
      else both.join(count);
    }
    for (const count of [...this.others.values(), ...later.others.values()]) both.join(count);
    return both;
  }

  private join({ kind, requestId, attempts, subjects, networks }: Count): void {
    put(this.othersOf(kind, requestId), attempts, subjects, networks);
  }

  private othersOf(kind: AttemptKind, requestId: string): Count {
    const known = this.others.get(kind) ?? fresh(kind, requestId);
    this.others.set(kind, known);
    return known;
  }
}

function fresh(kind: AttemptKind, requestId: string): Count {
  const count = { kind, requestId, attempts: 0, subjects: 0, networks: new Set<string>() };
  return { ...count, subjectType: 'platform', subjectId: randomUUID() };
}

function put(count: Count, attempts: number, subjects: number, networks: Iterable<string>): void {
  count.attempts += attempts;
  count.subjects += subjects;
  for (const network of networks) if (count.networks.size < NETWORKS_COUNTED) count.networks.add(network);
}
