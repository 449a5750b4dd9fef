import type { MailKind, MailVariables } from '@htsm/api/core';
import { appointmentMail, offeredMail, refusedMail } from './appointment-mail';
import { checkInMail } from './check-in-mail';
import { digestMail } from './digest-mail';
import { gatheredMail, type WriteOne } from './gathered-mail';
import { letter } from './letter';
import type { MailContent, MailFact } from './mail-content';
import { listOf, longDate } from './mail-formats';
import { placeholderValues } from './mail-placeholders';
import type { MailVoice } from './mail-voice';
import { programmeMail } from './programme-mail';

type Writer<Kind extends MailKind> = (variables: MailVariables[Kind], voice: MailVoice) => MailContent;

/** How every kind of mail is written; a kind without a writer does not compile. */
export const MAIL_WRITERS: { readonly [Kind in MailKind]: Writer<Kind> } = {
  confirm_email: ({ name, tokenId }, voice) =>
    letter(voice, { name, actionUrl: voice.link('/confirm-email', 'confirm_email', tokenId) }),
  already_registered: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/sign-in') }),
  reset_password: ({ name, tokenId }, voice) =>
    letter(voice, { name, actionUrl: voice.link('/reset-password', 'reset_password', tokenId) }),
  password_changed: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/forgot-password') }),
  role_granted: ({ name, role, path }, voice) =>
    letter(voice, { name, params: { role: voice.common(`role.${role}`) }, actionUrl: voice.url(path) }),
  role_revoked: ({ name, role }, voice) => letter(voice, { name, params: { role: voice.common(`role.${role}`) } }),
  change_email: ({ name, tokenId }, voice) =>
    letter(voice, { name, actionUrl: voice.link('/change-email', 'change_email', tokenId) }),
  link_identity: ({ name, tokenId, domain }, voice) =>
    letter(voice, { name, params: { domain }, actionUrl: voice.link('/link-identity', 'link_identity', tokenId) }),
  email_changed: ({ name, newEmail }, voice) => letter(voice, { name, params: { newEmail } }),
  account_disabled: ({ name }, voice) => letter(voice, { name }),
  account_enabled: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/sign-in') }),
  factors_cleared: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/sign-in') }),
  factor_added: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/account/security') }),
  factor_removed: ({ name }, voice) => letter(voice, { name, actionUrl: voice.url('/account/security') }),
  invite: ({ organisationName, invitedBy, tokenId }, voice) =>
    letter(voice, {
      name: null,
      params: { organisationName, invitedBy },
      actionUrl: voice.link('/accept-invite', 'invite', tokenId),
    }),

  challenge_submitted: ({ challengeTitle, ownerName, path }, voice) =>
    letter(voice, {
      name: null,
      params: { challengeTitle, ownerName },
      facts: [challenge(voice, challengeTitle), fact(voice, 'owner', ownerName)],
      actionUrl: voice.url(path),
    }),
  challenge_changes_requested: ({ name, challengeTitle, reason, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), quote: reason, actionUrl: voice.url(path) }),
  challenge_approved: ({ name, challengeTitle, opensAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'opens', voice.at(opensAt))),
      actionUrl: voice.url(path),
    }),
  challenge_opened: ({ name, challengeTitle, closesAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'closes', voice.at(closesAt))),
      actionUrl: voice.url(path),
    }),
  challenge_stopped_accepting: ({ name, challengeTitle, proposals, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'proposals', String(proposals))),
      actionUrl: voice.url(path),
    }),
  challenge_cancelled: ({ name, challengeTitle, reason, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), quote: reason, actionUrl: voice.url(path) }),

  proposal_received: ({ name, challengeTitle, receiptNumber, submittedAt, manifestSha256, path }, voice) =>
    letter(voice, {
      ...about(
        voice,
        name,
        challengeTitle,
        fact(voice, 'receipt', receiptNumber),
        fact(voice, 'submitted', voice.at(submittedAt)),
        fact(voice, 'manifest', manifestSha256),
      ),
      actionUrl: voice.url(path),
    }),
  proposal_pulled_back: ({ name, challengeTitle, closesAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'closes', voice.at(closesAt))),
      actionUrl: voice.url(path),
    }),
  proposal_withdrawn: ({ name, challengeTitle }, voice) => letter(voice, about(voice, name, challengeTitle)),
  proposal_left: ({ name, challengeTitle, organisationName, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, organisationName },
      facts: [challenge(voice, challengeTitle)],
      actionUrl: voice.url(path),
    }),

  expert_invited: ({ challengeTitle, ownerName, invitedBy, expiresAt, tokenId }, voice) =>
    letter(voice, {
      name: null,
      params: { challengeTitle, ownerName, invitedBy },
      facts: [
        challenge(voice, challengeTitle),
        fact(voice, 'owner', ownerName),
        fact(voice, 'answer_by', voice.at(expiresAt)),
      ],
      actionUrl: voice.link('/join-panel', 'invite_expert', tokenId),
    }),
  panel_appointed: ({ name, challengeTitle, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), actionUrl: voice.url(path) }),
  review_assigned: ({ name, challengeTitle, proposals, dueAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'due', voice.at(dueAt))),
      opening: voice.count('p1', proposals),
      actionUrl: voice.url(path),
    }),
  review_conflict: ({ challengeTitle, reviewerName, path }, voice) =>
    letter(voice, {
      name: null,
      params: { challengeTitle, reviewerName },
      facts: [challenge(voice, challengeTitle)],
      actionUrl: voice.url(path),
    }),
  link_conflict: ({ challengeTitle, reviewerName, organisationName, kind, through, proposals, path }, voice) =>
    letter(voice, {
      name: null,
      params: { challengeTitle, reviewerName, organisationName },
      quote: voice.say(`evidence.${kind}`, { organisationName, through }),
      facts: [challenge(voice, challengeTitle), fact(voice, 'tasks', String(proposals))],
      actionUrl: voice.url(path),
    }),
  review_reminder: ({ name, challengeTitle, open, dueAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'due', voice.at(dueAt))),
      opening: voice.count('p1', open),
      actionUrl: voice.url(path),
    }),

  review_reopened: ({ name, challengeTitle, reason, dueAt, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle, fact(voice, 'due', voice.at(dueAt))),
      quote: reason,
      actionUrl: voice.url(path),
    }),

  answer_released: ({ name, challengeTitle, outcome, path }, voice) =>
    letter(voice, {
      ...about(voice, name, challengeTitle),
      title: voice.say(`title.${outcome}`),
      opening: voice.say(`p1.${outcome}`),
      actionUrl: voice.url(path),
    }),
  answer_question_asked: ({ challengeTitle, path }, voice) =>
    letter(voice, {
      name: null,
      params: { challengeTitle },
      facts: [challenge(voice, challengeTitle)],
      actionUrl: voice.url(path),
    }),
  answer_question_replied: ({ name, challengeTitle, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), actionUrl: voice.url(path) }),
  match_recorded: ({ name, challengeTitle, partnerName, introductionOn, agreed, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, partnerName },
      facts: [
        challenge(voice, challengeTitle),
        fact(voice, 'partner', partnerName),
        ...(introductionOn === null ? [] : [fact(voice, 'introduction', longDate(introductionOn, voice.locale))]),
        ...(agreed === '' ? [] : [fact(voice, 'agreed', agreed)]),
      ],
      actionUrl: voice.url(path),
    }),

  sme_invited: (variables, voice) => invitation(voice, variables),
  sme_reminded: (variables, voice) => invitation(voice, variables),
  sme_vetoed: ({ name, challengeTitle, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), actionUrl: voice.url(path) }),
  sme_answered: ({ name, challengeTitle, organisationName, declineReason, words, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, organisationName },
      opening: voice.say(declineReason === null ? 'p1.interested' : 'p1.declined', { organisationName }),
      ...(words === '' ? {} : { quote: words }),
      facts: [
        challenge(voice, challengeTitle),
        ...(declineReason === null ? [] : [fact(voice, 'reason', voice.say(`reasons.${declineReason}`))]),
      ],
      actionUrl: voice.url(path),
    }),
  introduction: ({ name, challengeTitle, partnerName, contactName, contactEmail, words, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, partnerName },
      ...(words === '' ? {} : { quote: words }),
      facts: [
        challenge(voice, challengeTitle),
        fact(voice, 'partner', partnerName),
        fact(voice, 'contact', contactName),
        fact(voice, 'email', contactEmail),
      ],
      actionUrl: voice.url(path),
    }),

  appointment_offered: offeredMail,
  appointment_refused: refusedMail,
  appointment_told: appointmentMail,
  partner_answered: ({ name, challengeTitle, organisationName, words, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, organisationName },
      quote: words,
      facts: [challenge(voice, challengeTitle), fact(voice, 'partner', organisationName)],
      actionUrl: voice.url(path),
    }),
  partner_decided: ({ name, challengeTitle, organisationName, contact, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, organisationName },
      opening: voice.say(contact === null ? 'p1.declined' : 'p1.accepted', { organisationName }),
      facts: [
        challenge(voice, challengeTitle),
        fact(voice, 'partner', organisationName),
        ...(contact === null ? [] : [fact(voice, 'contact', contact.name), fact(voice, 'email', contact.email)]),
      ],
      actionUrl: voice.url(path),
    }),
  partner_call_withdrawn: ({ name, challengeTitle, reason, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), quote: reason, actionUrl: voice.url(path) }),

  webhook_switched_off: ({ name, host, failingSince, path }, voice) =>
    letter(voice, {
      name,
      params: { host },
      facts: [fact(voice, 'address', host), fact(voice, 'failing', voice.at(failingSince))],
      actionUrl: voice.url(path),
    }),
  meeting_programme: programmeMail,
  match_noted: ({ name, challengeTitle, partnerName, outcome, on, words, path }, voice) =>
    letter(voice, {
      name,
      params: { challengeTitle, partnerName },
      opening: voice.say(outcome === null ? 'p1.agreed' : 'p1.concluded', { partnerName }),
      ...(words === '' ? {} : { quote: words }),
      facts: [
        challenge(voice, challengeTitle),
        fact(voice, 'partner', partnerName),
        ...(outcome === null ? [] : [fact(voice, 'outcome', voice.say(`outcomes.${outcome}`))]),
        ...(on === null ? [] : [fact(voice, 'day', longDate(on, voice.locale))]),
      ],
      actionUrl: voice.url(path),
    }),

  check_in: checkInMail,
  check_in_reminder: checkInMail,
  followed_closing: aboutClosing,
  followed_moved: aboutClosing,
  followed_cancelled: ({ name, challengeTitle, reason, path }, voice) =>
    letter(voice, { ...about(voice, name, challengeTitle), quote: reason, actionUrl: voice.url(path) }),
  proposal_draft_closing: aboutClosing,
  confirm_subscription: ({ tokenId, themes, regions, words, frequency }, voice) =>
    letter(voice, {
      name: null,
      facts: [
        fact(voice, 'themes', wordsOf(voice, 'theme', themes) || voice.say('everything')),
        ...(regions.length === 0 ? [] : [fact(voice, 'regions', wordsOf(voice, 'region', regions))]),
        ...(words === '' ? [] : [fact(voice, 'words', words)]),
        fact(voice, 'frequency', voice.common(`frequency.${frequency}`)),
      ],
      actionUrl: voice.link('/subscriptions/confirm', 'confirm_subscription', tokenId),
    }),
  already_subscribed: (_, voice) =>
    letter(voice, {
      name: null,
      actionUrl: voice.link('/subscriptions/manage', 'manage_subscription', voice.occasion.subscriptionId ?? ''),
    }),
  digest: digestMail,
  notices_merged: (variables, voice) => gatheredMail(variables, voice, oneOf(voice)),
  notices_daily: (variables, voice) => gatheredMail(variables, voice, oneOf(voice)),
};

/** Writes mails inside another one, each with the sentences of its own kind. */
function oneOf(voice: MailVoice): WriteOne {
  return ({ kind, variables }) => {
    const write = MAIL_WRITERS[kind] as Writer<MailKind>; // the outbox checked the variables against the kind
    const own = variables as MailVariables[MailKind]; // likewise
    const inner = voice.of(kind);
    inner.offer(placeholderValues(kind, own, inner));
    return write(own, inner);
  };
}

/** A letter about when a challenge closes. */
function aboutClosing(
  { name, challengeTitle, closesAt, path }: MailVariables['followed_closing'],
  voice: MailVoice,
): MailContent {
  return letter(voice, {
    ...about(voice, name, challengeTitle, fact(voice, 'closes', voice.at(closesAt))),
    actionUrl: voice.url(path),
  });
}

function fact(voice: MailVoice, name: string, value: string): MailFact {
  return { name: voice.common(`label.${name}`), value };
}

function challenge(voice: MailVoice, title: string): MailFact {
  return fact(voice, 'challenge', title);
}

/** The parts of a letter to one person about one challenge. */
function about(voice: MailVoice, name: string, challengeTitle: string, ...facts: MailFact[]) {
  return { name, params: { name, challengeTitle }, facts: [challenge(voice, challengeTitle), ...facts] };
}

/** The first invitation and its reminder differ in their sentences only. */
function invitation(voice: MailVoice, about: MailVariables['sme_invited']): MailContent {
  const { name, organisationName, challengeTitle, summary, ownerName, closesAt, personal, path } = about;
  return letter(voice, {
    name,
    params: { organisationName, challengeTitle },
    ...(personal === '' ? {} : { quote: personal }),
    facts: [
      challenge(voice, challengeTitle),
      fact(voice, 'owner', ownerName),
      fact(voice, 'summary', summary),
      fact(voice, 'closes', voice.at(closesAt)),
    ],
    actionUrl: voice.url(path),
  });
}

/** Codes in words, as a list; empty when there are none. */
function wordsOf(voice: MailVoice, of: 'theme' | 'region', codes: readonly string[]): string {
  return listOf(
    codes.map((code) => voice.common(`${of}.${code}`)),
    voice.locale,
  );
}
