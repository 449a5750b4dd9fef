import { UNSEALED_PROPOSAL_STATES } from '../proposals/proposal-states';
import { isGranted, type Grant } from './grant';
import { INVITED_STATES, NAMED_STATES, PUBLIC_STATES, SENT_IN_STATES, type ObjectKind } from './objects';
import { INTRODUCED_STATES } from '../suggestions/suggestion-states';
import { READING_REVIEWERS, type Relation } from './relations';

/** A group of fields that have the same readers. */
export interface FieldRule {
  /** The fields, in words. */
  readonly what: string;
  readonly readers: readonly Grant[];
}

const PUBLIC: Grant = { to: ['visitor'], in: PUBLIC_STATES };
const OWNER: Grant = { to: ['challenge_owner'] };
const MODERATOR: Grant = { to: ['taskforce'], in: SENT_IN_STATES };
const TASKFORCE: Grant = { to: ['taskforce'] };
const PROPOSER: Grant = { to: ['proposing_member'] };
const AFTER_CLOSING: Grant = {
  to: ['taskforce', 'challenge_owner', ...READING_REVIEWERS],
  in: UNSEALED_PROPOSAL_STATES,
};

/** Who may read which fields of an object, in which of its states. Nobody else may learn even that they are there. */
export const FIELDS = {
  challenge: {
    text: { what: 'Texts, criteria, planning, attachments', readers: [PUBLIC, OWNER, MODERATOR] },
    contact: {
      what: 'Address of the contact person',
      readers: [{ to: ['signed_in'], in: PUBLIC_STATES }, OWNER, MODERATOR],
    },
    history: { what: 'Reasons of the taskforce, who did what', readers: [OWNER, MODERATOR] },
  },
  proposal: {
    text: { what: 'Title, texts, price, fit with each criterion', readers: [PROPOSER, AFTER_CLOSING] },
    openings: { what: 'Who opened it in which role, and when', readers: [PROPOSER] },
  },
  proposal_attachment: {
    content: { what: 'File name and content', readers: [PROPOSER, AFTER_CLOSING] },
  },
  receipt: {
    all: { what: 'Number, manifest, signature', readers: [PROPOSER] },
  },
  assignment: {
    task: {
      what: 'That there is a task, and when it is due',
      readers: [{ to: ['taskforce'] }, { to: ['assignee'], in: ['assigned', 'accepted', 'submitted'] }],
    },
    reviewer: { what: 'Who reviews, and why there was a conflict', readers: [{ to: ['taskforce'] }] },
  },
  review: {
    words: {
      what: 'Scores, reasons, remark',
      readers: [{ to: ['assignee'] }, { to: ['taskforce', 'finished_reviewer'], in: ['submitted'] }],
    },
  },
  answer: {
    words: {
      what: 'Summary and reasons',
      readers: [{ to: ['taskforce'] }, { to: ['proposing_member', 'challenge_owner'], in: ['released', 'questioned'] }],
    },
    question: {
      what: 'What the proposer asked about it, and the reply',
      readers: [{ to: ['taskforce', 'proposing_member'], in: ['questioned'] }],
    },
    outcome: {
      what: 'Awarded, declined or reserve',
      readers: [{ to: ['taskforce'] }, { to: ['proposing_member', 'challenge_owner'], in: ['released', 'questioned'] }],
    },
  },
  waiver: {
    words: { what: 'Who is bound to which party, why that does not count, until when', readers: [TASKFORCE] },
  },
  link: {
    words: {
      what: 'What binds a member of the panel to which organisation',
      readers: [{ to: ['self', 'taskforce'] }],
    },
  },
  match: {
    agreement: {
      what: 'State, agreement, dates',
      readers: [{ to: ['taskforce', 'proposing_member', 'challenge_owner'] }],
    },
    notes: { what: 'Notes of the taskforce', readers: [{ to: ['taskforce'] }] },
  },
  suggestion: {
    card: {
      what: 'State, moments, name of the SME',
      readers: [
        TASKFORCE,
        { to: ['invited_member'], in: INVITED_STATES },
        { to: ['challenge_owner'], in: NAMED_STATES },
      ],
    },
    invitation: {
      what: 'What the taskforce wrote, what the SME answered and why',
      readers: [TASKFORCE, { to: ['invited_member'], in: INVITED_STATES }],
    },
    judgement: { what: 'Why it was pinned or vetoed', readers: [TASKFORCE] },
    appointment: {
      what: 'Times, places and words of the appointment of the introduction',
      readers: [{ to: ['taskforce', 'invited_member', 'challenge_owner'], in: INTRODUCED_STATES }],
    },
  },
  collaboration: {
    words: {
      what: 'What came of it, how much it is worth',
      readers: [
        TASKFORCE,
        { to: ['invited_member'], in: ['settled', 'told_by_sme'] },
        { to: ['challenge_owner'], in: ['settled', 'told_by_owner'] },
      ],
    },
  },
  partner_call: {
    call: {
      what: 'Who looks for partners, what it brings and seeks',
      readers: [
        { to: ['calling_member', 'answering_member', 'taskforce'] },
        { to: ['possible_partner'], in: ['open'] },
      ],
    },
    answers: {
      what: 'What others answered; each answerer reads its own. Names and addresses of both sides once accepted',
      readers: [{ to: ['calling_member', 'answering_member'] }],
    },
  },
  meeting_event: {
    plan: { what: 'Title, place, parties, wishes, timetable', readers: [{ to: ['taskforce'] }] },
  },
  profile: {
    content: {
      what: 'What the organisation says of itself, and whether owners see its name',
      readers: [{ to: ['member', 'taskforce'] }],
    },
  },
  profile_document: {
    content: { what: 'Title, text, year', readers: [{ to: ['member', 'taskforce'] }] },
  },
  audit_line: {
    all: { what: 'What happened, who did it, why', readers: [{ to: ['taskforce'], in: ['open'] }] },
  },
  organisation: {
    name: {
      what: 'Name and city',
      readers: [
        { to: ['visitor'], in: ['listed'] },
        { to: ['solver'], in: ['shows_name'] },
        { to: ['member', 'taskforce', 'administrator', 'receiving_owner', 'matched_owner'] },
        { to: ['assigned_reviewer', 'informed_reviewer'] },
      ],
    },
    profile: {
      what: 'Website, size and KvK number',
      readers: [
        { to: ['signed_in'], in: ['listed'] },
        { to: ['member', 'taskforce', 'administrator', 'receiving_owner'] },
      ],
    },
  },
  person: {
    name: { what: 'Name', readers: [{ to: ['self', 'colleague', 'taskforce', 'administrator'] }] },
    address: { what: 'E-mail address', readers: [{ to: ['self', 'colleague', 'taskforce', 'administrator'] }] },
  },
  session: { device: { what: 'Device and moments', readers: [{ to: ['self'] }] } },
  invitation: { address: { what: 'Invited address', readers: [{ to: ['organisation_owner', 'self'] }] } },
  mail: {
    envelope: {
      what: 'Kind, address, what went wrong, its sentences without the words that are its reader’s alone',
      readers: [{ to: ['administrator'], in: ['waiting', 'held', 'sent', 'settled', 'in_trouble'] }],
    },
    content: { what: 'What it says', readers: [{ to: ['self'] }] },
  },
  webhook: {
    address: {
      what: 'Address, what it hears of, log of its messages',
      readers: [
        { to: ['organisation_owner'], in: ['of_organisation'] },
        { to: ['administrator'], in: ['of_platform'] },
      ],
    },
  },
  stopped_address: {
    address: { what: 'Address, why nothing goes to it', readers: [{ to: ['administrator'] }] },
  },
  subscription: { choices: { what: 'Address and choices', readers: [{ to: ['self'] }] } },
} as const satisfies Readonly<Record<ObjectKind, Readonly<Record<string, FieldRule>>>>;

/** `proposal.text`: a group of fields of an object. */
export type FieldName = { [Kind in ObjectKind]: `${Kind}.${Extract<keyof (typeof FIELDS)[Kind], string>}` }[ObjectKind];

/** Gives the rule of a group of fields. */
export function fieldRule(field: FieldName): FieldRule & { readonly kind: ObjectKind } {
  const [kind, name] = field.split('.') as [ObjectKind, string]; // the type of the name says so
  const rules: Readonly<Record<string, FieldRule>> = FIELDS[kind];
  const rule = rules[name];
  if (rule === undefined) throw new Error(`No field ${field}`);
  return { ...rule, kind };
}

/** Whether somebody with these relations to the object may read the field. */
export function mayRead(field: FieldName, state: string, relations: ReadonlySet<Relation>): boolean {
  const { kind, readers } = fieldRule(field);
  return isGranted(readers, { kind, state }, relations);
}

/** Whether somebody with these relations may read any field of the object, and so may know that it exists. */
export function mayKnow(kind: ObjectKind, state: string, relations: ReadonlySet<Relation>): boolean {
  const rules: Readonly<Record<string, FieldRule>> = FIELDS[kind];
  return Object.values(rules).some(({ readers }) => isGranted(readers, { kind, state }, relations));
}
