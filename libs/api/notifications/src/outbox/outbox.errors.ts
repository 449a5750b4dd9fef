import { Refusal } from '@htsm/api/core';

/** The single-use link of a mail was used, or has expired. */
export class MailLinkSpent extends Refusal {
  constructor() {
    super('mail_link_spent', 409);
  }
}

/** Another copy of the mail has not arrived yet. */
export class MailUnderWay extends Refusal {
  constructor() {
    super('mail_under_way', 409);
  }
}

/** The reader complained, or an administrator stopped the address: that is ended by itself, with a reason. */
export class AddressStopped extends Refusal {
  constructor() {
    super('address_stopped', 409);
  }
}

/** Nothing goes to the address already. */
export class AddressStoppedAlready extends Refusal {
  constructor() {
    super('address_stopped_already', 409);
  }
}
