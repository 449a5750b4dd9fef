import { randomUUID } from 'node:crypto';
import { fileForm, pdfContent, type TestRequest } from '@htsm/api/core/testing';

const DAY_MS = 86_400_000;
const WHY = 'Daarom doen we dit, met uitleg erbij.';
const LABELS = ['0', '1', '2', '3', '4', '5'];

/** What the body may name: things of the one who asks. */
export interface Own {
  readonly organisationId: string;
  /** An SME without a stake in anything. */
  readonly smeId: string;
  readonly proposalId: string;
  readonly reviewerId: string;
  readonly criterionId: string;
  readonly challengeSlug: string;
}

const later = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** Bodies of honest requests, by operation; each goes through where the matrix says so. */
export function bodyOf(operation: string, own: Own): unknown {
  const make = BODIES[operation];
  return make?.(own);
}

const version = (): unknown => ({ version: 1 });
const reason = (): unknown => ({ reason: WHY });
const interest = { themes: [], regions: [], frequency: 'weekly' };
const choices = { locale: 'nl', interests: [interest] };

const invitation = ({ smeId }: Own): unknown => ({ organisationIds: [smeId], personal: '', remindAfterDays: 5 });

const PROFILE = {
  locale: 'nl',
  about: 'Wij meten.',
  themes: ['sensors'],
  capabilities: ['trillingen meten'],
  regions: ['drenthe'],
  certificates: [],
  size: 'small',
  trlMin: 4,
  trlMax: 7,
  showsName: true,
};
const SLOT = { startsAt: later(5), minutes: 30, place: 'Zernike, Groningen' };
const MEETING_EVENT = {
  titleNl: 'Dag',
  titleEn: 'Day',
  place: 'Zaal',
  date: '2027-02-01',
  time: '10:00',
  slots: 3,
  slotMinutes: 20,
  pauseMinutes: 5,
  tables: 2,
  scoreBarPercent: 20,
};
const DOCUMENT = { kind: 'project', title: 'Een brug', text: 'Gemeten.', year: 2024, locale: 'nl' };

const TERM = { version: 1, nl: 'iets nieuws', en: 'something new', synonymsNl: [], synonymsEn: [], notation: '' };
const TERM_FILE = { format: 'csv', scheme: 'theme', text: 'code,nl,en\nsomething,iets,something\n' };

const LINK = { kind: 'client', organisationName: 'Een klant', kvkNumber: '', mailDomain: '', endedOn: null };

const BODIES: Readonly<Record<string, (own: Own) => unknown>> = {
  'POST /api/session': () => ({ email: 'niemand@example.nl', password: 'verkeerd' }),
  'POST /api/session/second-factor': () => ({ code: '123456' }),
  'POST /api/registrations': () => ({
    name: 'Nieuw Mens',
    email: `${randomUUID()}@example.nl`,
    password: 'schuur klompen radijs 41',
    organisationName: 'Nieuw BV',
    organisationKind: 'sme',
    kvkNumber: '68750110',
    locale: 'nl',
  }),
  'POST /api/email-confirmations': () => ({ token: 'x' }),
  'POST /api/password-resets': () => ({ email: 'niemand@example.nl' }),
  'POST /api/password-resets/complete': () => ({ token: 'x', password: 'schuur klompen radijs 41' }),
  'POST /api/invitations': ({ organisationId }) => ({ organisationId, email: 'nieuw@example.nl' }),
  'POST /api/invitations/offer': () => ({ token: 'x' }),
  'POST /api/invitations/accept': () => ({ token: 'x', name: 'Nieuw', password: 'schuur klompen radijs 41' }),
  'PATCH /api/account': () => ({ name: 'Anders', locale: 'nl', version: 1 }),
  'PUT /api/account/language': () => ({ locale: 'en' }),
  'POST /api/account/password': () => ({ current: 'verkeerd', next: 'schuur klompen radijs 41' }),
  'POST /api/account/second-factors/authenticator/confirm': () => ({ code: '123456' }),
  'PATCH /api/organisation/{id}': () => ({
    city: 'Assen',
    region: 'drenthe',
    website: '',
    employees: null,
    groupKvkNumber: '',
    version: 1,
  }),
  'POST /api/my/challenges': () => ({}),
  'PATCH /api/my/challenges/{id}': () => ({ version: 1, titleNl: 'Anders' }),
  'PUT /api/my/challenges/{id}/criteria': ({ criterionId }) => ({
    version: 1,
    criteria: [
      {
        id: criterionId,
        titleNl: 'Een',
        titleEn: 'One',
        weight: 100,
        knockOutMinimum: null,
        scoreLabelsNl: LABELS,
        scoreLabelsEn: LABELS,
      },
    ],
  }),
  'POST /api/my/challenges/{id}/submission': version,
  'POST /api/my/challenges/{id}/cancellation': reason,
  'POST /api/moderation/challenges/{id}/approval': () => ({ version: 1, opensAt: later(1), closesAt: later(40) }),
  'POST /api/moderation/challenges/{id}/change-request': reason,
  'POST /api/moderation/challenges/{id}/cancellation': reason,
  'POST /api/my/proposals': ({ challengeSlug }) => ({ challengeSlug }),
  'PATCH /api/my/proposals/{id}': ({ criterionId }) => ({
    version: 1,
    title: 'Anders',
    ...(criterionId === '' ? {} : { fits: [{ criterionId, text: 'Dat past.' }] }),
  }),
  'POST /api/my/proposals/{id}/submission': () => ({ version: 1, submitKey: randomUUID() }),
  'POST /api/my/proposals/{id}/pull-back': version,
  'POST /api/my/proposals/{id}/withdrawal': version,
  'POST /api/receipts/verification': () => ({ manifest: '{}', signature: 'x' }),
  'POST /api/my/links': () => LINK,
  'PUT /api/my/links/{id}': () => ({ ...LINK, version: 1 }),
  'POST /api/taskforce/challenges/{id}/conflict-checks': () => ({ email: 'nieuw@example.nl' }),
  'POST /api/taskforce/challenges/{id}/waivers': ({ reviewerId, organisationId }) => ({
    reviewerId,
    organisationId,
    reason: WHY,
    endsAt: later(5),
  }),
  'POST /api/taskforce/challenges/{id}/panel-invitations': () => ({
    email: 'deskundige@elders.example.nl',
    knowsConflicts: false,
  }),
  'POST /api/taskforce/challenges/{id}/panel-invitations/withdrawal': () => ({ email: 'deskundige@elders.example.nl' }),
  'POST /api/panel-invitations/offer': () => ({ token: 'x' }),
  'POST /api/panel-invitations/accept': () => ({
    token: 'x',
    name: 'Nieuw',
    password: 'schuur klompen radijs 41',
    organisationName: 'Elders',
    words: 'Ik weet iets van meten.',
    affirms: true,
  }),
  'PUT /api/my/bids': () => ({ bids: [] }),
  'PUT /api/taskforce/challenges/{id}/panel': ({ reviewerId }) => ({
    memberIds: [reviewerId],
    chairId: reviewerId,
    version: 0,
  }),
  'PUT /api/taskforce/conflict-rule': () => ({ years: 3, version: 1 }),
  'POST /api/taskforce/challenges/{id}/assignments': ({ proposalId, reviewerId }) => ({
    proposalIds: [proposalId],
    reviewerIds: [reviewerId],
    dueAt: later(7),
  }),
  'POST /api/taskforce/challenges/{id}/assignment-plan': ({ reviewerId }) => ({
    reviewsPerProposal: 1,
    maxPerReviewer: 5,
    isFair: true,
    expertThemes: [],
    pairsNewcomers: true,
    reviewerIds: [reviewerId],
  }),
  'POST /api/taskforce/challenges/{id}/assignment-plan/application': ({ proposalId, reviewerId }) => ({
    pairs: [{ proposalId, reviewerId }],
    dueAt: later(7),
  }),
  'POST /api/taskforce/reviews/{id}/reopening': reason,
  'POST /api/my/reviews/{id}/declaration': () => ({ hasConflict: true, reason: WHY }),
  'PATCH /api/my/reviews/{id}/review': ({ criterionId }) => ({
    version: 1,
    scores: criterionId === '' ? [] : [{ criterionId, score: 3, isNotApplicable: false, reason: WHY }],
  }),
  'POST /api/my/reviews/{id}/review/submission': version,
  'PUT /api/taskforce/proposals/{id}/outcome': () => ({ step: 'reconsider', version: 1 }),
  'PATCH /api/taskforce/proposals/{id}/answer': ({ criterionId }) => ({
    version: 1,
    summary: 'Samenvatting',
    reasons: criterionId === '' ? [] : [{ criterionId, text: WHY }],
  }),
  'POST /api/taskforce/matches': ({ proposalId }) => ({
    proposalId,
    agreed: 'Kennismaken',
    introductionOn: null,
    nextCheckInOn: null,
  }),
  'PATCH /api/taskforce/matches/{id}': () => ({ version: 1, state: 'introduced' }),
  'POST /api/taskforce/matches/{id}/notes': () => ({ text: 'Een notitie' }),
  'POST /api/taskforce/challenges/{id}/suggestions': ({ smeId }) => ({ organisationId: smeId, act: 'add', reason: '' }),
  'POST /api/taskforce/challenges/{id}/invitations/preview': invitation,
  'POST /api/taskforce/challenges/{id}/invitations': invitation,
  'POST /api/taskforce/challenges/{id}/team-gap': () => ({ partnerIds: [], q: '' }),
  'POST /api/challenges/{slug}/partner-calls': () => ({
    brings: 'Wij meten.',
    seeks: 'Wie last er?',
    capabilities: ['lassen'],
    lastDay: '2027-02-01',
  }),
  'POST /api/taskforce/challenges/{id}/assignments/lines': () => ({
    csv: 'Nummer;Beoordelaar\n1;x',
    dueAt: '2030-01-01T12:00:00Z',
  }),
  'PUT /api/taskforce/challenges/{id}/anchor': () => ({ proposalId: null }),
  'POST /api/my/proposals/{id}/answer/question': () => ({ text: 'Wat bedoelt u met haalbaar?' }),
  'POST /api/taskforce/proposals/{id}/answer/question/reply': () => ({ reply: 'Binnen zes maanden te proberen.' }),
  'POST /api/my/partner-answers/{answerId}/decision': () => ({ accepts: true }),
  'POST /api/partner-calls/{id}/answers': () => ({ words: 'Wij lassen.' }),
  'POST /api/taskforce/partner-calls/{id}/withdrawal': reason,
  'POST /api/challenges/{slug}/team-gap': () => ({ partnerIds: [], q: '' }),
  'POST /api/taskforce/suggestions/{id}/steps': () => ({ step: 'introduce', version: 1, words: '' }),
  'POST /api/taskforce/suggestions/{id}/outcome': () => ({ kind: 'pilot', on: '2026-11-20', words: '', version: 1 }),
  'POST /api/introductions/{id}/appointment/slots': () => ({ slots: [SLOT], words: '', version: 1 }),
  'POST /api/introductions/{id}/appointment/choice': () => ({ slotId: randomUUID() }),
  'POST /api/introductions/{id}/appointment/refusal': () => ({ words: WHY, version: 1 }),
  'POST /api/introductions/{id}/appointment/move': () => ({ ...SLOT, words: '', version: 1 }),
  'POST /api/introductions/{id}/appointment/cancellation': () => ({ words: WHY, version: 1 }),
  'POST /api/my/invitations/{id}/answer': () => ({ answer: 'interested', reason: null, words: '' }),
  'PUT /api/administration/mail-kinds/{kind}/hold': () => ({ reason: 'Even niet' }),
  'PUT /api/administration/mail-templates/{kind}/{locale}': () => ({ number: 0, texts: [] }),
  'POST /api/administration/mail-templates/{kind}/{locale}/restore': () => ({ number: 0, from: 0 }),
  'POST /api/administration/mail-templates/{kind}/{locale}/preview': () => ({ texts: [] }),
  'POST /api/administration/mail-templates/{kind}/{locale}/trial': () => ({ texts: [] }),
  'POST /api/administration/stopped-addresses': () => ({ email: 'stop@example.nl', reason: 'Wil niets meer' }),
  'POST /api/administration/stopped-addresses/{id}/allow': () => ({ reason: 'Adres hersteld' }),
  'POST /api/administration/taxonomy/terms': () => ({ ...TERM, scheme: 'theme', broader: 'robotics' }),
  'PUT /api/administration/taxonomy/terms': () => ({ ...TERM, scheme: 'theme', code: 'robotics' }),
  'POST /api/administration/taxonomy/steps': () => ({
    version: 1,
    scheme: 'theme',
    code: 'robotics/cobots',
    step: 'retire',
  }),
  'POST /api/administration/taxonomy/imports/preview': () => TERM_FILE,
  'POST /api/administration/taxonomy/imports': () => ({ ...TERM_FILE, version: 1 }),
  'POST /api/administration/glossary/imports/preview': () => ({ text: 'nl,en\nmof,sleeve\n' }),
  'POST /api/administration/glossary/imports': () => ({ text: 'nl,en\nmof,sleeve\n', version: 0 }),
  'POST /api/taskforce/meeting-events': () => MEETING_EVENT,
  'PATCH /api/taskforce/meeting-events/{id}': () => ({ ...MEETING_EVENT, version: 1 }),
  'PUT /api/taskforce/meeting-events/{id}/parties': () => ({ version: 1, challengeIds: [], organisationIds: [] }),
  'PATCH /api/taskforce/meeting-events/{id}/parties/{partyId}': () => ({
    version: 1,
    minMeetings: 0,
    maxMeetings: 2,
    busy: [],
    isOut: false,
  }),
  'PUT /api/taskforce/meeting-events/{id}/wishes': () => ({
    version: 1,
    challengePartyId: randomUUID(),
    smePartyId: randomUUID(),
    rule: null,
  }),
  'POST /api/taskforce/meeting-events/{id}/timetable': () => ({ version: 1, basis: 'fresh' }),
  'POST /api/taskforce/meeting-events/{id}/publication': version,
  'POST /api/taskforce/meeting-events/{id}/cancellation': () => ({ version: 1, reason: WHY }),
  'PUT /api/my/profile': () => ({ ...PROFILE, version: 1 }),
  'POST /api/my/profile/documents': () => DOCUMENT,
  'PUT /api/my/profile/documents/{id}': () => ({ ...DOCUMENT, version: 1 }),
  'POST /api/webhooks': ({ organisationId }) => ({
    organisationId,
    url: 'https://127.0.0.1/',
    kinds: ['challenge.opened'],
  }),
  'POST /api/subscriptions': () => ({ ...interest, locale: 'nl', email: 'nieuw@example.nl' }),
  'POST /api/subscriptions/preview': () => interest,
  'POST /api/subscriptions/confirmation': () => ({ token: 'x' }),
  'POST /api/taskforce/collaborations/{id}/outcomes': () => ({
    kind: 'pilot',
    euros: null,
    on: '2026-11-20',
    words: '',
  }),
  'POST /api/check-ins/asked': () => ({ token: 'x' }),
  'POST /api/check-ins/answers': () => ({ token: 'x', kind: 'pilot', euros: null, words: '' }),
  'POST /api/subscriptions/managed': () => ({ token: 'x' }),
  'PUT /api/subscriptions/managed': () => ({ token: 'x', ...choices, version: 1 }),
  'POST /api/subscriptions/managed/end': () => ({ token: 'x' }),
  'PUT /api/account/subscription': () => choices,
};

/** Makes the request: uploads carry a file, the rest JSON. */
export function requestFor(operation: string, cookie: string | undefined, body: unknown): TestRequest {
  const who = cookie === undefined ? {} : { cookie };
  if (/^POST .*\/attachments$/.test(operation)) return { ...who, ...fileForm('nieuw.pdf', pdfContent()) };
  return body === undefined ? who : { ...who, body };
}
