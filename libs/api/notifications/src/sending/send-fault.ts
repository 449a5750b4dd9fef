/** What a failed conversation with the relay means for the mail. */
export type SendFault =
  /** The relay did not take it and never will. `isAddress`: it is the address that it refuses. */
  | { readonly kind: 'refused'; readonly isAddress: boolean }
  /** The relay asks to try this mail again later. */
  | { readonly kind: 'put_off' }
  /** The relay itself cannot be used; no mail's fault. */
  | { readonly kind: 'relay_away' }
  /** The mail was handed over and the answer did not come. */
  | { readonly kind: 'uncertain' };

/** Words for the operator, without the address that the relay tends to repeat. */
export function describeFault(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.replace(/[^\s<>@]{1,64}@[^\s<>@]{1,255}/g, '…').slice(0, 300);
}

/** Reads nodemailer's error; `wasHandedOver` tells whether the relay had been told that the message is complete. */
export function judgeFault(fault: unknown, wasHandedOver: boolean): SendFault {
  const { responseCode, command, response } = details(fault);
  if (responseCode === undefined || responseCode === 421) return { kind: wasHandedOver ? 'uncertain' : 'relay_away' };
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  if (!isAboutMail) return { kind: 'relay_away' };
  if (responseCode < 500) return { kind: 'put_off' };
  return { kind: 'refused', isAddress: command === 'RCPT TO' && isAboutAddress(responseCode, response ?? '') };
}

/**
 * Whether a refusal of a recipient says that the mailbox does not exist, and not that the relay dislikes the sender, the
 * message or the load: by the enhanced code (RFC 3463: 5.1.x and 5.2.1), or without one by the plain code (RFC 5321).
 */
function isAboutAddress(code: number, response: string): boolean {
  const enhanced = /\b5\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced === undefined) return code === 550 || code === 551 || code === 553;
  return /^1\.(1|2|3|6|10)$/.test(enhanced) || enhanced === '2.1';
}

function details(fault: unknown): { responseCode?: number; command?: string; response?: string } {
  if (typeof fault !== 'object' || fault === null) return {};
  const { responseCode, command, response } = fault as Record<string, unknown>; // nodemailer's own additions, checked below
  return {
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    ...(typeof command === 'string' ? { command } : {}),
    ...(typeof response === 'string' ? { response } : {}),
  };
}
