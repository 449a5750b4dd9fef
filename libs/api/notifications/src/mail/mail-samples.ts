import type { MailKind, MailVariables } from '@htsm/api/core';

const TOKEN_ID = '00000000-0000-4000-8000-000000000001';
const NAME = 'Anneke de Vries';
const CHALLENGE = 'Zakken stapelen die steeds van vorm veranderen';

/** Made-up values of every kind of mail, for the preview page and the tests. */
export const MAIL_SAMPLES: { readonly [Kind in MailKind]: MailVariables[Kind] } = {
  confirm_email: { name: NAME, tokenId: TOKEN_ID },
  already_registered: { name: NAME },
  reset_password: { name: NAME, tokenId: TOKEN_ID },
  password_changed: { name: NAME },
  role_granted: { name: NAME, role: 'review_panel', path: '/my/reviews' },
  role_revoked: { name: NAME, role: 'taskforce' },
  change_email: { name: NAME, tokenId: TOKEN_ID },
  link_identity: { name: NAME, tokenId: TOKEN_ID, domain: 'hunzebot.example' },
  email_changed: { name: NAME, newEmail: 'fenna@nieuw.example' },
  account_disabled: { name: NAME },
  account_enabled: { name: NAME },
  factors_cleared: { name: NAME },
  factor_added: { name: NAME },
  factor_removed: { name: NAME },
  invite: { organisationName: 'Hunzebot', invitedBy: 'Jelmer Hoekstra', tokenId: TOKEN_ID },
  challenge_submitted: { challengeTitle: CHALLENGE, ownerName: 'Agrifirm', path: '/taskforce/challenges/1' },
  challenge_changes_requested: {
    name: NAME,
    challengeTitle: CHALLENGE,
    reason: 'Het doel is nog niet meetbaar.\nNoem een getal: hoeveel zakken per uur?',
    path: '/my/challenges/1',
  },
  challenge_approved: {
    name: NAME,
    challengeTitle: CHALLENGE,
    opensAt: '2026-11-25T08:00:00Z',
    path: '/my/challenges/1',
  },
  challenge_opened: {
    name: NAME,
    challengeTitle: CHALLENGE,
    closesAt: '2027-01-20T16:00:00Z',
    path: '/challenges/zakken-stapelen',
  },
  challenge_stopped_accepting: { name: NAME, challengeTitle: CHALLENGE, proposals: 7, path: '/my/challenges/1' },
  challenge_cancelled: {
    name: NAME,
    challengeTitle: CHALLENGE,
    reason: 'Agrifirm heeft de proef stilgelegd.',
    path: '/challenges/zakken-stapelen',
  },
  proposal_received: {
    name: NAME,
    challengeTitle: CHALLENGE,
    receiptNumber: 'HTSM-2026-0042',
    submittedAt: '2026-12-10T19:41:07Z',
    manifestSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    path: '/my/proposals/1',
  },
  proposal_pulled_back: {
    name: NAME,
    challengeTitle: CHALLENGE,
    closesAt: '2027-01-20T16:00:00Z',
    path: '/my/proposals/1',
  },
  proposal_withdrawn: { name: NAME, challengeTitle: CHALLENGE },
  proposal_left: {
    name: NAME,
    challengeTitle: CHALLENGE,
    organisationName: 'Hunzebot',
    path: '/taskforce/challenges/1/ranking',
  },
  review_assigned: {
    name: NAME,
    challengeTitle: CHALLENGE,
    proposals: 4,
    dueAt: '2027-02-03T16:00:00Z',
    path: '/my/reviews',
  },
  review_conflict: { challengeTitle: CHALLENGE, reviewerName: 'Bram Postma', path: '/taskforce/challenges/1/assign' },
  review_reminder: {
    name: NAME,
    challengeTitle: CHALLENGE,
    open: 1,
    dueAt: '2027-02-03T16:00:00Z',
    path: '/my/reviews',
  },
  review_reopened: {
    name: NAME,
    challengeTitle: CHALLENGE,
    reason: 'Bij het tweede criterium ontbreekt de uitleg.',
    dueAt: '2027-02-03T16:00:00Z',
    path: '/my/reviews',
  },
  answer_released: { name: NAME, challengeTitle: CHALLENGE, outcome: 'declined', path: '/my/proposals/1' },
  match_recorded: {
    name: NAME,
    challengeTitle: CHALLENGE,
    partnerName: 'Hunzebot',
    introductionOn: '2027-02-18',
    agreed: 'Een proef van zes weken in Drachten.',
    path: '/my/matches',
  },
  confirm_subscription: {
    tokenId: TOKEN_ID,
    themes: ['robotics', 'data_ai'],
    regions: ['drenthe'],
    words: 'grijper',
    frequency: 'weekly',
  },
  already_subscribed: {},
  digest: {
    frequency: 'weekly',
    interests: [
      {
        id: TOKEN_ID,
        name: 'Robots in het Noorden',
        themes: ['robotics', 'data_ai'],
        regions: ['groningen', 'drenthe'],
        words: '',
        organisationName: null,
        followsProfile: false,
        frequency: 'weekly',
        weekday: 1,
        confirmedAt: '2026-09-03T10:00:00Z',
      },
      {
        id: '00000000-0000-4000-8000-000000000003',
        name: '',
        themes: [],
        regions: [],
        words: 'gripper',
        organisationName: null,
        followsProfile: true,
        frequency: 'weekly',
        weekday: 1,
        confirmedAt: '2026-10-12T10:00:00Z',
      },
    ],
    items: [
      {
        slug: 'oude-installatietekeningen-doorzoekbaar-maken',
        title: 'Oude installatietekeningen doorzoekbaar maken',
        summary:
          'In het archief liggen 30.000 gescande tekeningen. Strukton zoekt software die symbolen en nummers leest.',
        ownerName: 'Strukton',
        programme: 'Gebouwen',
        closesAt: '2026-12-17T16:00:00Z',
        budgetEur: 25_000,
        hoursAsked: 12,
        reasons: [
          {
            interestId: TOKEN_ID,
            themes: ['data_ai'],
            region: 'drenthe',
            words: [],
            isOfOrganisation: false,
            profile: null,
          },
        ],
      },
      {
        slug: 'zakken-stapelen',
        title: CHALLENGE,
        summary:
          'Een zak van 25 kilo zakt uit terwijl de robot hem optilt. Agrifirm zoekt een grijper of besturing die meedenkt.',
        ownerName: 'Agrifirm',
        programme: 'Smart Food Factory',
        closesAt: '2027-01-20T16:00:00Z',
        budgetEur: null,
        hoursAsked: null,
        reasons: [
          {
            interestId: TOKEN_ID,
            themes: ['robotics'],
            region: 'groningen',
            words: [],
            isOfOrganisation: false,
            profile: null,
          },
          {
            interestId: '00000000-0000-4000-8000-000000000003',
            themes: [],
            region: null,
            words: [{ asked: 'gripper', found: 'grijper' }],
            isOfOrganisation: false,
            profile: { themes: ['robotics'], words: [{ asked: 'palletising', found: 'stapelen' }] },
          },
        ],
      },
    ],
  },
};

/** The kinds of mail, in the order of the life of a challenge. */
export const MAIL_KINDS = Object.keys(MAIL_SAMPLES) as MailKind[]; // the object's type has exactly these keys
