import { Refusal, ValidationFailed } from '@htsm/api/core';

/** Address and password do not fit, the address is unknown or not confirmed yet: the answer is the same. */
export class WrongCredentials extends Refusal {
  /** `personId`, for the audit log, is whose account was tried. */
  constructor(personId: string | null = null) {
    super('wrong_credentials', 401, { attempt: { kind: 'wrong_credentials', personId } });
  }
}

/** A password, code or passkey that was given to prove who somebody is, and does not. */
export class WrongProof extends ValidationFailed {
  constructor(
    private readonly path: 'password' | 'current' | 'code' | 'answer',
    private readonly faultCode: 'password_wrong' | 'code_wrong' | 'passkey_wrong',
    personId: string | null = null,
  ) {
    super([{ path, code: faultCode }], { kind: 'wrong_proof', personId });
  }

  /** The same, once it is known whose proof it should have been. */
  of(personId: string): WrongProof {
    return new WrongProof(this.path, this.faultCode, personId);
  }
}

/** The second step of signing in took too long, was done already, or never began. */
export class SignInExpired extends Refusal {
  constructor() {
    super('sign_in_expired', 409);
  }
}

/** A role of the person asks for a second factor: the last one can be replaced, not removed. */
export class LastFactor extends Refusal {
  constructor() {
    super('last_factor', 409);
  }
}

/** The change asks for a password or a factor that was given a short while ago. */
export class ProofRequired extends Refusal {
  constructor() {
    super('proof_required', 403);
  }
}

/** The sign-in page of an organisation cannot be reached, or its answer does not fit what was asked. */
export class ProviderFailed extends Refusal {
  constructor(cause?: unknown) {
    super('provider_failed', 502, { attempt: { kind: 'wrong_provider_answer' } });
    this.cause = cause;
  }
}

/** Another organisation's sign-in page speaks for this mail domain already. */
export class DomainTaken extends Refusal {
  constructor() {
    super('domain_taken', 409);
  }
}

/** The mailed link was used before, has expired, was revoked or was not made by us. */
export class LinkNotUsable extends Refusal {
  constructor() {
    super('link_not_usable', 409, { attempt: { kind: 'wrong_link' } });
  }
}

/** Between registering and confirming, somebody else confirmed an organisation with the same KvK number. */
export class KvkNumberTaken extends Refusal {
  constructor() {
    super('kvk_number_taken', 409);
  }
}

/** Only an owner of the organisation may invite and remove people. */
export class NotOwner extends Refusal {
  constructor() {
    super('not_owner', 403);
  }
}

/** The invited address belongs to a member already. */
export class AlreadyMember extends Refusal {
  constructor() {
    super('already_member', 409);
  }
}

/** The invited person has an account: the invitation is accepted after signing in. */
export class SignInToAccept extends Refusal {
  constructor() {
    super('sign_in_to_accept', 409);
  }
}

/** The signed-in person is not the one who was invited. */
export class InvitationForSomebodyElse extends Refusal {
  constructor() {
    super('invitation_for_somebody_else', 409);
  }
}

/** An organisation without an owner could never invite or remove anybody again. */
export class LastOwner extends Refusal {
  constructor() {
    super('last_owner', 409);
  }
}

/** An administrator who disables their own account, or clears their own factors, could not undo it. */
export class OwnAccount extends Refusal {
  constructor() {
    super('own_account', 409);
  }
}

/** An administrator who takes away their own role could not undo it. */
export class OwnAdministration extends Refusal {
  constructor() {
    super('own_administration', 409);
  }
}
