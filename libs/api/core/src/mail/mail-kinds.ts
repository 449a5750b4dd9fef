import type { AppointmentSide, ConflictKind, DeclineReason, SuggestionOutcome } from '@htsm/domain';

/** What an invitation says of the challenge and the SME. */
export interface SmeInvitation {
  name: string;
  organisationName: string;
  challengeTitle: string;
  summary: string;
  ownerName: string;
  closesAt: string;
  /** The taskforce's own sentence; may be empty. */
  personal: string;
  path: string;
}

/** A meeting in a mail and in its calendar file. */
export interface MeetingInMail {
  id: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  changedAt: string;
  partnerName: string;
  challengeTitle: string;
  table: number;
}

/** The mails that one mail stands for, oldest first. */
export interface GatheredNotices {
  name: string;
  /** Each with the variables that its own mail would have had. */
  items: { kind: MailKind; variables: object }[];
}

/** A question to one side of a collaboration. */
export interface CheckInMail {
  name: string;
  challengeTitle: string;
  partnerName: string;
  /** After how many months. */
  months: number;
  tokenId: string;
}

/** Every mail we send and the values its text needs; paths start at `/` and are completed with the public address. */
export interface MailVariables {
  confirm_email: { name: string; tokenId: string };
  already_registered: { name: string };
  reset_password: { name: string; tokenId: string };
  password_changed: { name: string };
  role_granted: { name: string; role: 'taskforce' | 'administration' | 'review_panel'; path: string };
  role_revoked: { name: string; role: 'taskforce' | 'administration' | 'review_panel' };
  change_email: { name: string; tokenId: string };
  link_identity: { name: string; tokenId: string; domain: string };
  email_changed: { name: string; newEmail: string };
  account_disabled: { name: string };
  account_enabled: { name: string };
  factors_cleared: { name: string };
  factor_added: { name: string };
  factor_removed: { name: string };
  invite: { organisationName: string; invitedBy: string; tokenId: string };
  challenge_submitted: { challengeTitle: string; ownerName: string; path: string };
  challenge_changes_requested: { name: string; challengeTitle: string; reason: string; path: string };
  challenge_approved: { name: string; challengeTitle: string; opensAt: string; path: string };
  challenge_opened: { name: string; challengeTitle: string; closesAt: string; path: string };
  challenge_stopped_accepting: { name: string; challengeTitle: string; proposals: number; path: string };
  challenge_cancelled: { name: string; challengeTitle: string; reason: string; path: string };
  proposal_received: {
    name: string;
    challengeTitle: string;
    receiptNumber: string;
    submittedAt: string;
    manifestSha256: string;
    path: string;
  };
  proposal_pulled_back: { name: string; challengeTitle: string; closesAt: string; path: string };
  proposal_withdrawn: { name: string; challengeTitle: string };
  /** To the taskforce, when a proposal leaves after closing. */
  proposal_left: { name: string; challengeTitle: string; organisationName: string; path: string };
  /** To an outside expert: the taskforce asks them onto the panel of a challenge. */
  expert_invited: { challengeTitle: string; ownerName: string; invitedBy: string; expiresAt: string; tokenId: string };
  /** To a reviewer who was put on the panel of a challenge. */
  panel_appointed: { name: string; challengeTitle: string; path: string };
  review_assigned: { name: string; challengeTitle: string; proposals: number; dueAt: string; path: string };
  review_conflict: { challengeTitle: string; reviewerName: string; path: string };
  /** To the taskforce: a link that was just declared forbids tasks that are under way. */
  link_conflict: {
    challengeTitle: string;
    reviewerName: string;
    organisationName: string;
    kind: Extract<ConflictKind, 'kvk_number' | 'declared_link' | 'email_domain' | 'group'>;
    through: string;
    proposals: number;
    path: string;
  };
  review_reminder: { name: string; challengeTitle: string; open: number; dueAt: string; path: string };
  review_reopened: { name: string; challengeTitle: string; reason: string; dueAt: string; path: string };
  answer_released: { name: string; challengeTitle: string; outcome: 'awarded' | 'declined' | 'reserve'; path: string };
  /** To the taskforce; it does not say whose answer. */
  answer_question_asked: { challengeTitle: string; path: string };
  answer_question_replied: { name: string; challengeTitle: string; path: string };
  match_recorded: {
    name: string;
    challengeTitle: string;
    partnerName: string;
    introductionOn: string | null;
    agreed: string;
    path: string;
  };
  /** To the people of an SME: the taskforce thinks that a challenge fits them. */
  sme_invited: SmeInvitation;
  sme_reminded: SmeInvitation;
  /** To an SME: the taskforce does not go on with it. */
  sme_vetoed: { name: string; challengeTitle: string; path: string };
  /** To the taskforce: what an SME answered. */
  sme_answered: {
    name: string;
    challengeTitle: string;
    organisationName: string;
    /** Null when the SME is interested. */
    declineReason: DeclineReason | null;
    words: string;
    path: string;
  };
  /** To both sides of an introduction: with whom, and how to reach them. */
  introduction: {
    name: string;
    challengeTitle: string;
    partnerName: string;
    contactName: string;
    contactEmail: string;
    words: string;
    path: string;
  };
  /** To those who choose: when and where they can meet. */
  appointment_offered: {
    name: string;
    challengeTitle: string;
    partnerName: string;
    /** By time. */
    slots: { startsAt: string; endsAt: string; place: string }[];
    words: string;
    path: string;
  };
  /** To whoever arranges an introduction: none of the slots suits. */
  appointment_refused: { name: string; challengeTitle: string; organisationName: string; words: string; path: string };
  /** To everybody of an introduction: when they meet, or that they do not; carries a file for the calendar but for a reminder. */
  appointment_told: {
    name: string;
    challengeTitle: string;
    partnerName: string;
    /** `called_off`: before a slot was chosen. */
    news: 'fixed' | 'moved' | 'cancelled' | 'called_off' | 'reminder';
    /** Null when no slot was chosen. */
    meeting: {
      id: string;
      sequence: number;
      startsAt: string;
      endsAt: string;
      changedAt: string;
      place: string;
    } | null;
    /** Whose words these are; the name is empty for the taskforce and the clock. */
    by: { side: AppointmentSide | 'clock'; name: string };
    words: string;
    path: string;
  };
  /** To who looks for partners: somebody answered. */
  partner_answered: { name: string; challengeTitle: string; organisationName: string; words: string; path: string };
  /** To who answered; `contact` is whom to speak to, null when it does not go on. */
  partner_decided: {
    name: string;
    challengeTitle: string;
    organisationName: string;
    contact: { name: string; email: string } | null;
    path: string;
  };
  /** To who looked for partners: the taskforce took the call away. */
  partner_call_withdrawn: { name: string; challengeTitle: string; reason: string; path: string };
  /** A program elsewhere that could not be reached for days. */
  webhook_switched_off: { name: string; host: string; failingSince: string; path: string };
  /** The programme of an organisation at a matchmaking event, or what changed in it; carries a file for the calendar. */
  meeting_programme: {
    name: string;
    eventTitle: string;
    place: string;
    news: 'first' | 'changed' | 'cancelled';
    /** Why the event was called off; empty otherwise. */
    reason: string;
    meetings: MeetingInMail[];
    /** Meetings that will not be. */
    dropped: MeetingInMail[];
    path: string;
  };
  /** To both sides: what the taskforce noted of their match. */
  match_noted: {
    name: string;
    challengeTitle: string;
    partnerName: string;
    /** Null while it is an agreement and nothing came of it yet. */
    outcome: SuggestionOutcome | null;
    on: string | null;
    words: string;
    path: string;
  };
  /** To each side of a collaboration: what came of it? */
  check_in: CheckInMail;
  check_in_reminder: CheckInMail;
  /** To who follows a challenge. */
  followed_closing: { name: string; challengeTitle: string; closesAt: string; path: string };
  followed_moved: { name: string; challengeTitle: string; closesAt: string; path: string };
  followed_cancelled: { name: string; challengeTitle: string; reason: string; path: string };
  /** To who has a draft for it; nobody else may know of that. */
  proposal_draft_closing: { name: string; challengeTitle: string; closesAt: string; path: string };
  /** Several notices about one thing in one mail, and all that were left for the daily one. */
  notices_merged: GatheredNotices;
  notices_daily: GatheredNotices;
  confirm_subscription: { tokenId: string; themes: string[]; regions: string[]; words: string; frequency: string };
  /** Somebody asked for something that the address has already. */
  already_subscribed: Record<string, never>;
  digest: {
    /** The most frequent of those interests. */
    frequency: string;
    /** The interests that brought something, as the reader chose them; empty lists and words ask nothing. */
    interests: {
      id: string;
      name: string;
      themes: string[];
      regions: string[];
      words: string;
      organisationName: string | null;
      followsProfile: boolean;
      frequency: string;
      weekday: number;
      confirmedAt: string;
    }[];
    items: {
      slug: string;
      title: string;
      summary: string;
      ownerName: string;
      /** Empty when the challenge stands alone. */
      programme: string;
      closesAt: string;
      budgetEur: number | null;
      hoursAsked: number | null;
      /** Why it is here, once for each interest that it belongs to. */
      reasons: {
        interestId: string;
        themes: string[];
        region: string | null;
        words: { asked: string; found: string }[];
        isOfOrganisation: boolean;
        profile: { themes: string[]; words: { asked: string; found: string }[] } | null;
      }[];
    }[];
  };
}

export type MailKind = keyof MailVariables;
