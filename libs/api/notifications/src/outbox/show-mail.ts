import type { MailKind, MailVariables } from '@htsm/api/core';
import { MailRenderer, type DiscreetMail } from '../mail/mail-renderer';
import type { EditedMails } from '../mail/mail-voice';
import type { OutboxRow } from './outbox-rows';

/** What the database lets an administrator read of a mail: every other value is the marker already. */
export interface ShownMail {
  variables: object;
  has_more: boolean;
  subscription_id: string | null;
  is_link_live: boolean;
  texts: EditedMails;
}

/** Writes a mail from what an administrator may read of it, in the words that it goes out with. */
export function showMail(renderer: MailRenderer, row: OutboxRow, shown: ShownMail): DiscreetMail {
  if (!MailRenderer.knows(row.kind)) throw new Error(`There is no mail called ${row.kind}`);
  const occasion = {
    kind: row.kind,
    locale: row.locale,
    toEmail: row.to_email,
    queuedAt: row.created_at,
    subscriptionId: shown.subscription_id,
  };
  const variables = shown.variables as MailVariables[MailKind]; // of the kind's form, with the marker for hidden words
  return renderer.renderDiscreetly(occasion, variables, shown.texts);
}
