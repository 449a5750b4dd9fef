import { Refusal } from '../errors/refusal';

/** The route asks for a signed-in person. */
export class NotSignedIn extends Refusal {
  constructor() {
    super('not_signed_in', 401);
  }
}

/** The person is not of the route's audience. */
export class NotAllowed extends Refusal {
  constructor() {
    super('not_allowed', 403);
  }
}

/** The person has a role that asks for a second factor, and has not added one yet. */
export class SecondFactorRequired extends Refusal {
  constructor() {
    super('second_factor_required', 403);
  }
}

/** The object does not exist, or not for this person: the two cannot be told apart. */
export class NotFound extends Refusal {
  constructor() {
    super('not_found', 404);
  }
}

/** A write without the header that only our own pages can send. */
export class ForgedRequest extends Refusal {
  constructor() {
    super('forged_request', 403, { attempt: { kind: 'forged_request' } });
  }
}
