import type {
  Certificate,
  Confidence,
  CriterionContent,
  DigestFrequency,
  FinalOutcome,
  IpRegime,
  Locale,
  OrganisationKind,
  ProfileDocumentKind,
  Region,
  Theme,
} from '@htsm/domain';

/** A moment of the demo: days from the day on which it is made, and the time on the clock in Amsterdam. */
export type Moment = readonly [days: number, time: string];

/** A role apart from the organisations. */
export type DemoBody = 'taskforce' | 'administration' | 'review_panel';

/** An invented person; the address is made of the first name and the organisation when it is left out. */
export interface DemoPerson {
  readonly name: string;
  readonly locale?: Locale;
  readonly email?: string;
}

/** An organisation with its people; the first one owns it. */
export interface DemoOrganisation {
  /** Short name by which other content refers to it; part of its web address. */
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly city: string;
  readonly region: Region;
  readonly employees: number;
  readonly themes: readonly Theme[];
  readonly capabilities: readonly string[];
  readonly profileNl: string;
  readonly profileEn: string;
  readonly people: readonly DemoPerson[];
}

/** A document of a profile; Dutch when the language is left out, without a year when that is null. */
export type DemoDocument = readonly [
  kind: ProfileDocumentKind,
  title: string,
  year: number | null,
  text: string,
  locale?: Locale,
];

/** What an SME adds to what it told at registration. */
export interface DemoProfile {
  readonly organisation: string;
  /** The language of the profile itself. */
  readonly locale?: Locale;
  readonly trl: readonly [from: number, to: number];
  readonly certificates: readonly Certificate[];
  readonly documents: readonly DemoDocument[];
}

/** Everything an owner types, in both languages. */
export interface DemoChallengeText {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly summaryNl: string;
  readonly summaryEn: string;
  readonly problemNl: string;
  readonly problemEn: string;
  readonly contextNl: string;
  readonly contextEn: string;
  readonly successNl: string;
  readonly successEn: string;
}

/** The facts of a challenge beside its texts. */
export interface DemoChallengeFacts {
  readonly programme?: string;
  readonly partners?: string;
  readonly themes: readonly Theme[];
  readonly capabilities: readonly string[];
  readonly trl: readonly [from: number, to: number];
  readonly region: Region;
  /** Whole euros, or the reason why there is no budget. */
  readonly budget: number | string;
  readonly ipRegime: IpRegime;
  readonly hoursAsked: number;
  readonly decider: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly isBlind?: boolean;
}

/** What happens to a challenge after it was written, in the order of its life; what is left out never happens. */
export interface DemoChallengePlan {
  readonly created: Moment;
  readonly submitted?: Moment;
  /** Sent back by the taskforce, and perhaps sent in again. */
  readonly sentBack?: { readonly at: Moment; readonly reason: string; readonly resubmitted?: Moment };
  readonly approved?: Moment;
  readonly opens?: Moment;
  readonly closes?: Moment;
  readonly decisionDue?: Moment;
  readonly cancelled?: { readonly at: Moment; readonly reason: string };
  readonly decided?: Moment;
  readonly closed?: Moment;
}

/** One invented challenge. */
export interface DemoChallenge {
  readonly key: string;
  readonly organisation: string;
  readonly text: Partial<DemoChallengeText>;
  readonly facts: Partial<DemoChallengeFacts>;
  readonly criteria: readonly CriterionContent[];
  readonly plan: DemoChallengePlan;
}

/** What an SME wrote for a challenge; empty parts are still to be written. */
export interface DemoProposal {
  readonly challenge: string;
  readonly organisation: string;
  readonly title: string;
  readonly summary: string;
  readonly approach: string;
  readonly planning: string;
  readonly priceEur: number | null;
  /** One text for each criterion, in the order of the challenge. */
  readonly fits: readonly string[];
  /** Made-up report that goes along: its file name and lines. */
  readonly attachment?: { readonly fileName: string; readonly lines: readonly string[] };
  readonly started: Moment;
  readonly submitted?: Moment;
  readonly withdrawn?: Moment;
}

/** A score with its reason; `na` is "not applicable". */
export type DemoScore = readonly [score: 0 | 1 | 2 | 3 | 4 | 5 | 'na', reason: string];

/** One reviewer's part in one proposal. */
export interface DemoReview {
  readonly challenge: string;
  readonly organisation: string;
  /** Key of the reviewer. */
  readonly reviewer: string;
  /** Left out: still to be answered. */
  readonly answered?: Moment;
  /** Reason of a conflict of interest; then nothing is scored. */
  readonly conflict?: string;
  /** In the order of the criteria; fewer than the criteria in a draft. */
  readonly scores?: readonly DemoScore[];
  readonly remark?: string;
  /** Left out: not said. */
  readonly confidence?: Confidence;
  /** Left out: a draft, or not begun. */
  readonly submitted?: Moment;
}

/** What the taskforce decides about one proposal. */
export interface DemoAnswer {
  readonly challenge: string;
  readonly organisation: string;
  readonly outcome: FinalOutcome;
  readonly summary: string;
  /** What its proposer asked about it, and the reply. */
  readonly question?: {
    readonly asked: Moment;
    readonly text: string;
    readonly replied: Moment;
    readonly reply: string;
  };
}

/** A match and what came of it. */
export interface DemoMatch {
  readonly challenge: string;
  readonly organisation: string;
  readonly recorded: Moment;
  readonly agreed: string;
  /** Day of the introduction, in days from the day on which the demo is made. */
  readonly introductionDay: number;
  readonly checkInDay: number;
  readonly steps: readonly {
    readonly at: Moment;
    readonly to: 'introduced' | 'in_talks' | 'agreed';
    readonly note: string;
  }[];
}

/** What a reader wants to hear of. */
export interface DemoInterest {
  readonly name?: string;
  readonly themes?: readonly Theme[];
  readonly regions?: readonly Region[];
  readonly words?: string;
  readonly followsProfile?: boolean;
  readonly frequency: DigestFrequency;
  readonly weekday?: number;
}

/** A reader of the digest: an account (by its address) or an address alone. */
export interface DemoSubscriber {
  readonly email: string;
  readonly hasAccount: boolean;
  readonly locale: Locale;
  readonly interests: readonly [DemoInterest, ...DemoInterest[]];
  /** Whether weekends and holidays are quiet. */
  readonly wantsQuietDays?: boolean;
  readonly subscribed: Moment;
  /** Whether the confirmation link was followed. */
  readonly isConfirmed: boolean;
}
