import { inject } from '@angular/core';
import { type OutboxMailDto } from '@htsm/contracts';
import { injectText, Language } from '@htsm/web/core';

/** Words for the codes that mails carry. */
export interface MailWords {
  /** What a kind of mail is called; the code itself for one that is gone. */
  kind(kind: string): string;
  /** Why a mail did not go; the relay's own words stay as they are. */
  reason(mail: Pick<OutboxMailDto, 'reason'>): string;
}

/** Gives the words in the language on the screen; call it where `inject` works. */
export function injectMailWords(): MailWords {
  const t = injectText();
  const language = inject(Language);
  const word = (key: string, otherwise: string): string => {
    language.current();
    const words = t(key);
    return words === key ? otherwise : words;
  };
  return {
    kind: (kind) => word(`notifications.mailKind.${kind}`, kind),
    reason: ({ reason }) => {
      if (reason === null) return '';
      return /^[a-z_]+$/.test(reason) ? word(`notifications.outbox.reason.${reason}`, reason) : reason;
    },
  };
}
