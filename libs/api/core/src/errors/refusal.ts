/** One thing wrong with the input: `path` names the field as in the request (`criteria.0.weight`). */
export interface FieldFault {
  readonly path: string;
  /** Stable name; the sentence is `errors.field.<code>` in a catalogue. */
  readonly code: string;
  /** Figures for the sentence, such as `{ max: 200 }`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What somebody may have tried: to guess, to come in with a link that is none, to write from elsewhere, to go on and on. */
export type AttemptKind =
  'wrong_credentials' | 'wrong_proof' | 'wrong_link' | 'wrong_provider_answer' | 'forged_request' | 'too_many_attempts';

/** A refusal that is counted in the audit log; `personId` is whose account was tried, when that is known. */
export interface RefusedAttempt {
  readonly kind: AttemptKind;
  readonly personId?: string | null;
}

/** What an expected refusal may carry besides its code. */
export interface RefusalDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  /** Instants for the sentence; written in words, in Dutch time and in the reader's language. */
  readonly instants?: Readonly<Record<string, Date>>;
  readonly faults?: readonly FieldFault[];
  /** The present state of the object, for a version conflict. */
  readonly current?: unknown;
  /** For the audit log; no answer tells it. */
  readonly attempt?: RefusedAttempt;
}

/**
 * An expected refusal: not a fault of the program, so it is answered and not logged as one.
 * `code` is stable; title and detail come from the catalogues at `errors.<code>.title` and `.detail`.
 */
export abstract class Refusal extends Error {
  protected constructor(
    readonly code: string,
    readonly status: number,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** The input is not of the asked form; every fault is named with its field. */
export class ValidationFailed extends Refusal {
  constructor(faults: readonly FieldFault[], attempt?: RefusedAttempt) {
    super('validation_failed', 422, attempt === undefined ? { faults } : { faults, attempt });
  }
}

/** Somebody else changed the object since it was read; carries its present state. */
export class VersionConflict extends Refusal {
  constructor(current: unknown) {
    super('version_conflict', 409, { current });
  }
}

/** The object is in a state that does not allow the step. */
export class StepNotAllowed extends Refusal {
  constructor(state: string, step: string) {
    super('step_not_allowed', 409, { params: { state, step } });
  }
}

/** Too many attempts; `retryAfterS` tells when to try again, in seconds. */
export class TooManyAttempts extends Refusal {
  constructor(retryAfterS: number) {
    super('too_many_attempts', 429, {
      params: { retryAfterS, minutes: Math.ceil(retryAfterS / 60) },
      attempt: { kind: 'too_many_attempts' },
    });
  }
}

/** The request is not of a form that any of our own pages sends. */
export class UnreadableInput extends Refusal {
  constructor() {
    super('unreadable_input', 400);
  }
}
