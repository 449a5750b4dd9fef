import type { MailKind, MailVariables } from '@htsm/api/core';
import { longDate } from './mail-formats';
import type { MailVoice } from './mail-voice';

/** How the value of a placeholder is written. */
export type PlaceholderType = 'text' | 'number' | 'instant' | 'day' | 'role';

/** The ways that fit a variable; codes and lists are not offered, because they are no words. */
type WayOf<Value> = Value extends number
  ? 'number'
  : Value extends string | null
    ? Exclude<PlaceholderType, 'number'>
    : never;
type PlaceholdersOf<Variables> = { readonly [Name in keyof Variables]?: WayOf<Variables[Name]> };

const ABOUT_CHALLENGE = { name: 'text', challengeTitle: 'text' } as const;
const CLOSING = { ...ABOUT_CHALLENGE, closesAt: 'instant' } as const;
const INVITATION = { ...CLOSING, organisationName: 'text', ownerName: 'text', summary: 'text' } as const;
const NAME = { name: 'text' } as const;

/** What the sentences of each kind of mail may name, whichever sentence it is; the compiler knows the variables. */
export const MAIL_PLACEHOLDERS: { readonly [Kind in MailKind]: PlaceholdersOf<MailVariables[Kind]> } = {
  confirm_email: NAME,
  already_registered: NAME,
  reset_password: NAME,
  password_changed: NAME,
  role_granted: { name: 'text', role: 'role' },
  role_revoked: { name: 'text', role: 'role' },
  change_email: NAME,
  link_identity: { name: 'text', domain: 'text' },
  email_changed: { name: 'text', newEmail: 'text' },
  account_disabled: NAME,
  account_enabled: NAME,
  factors_cleared: NAME,
  factor_added: NAME,
  factor_removed: NAME,
  invite: { organisationName: 'text', invitedBy: 'text' },
  challenge_submitted: { challengeTitle: 'text', ownerName: 'text' },
  challenge_changes_requested: ABOUT_CHALLENGE,
  challenge_approved: { ...ABOUT_CHALLENGE, opensAt: 'instant' },
  challenge_opened: CLOSING,
  challenge_stopped_accepting: { ...ABOUT_CHALLENGE, proposals: 'number' },
  challenge_cancelled: ABOUT_CHALLENGE,
  proposal_received: { ...ABOUT_CHALLENGE, receiptNumber: 'text', submittedAt: 'instant' },
  proposal_pulled_back: CLOSING,
  proposal_withdrawn: ABOUT_CHALLENGE,
  proposal_left: { ...ABOUT_CHALLENGE, organisationName: 'text' },
  expert_invited: { challengeTitle: 'text', ownerName: 'text', invitedBy: 'text', expiresAt: 'instant' },
  panel_appointed: ABOUT_CHALLENGE,
  review_assigned: { ...ABOUT_CHALLENGE, proposals: 'number', dueAt: 'instant' },
  review_conflict: { challengeTitle: 'text', reviewerName: 'text' },
  link_conflict: {
    challengeTitle: 'text',
    reviewerName: 'text',
    organisationName: 'text',
    through: 'text',
    proposals: 'number',
  },
  review_reminder: { ...ABOUT_CHALLENGE, open: 'number', dueAt: 'instant' },
  review_reopened: { ...ABOUT_CHALLENGE, dueAt: 'instant' },
  answer_released: ABOUT_CHALLENGE,
  answer_question_asked: { challengeTitle: 'text' },
  answer_question_replied: ABOUT_CHALLENGE,
  match_recorded: { ...ABOUT_CHALLENGE, partnerName: 'text', introductionOn: 'day' },
  sme_invited: INVITATION,
  sme_reminded: INVITATION,
  sme_vetoed: ABOUT_CHALLENGE,
  sme_answered: { ...ABOUT_CHALLENGE, organisationName: 'text' },
  introduction: { ...ABOUT_CHALLENGE, partnerName: 'text', contactName: 'text', contactEmail: 'text' },
  appointment_offered: { ...ABOUT_CHALLENGE, partnerName: 'text' },
  appointment_refused: { ...ABOUT_CHALLENGE, organisationName: 'text' },
  appointment_told: { ...ABOUT_CHALLENGE, partnerName: 'text' },
  partner_answered: { ...ABOUT_CHALLENGE, organisationName: 'text' },
  partner_decided: { ...ABOUT_CHALLENGE, organisationName: 'text' },
  partner_call_withdrawn: ABOUT_CHALLENGE,
  webhook_switched_off: { name: 'text', host: 'text', failingSince: 'instant' },
  meeting_programme: { name: 'text', eventTitle: 'text', place: 'text' },
  match_noted: { ...ABOUT_CHALLENGE, partnerName: 'text', on: 'day' },
  check_in: { ...ABOUT_CHALLENGE, partnerName: 'text' },
  check_in_reminder: { ...ABOUT_CHALLENGE, partnerName: 'text' },
  followed_closing: CLOSING,
  followed_moved: CLOSING,
  followed_cancelled: ABOUT_CHALLENGE,
  proposal_draft_closing: CLOSING,
  notices_merged: NAME,
  notices_daily: NAME,
  confirm_subscription: {},
  already_subscribed: {},
  digest: {},
};

/** Gives what stands in the place of each placeholder of a mail. */
export function placeholderValues<Kind extends MailKind>(
  kind: Kind,
  variables: MailVariables[Kind],
  voice: MailVoice,
): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = { ...variables };
  const ways: Readonly<Record<string, PlaceholderType | undefined>> = MAIL_PLACEHOLDERS[kind];
  return Object.fromEntries(
    Object.entries(ways).flatMap(([name, way]) =>
      way === undefined ? [] : [[name, written(values[name], way, voice)]],
    ),
  );
}

function written(value: unknown, way: PlaceholderType, voice: MailVoice): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  if (way === 'instant') return voice.at(text);
  if (way === 'day') return longDate(text, voice.locale);
  return way === 'role' ? voice.common(`role.${text}`) : text;
}
