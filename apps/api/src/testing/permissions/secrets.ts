import type { MayRead, TestWorld } from '@htsm/api/core/testing';
import { mayKnow, mayRead, type FieldName } from '@htsm/domain/permissions';
import { relationsOf } from './relations-of';
import type { Facts, Person, Thing } from './things';

/** A column that holds a secret: the table, the column that names its object, and what the word looks like in it. */
interface Place {
  readonly field: FieldName;
  readonly table: string;
  readonly column: string;
  readonly key: string;
  readonly as?: (word: string) => string;
}

const address = (word: string): string => `${word}@example.nl`;

/** Every confidential column, with the group of fields in the permission matrix that it belongs to. */
const PLACES: readonly Place[] = [
  ...['title_nl', 'title_en', 'summary_nl', 'problem_nl', 'context_en', 'success_nl', 'decider'].map((column) => ({
    field: 'challenge.text' as const,
    table: 'challenge',
    column,
    key: 'id',
  })),
  { field: 'challenge.contact', table: 'challenge_contact', column: 'email', key: 'challenge_id', as: address },
  { field: 'challenge.text', table: 'criterion', column: 'title_nl', key: 'challenge_id' },
  { field: 'challenge.text', table: 'challenge_attachment', column: 'file_name', key: 'challenge_id' },
  { field: 'challenge.history', table: 'challenge_transition', column: 'reason', key: 'challenge_id' },
  ...['title', 'summary', 'approach', 'planning'].map((column) => ({
    field: 'proposal.text' as const,
    table: 'proposal',
    column,
    key: 'id',
  })),
  { field: 'proposal.text', table: 'proposal_fit', column: 'text', key: 'proposal_id' },
  { field: 'proposal_attachment.content', table: 'proposal_attachment', column: 'file_name', key: 'id' },
  ...['number', 'manifest_sha256', 'signature'].map((column) => ({
    field: 'receipt.all' as const,
    table: 'proposal_receipt',
    column,
    key: 'id',
  })),
  { field: 'receipt.all', table: 'proposal_receipt', column: 'manifest', key: 'id', as: manifest },
  { field: 'assignment.reviewer', table: 'review_assignment', column: 'conflict_reason', key: 'id' },
  { field: 'review.words', table: 'review', column: 'remark', key: 'id' },
  {
    field: 'review.words',
    table: 'review_score',
    column: 'reason',
    key: 'review_id',
    as: (word) => `Daarom: ${word}.`,
  },
  { field: 'answer.words', table: 'answer', column: 'summary', key: 'proposal_id' },
  { field: 'answer.words', table: 'answer_reason', column: 'text', key: 'proposal_id' },
  { field: 'answer.question', table: 'answer_question', column: 'text', key: 'proposal_id' },
  {
    field: 'waiver.words',
    table: 'conflict_waiver',
    column: 'reason',
    key: 'id',
    as: (word) => `Lang geleden: ${word}.`,
  },
  { field: 'link.words', table: 'reviewer_link', column: 'organisation_name', key: 'id' },
  { field: 'match.agreement', table: 'match', column: 'agreed', key: 'id' },
  { field: 'match.notes', table: 'match_note', column: 'text', key: 'match_id' },
  { field: 'suggestion.invitation', table: 'suggestion_invitation', column: 'personal', key: 'suggestion_id' },
  { field: 'suggestion.invitation', table: 'suggestion_invitation', column: 'words', key: 'suggestion_id' },
  { field: 'suggestion.judgement', table: 'suggestion_judgement', column: 'pin_reason', key: 'suggestion_id' },
  { field: 'suggestion.judgement', table: 'suggestion_judgement', column: 'veto_reason', key: 'suggestion_id' },
  { field: 'suggestion.appointment', table: 'appointment', column: 'words', key: 'suggestion_id' },
  { field: 'suggestion.appointment', table: 'appointment', column: 'place', key: 'suggestion_id' },
  { field: 'collaboration.words', table: 'outcome', column: 'words', key: 'collaboration_id' },
  { field: 'partner_call.call', table: 'partner_call', column: 'brings', key: 'id' },
  { field: 'partner_call.call', table: 'partner_call', column: 'seeks', key: 'id' },
  { field: 'partner_call.answers', table: 'partner_answer', column: 'words', key: 'call_id' },
  // what parties are told, title and place, is theirs to know
  { field: 'meeting_event.plan', table: 'meeting_event', column: 'cancel_reason', key: 'id' },
  { field: 'profile.content', table: 'profile', column: 'about', key: 'organisation_id' },
  {
    field: 'profile.content',
    table: 'profile',
    column: 'capabilities',
    key: 'organisation_id',
    as: (word) => `{${word}}`,
  },
  { field: 'profile_document.content', table: 'profile_document', column: 'title', key: 'id' },
  { field: 'profile_document.content', table: 'profile_document', column: 'text', key: 'id' },
  { field: 'organisation.name', table: 'organisation', column: 'name', key: 'id' },
  { field: 'organisation.name', table: 'organisation', column: 'city', key: 'id' },
  { field: 'organisation.profile', table: 'organisation', column: 'website', key: 'id' },
  { field: 'person.name', table: 'app_user', column: 'name', key: 'id' },
  { field: 'person.address', table: 'app_user', column: 'email', key: 'id', as: address },
  { field: 'session.device', table: 'session', column: 'user_agent', key: 'id' },
  { field: 'invitation.address', table: 'account_token', column: 'email', key: 'id', as: address },
  { field: 'webhook.address', table: 'webhook', column: 'url', key: 'id', as: (word) => `https://${word}.example/` },
  { field: 'stopped_address.address', table: 'mail_suppression', column: 'email', key: 'id', as: address },
  { field: 'stopped_address.address', table: 'mail_suppression', column: 'words', key: 'id' },
  {
    field: 'mail.content',
    table: 'mail_outbox',
    column: 'variables',
    key: 'id',
    as: (word) => JSON.stringify({ name: word, challengeTitle: word }),
  },
];

function manifest(word: string): string {
  return JSON.stringify({ organisationName: word, challengeSlug: 'x' });
}

/** Who reads a field of a thing, by the matrix. */
export function readersOf(
  world: { people: readonly Person[]; facts: Facts },
  thing: Thing,
  field?: FieldName,
): MayRead {
  const visitor: Person = {
    name: '',
    id: undefined,
    cookie: undefined,
    isSuspended: false,
    bodies: [],
    organisations: [],
  };
  const answers = new Map<string | null, boolean>();
  const decide = (readerId: string | null): boolean => {
    const relations = relationsOf(world.people.find(({ id }) => id === readerId) ?? visitor, thing, world.facts);
    return field === undefined ? mayKnow(thing.kind, thing.state, relations) : mayRead(field, thing.state, relations);
  };
  return (readerId) => {
    const known = answers.get(readerId);
    if (known !== undefined) return known;
    const decided = decide(readerId);
    answers.set(readerId, decided);
    return decided;
  };
}

/** Puts a word of its own into every confidential field; ids are secrets too. */
export async function plantSecrets(
  test: TestWorld,
  world: { people: readonly Person[]; facts: Facts; things: readonly Thing[] },
): Promise<void> {
  for (const thing of world.things) {
    const name = `${thing.kind} in ${thing.state}`;
    // an answer has the id of its proposal, a profile that of its organisation
    if (thing.kind !== 'answer' && thing.kind !== 'profile')
      test.canaries.adopt(thing.id, `id of ${name}`, readersOf(world, thing));
    for (const { field, table, column, key, as } of PLACES.filter((place) =>
      place.field.startsWith(`${thing.kind}.`),
    )) {
      const word = test.canaries.plant(`${field} (${table}.${column}) of ${name}`, readersOf(world, thing, field));
      await test.database.asOwner(`UPDATE ${table} SET ${column} = $2 WHERE ${key} = $1 AND ${column} IS NOT NULL`, [
        thing.id,
        as === undefined ? word : as(word),
      ]);
    }
    if (thing.kind !== 'proposal') continue;
    const price = test.canaries.plantNumber(`price of ${name}`, readersOf(world, thing, 'proposal.text'));
    await test.database.asOwner('UPDATE proposal SET price_eur = $2 WHERE id = $1', [thing.id, price]);
  }
}
