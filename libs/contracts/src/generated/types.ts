/* Generated from apps/api/openapi.json by `npm run contract`: change the DTO classes instead. */

export interface SessionOrganisationDto {
  id: string;
  name: string;
  kind: 'sme' | 'company' | 'knowledge';
  role: 'owner' | 'member';
}

export interface SessionUserDto {
  id: string;
  name: string;
  email: string;
  locale: 'nl' | 'en';
  /** Whether the person is a member of the taskforce. */
  isTaskforce: boolean;
  /** Whether the person manages people and roles. */
  isAdministrator: boolean;
  /** Whether the person can be asked to review. */
  isReviewer: boolean;
  /** Whether a second factor must be added before anything else; until then no roles. */
  owesSecondFactor: boolean;
  organisations: SessionOrganisationDto[];
}

export interface SignInStepDto {
  methods: ('passkey' | 'authenticator' | 'recovery_code')[];
}

export interface SessionDto {
  /** The clock that decides about deadlines. */
  now: string;
  /** Whether this is a demonstration with made-up content. */
  demo: boolean;
  /** Null without a session. */
  user: SessionUserDto | null;
  /** After a right password, until the code. */
  waitsFor: SignInStepDto | null;
}

export interface SignInDto {
  email: string;
  password: string;
}

export interface SecondFactorCodeDto {
  code: string;
}

export interface PasskeyQuestionDto {
  options: string;
}

export interface PasskeyAnswerDto {
  answer: string;
}

export interface ProviderSignInDto {
  email: string;
  /** Path of ours to go on to; any other is left out. */
  next?: string;
}

export interface ProviderAddressDto {
  /** Null when the organisation has no sign-in page of its own. */
  url: string | null;
}

export interface LinkTokenDto {
  token: string;
}

export interface AcceptedDto {
  email: string;
}

export interface OwnIdentityDto {
  id: string;
  issuer: string;
  linkedAt: string;
}

export interface OwnIdentitiesDto {
  items: OwnIdentityDto[];
  /** Whether the domain of the address has a sign-in page of its own. */
  canLink: boolean;
}

export interface IdentityProviderDto {
  id: string;
  organisationName: string;
  domain: string;
  issuer: string;
  clientId: string;
  createdAt: string;
}

export interface IdentityProvidersDto {
  items: IdentityProviderDto[];
  redirectUrl: string;
}

export interface AddIdentityProviderDto {
  kvkNumber: string;
  domain: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface RegisterDto {
  organisationName: string;
  organisationKind: 'sme' | 'company' | 'knowledge';
  kvkNumber: string;
  name: string;
  email: string;
  password: string;
}

export interface ConfirmedDto {
  email: string;
  name: string;
  organisationName: string;
}

export interface RequestPasswordResetDto {
  email: string;
}

export interface CompletePasswordResetDto {
  token: string;
  password: string;
}

export interface InvitationDto {
  id: string;
  email: string;
  createdAt: string;
  expiresAt: string;
}

export interface InvitationsDto {
  items: InvitationDto[];
}

export interface InviteDto {
  organisationId: string;
  email: string;
}

export interface InvitationOfferDto {
  organisationName: string;
  email: string;
  /** Whether the address has an account: then the person signs in to accept. */
  hasAccount: boolean;
}

export interface AcceptInvitationDto {
  token: string;
  name?: string;
  password?: string;
}

export interface AccountDto {
  id: string;
  email: string;
  name: string;
  locale: 'nl' | 'en';
  version: number;
}

export interface ChangeAccountDto {
  name: string;
  locale: 'nl' | 'en';
  version: number;
}

export interface ChooseLanguageDto {
  locale: 'nl' | 'en';
}

export interface ChangePasswordDto {
  current: string;
  next: string;
}

export interface AccountSessionDto {
  id: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  /** Whether it is the session of this request. */
  isCurrent: boolean;
}

export interface AccountSessionsDto {
  items: AccountSessionDto[];
}

export interface ProofDto {
  password?: string;
  code?: string;
}

export interface NewEmailDto {
  email: string;
}

export interface AuthenticatorDto {
  addedAt: string;
  lastUsedAt: string | null;
}

export interface PasskeyDto {
  id: string;
  name: string;
  addedAt: string;
  lastUsedAt: string | null;
}

export interface SecondFactorsDto {
  authenticator: AuthenticatorDto | null;
  passkeys: PasskeyDto[];
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft: number;
  /** Whether a role of the person asks for a second factor. */
  isRequired: boolean;
}

export interface NewAuthenticatorDto {
  secret: string;
  picture: string;
}

export interface RecoveryCodesDto {
  recoveryCodes: string[];
}

export interface AddPasskeyDto {
  name: string;
  answer: string;
}

export interface OrganisationDto {
  id: string;
  name: string;
  kind: 'sme' | 'company' | 'knowledge';
  kvkNumber: string;
  groupKvkNumber: string;
  city: string;
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  website: string;
  employees: number | null;
  version: number;
}

export interface ChangeOrganisationDto {
  city: string;
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  website: string;
  groupKvkNumber: string;
  employees: number | null;
  version: number;
}

export interface MemberDto {
  userId: string;
  name: string;
  email: string;
  role: 'owner' | 'member';
  since: string;
}

export interface MembersDto {
  items: MemberDto[];
}

export interface PersonOrganisationDto {
  name: string;
  role: 'owner' | 'member';
}

export interface PersonDto {
  id: string;
  name: string;
  email: string;
  bodies: ('taskforce' | 'administration' | 'review_panel')[];
  organisations: PersonOrganisationDto[];
  /** Whether the address was confirmed. */
  isConfirmed: boolean;
  /** Whether the account was switched off. */
  isDisabled: boolean;
  createdAt: string;
}

export interface PeoplePageDto {
  items: PersonDto[];
  next: string | null;
}

export interface PublicChallengeRowDto {
  id: string;
  slug: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  ownerName: string;
  programme: string;
  language: 'nl' | 'en';
  title: string;
  summary: string;
  themes: string[];
  capabilities: string[];
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  budgetEur: number | null;
  noBudgetReason: string;
  ipRegime: 'exclusive' | 'non_exclusive' | 'stays_with_sme' | null;
  hoursAsked: number | null;
  trlFrom: number | null;
  trlTo: number | null;
  openedAt: string;
  closesAt: string;
  isDemo: boolean;
}

export interface FacetCountDto {
  value: string;
  count: number;
}

export interface ChallengeFacetsDto {
  themes: FacetCountDto[];
  regions: FacetCountDto[];
  states: FacetCountDto[];
}

export interface PublicChallengesDto {
  items: PublicChallengeRowDto[];
  next: string | null;
  total: number;
  totalIsCapped: boolean;
  facets: ChallengeFacetsDto;
  isApproximate: boolean;
  now: string;
}

export interface AnswerDaysDto {
  days: number;
  challenges: number;
}

export interface PublicCriterionDto {
  id: string;
  title: string;
  weight: number;
  knockOutMinimum: number | null;
  scoreLabels: string[];
}

export interface ChallengeAttachmentDto {
  id: string;
  fileName: string;
  sizeBytes: number;
  mediaType: string;
}

export interface PublicChallengeDto {
  id: string;
  slug: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  ownerName: string;
  programme: string;
  language: 'nl' | 'en';
  title: string;
  summary: string;
  themes: string[];
  capabilities: string[];
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  budgetEur: number | null;
  noBudgetReason: string;
  ipRegime: 'exclusive' | 'non_exclusive' | 'stays_with_sme' | null;
  hoursAsked: number | null;
  trlFrom: number | null;
  trlTo: number | null;
  openedAt: string;
  closesAt: string;
  isDemo: boolean;
  answerDays: AnswerDaysDto | null;
  ownerId: string;
  languages: ('nl' | 'en')[];
  partners: string;
  problemHtml: string;
  contextHtml: string;
  successHtml: string;
  decider: string;
  isBlind: boolean;
  contactName: string;
  contactEmail: string | null;
  decisionDueAt: string | null;
  stoppedAcceptingAt: string | null;
  cancelReason: string | null;
  criteria: PublicCriterionDto[];
  attachments: ChallengeAttachmentDto[];
  now: string;
}

export interface CreateChallengeDto {
  organisationId?: string;
}

export interface CriterionDto {
  id: string;
  titleNl: string;
  titleEn: string;
  weight: number;
  knockOutMinimum: number | null;
  scoreLabelsNl: string[];
  scoreLabelsEn: string[];
}

export interface ChallengeHtmlDto {
  problemNl: string;
  problemEn: string;
  contextNl: string;
  contextEn: string;
  successNl: string;
  successEn: string;
}

export interface FindingDto {
  code: string;
  section: 'texts' | 'themes' | 'maturity' | 'budget' | 'planning' | 'criteria' | 'attachments';
  path: string;
  text: string;
}

export interface SectionDto {
  section: 'texts' | 'themes' | 'maturity' | 'budget' | 'planning' | 'criteria' | 'attachments';
  progress: 'empty' | 'incomplete' | 'complete' | 'optional';
  open: number;
}

export interface ChallengeTransitionDto {
  fromState:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  toState:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  actorName: string;
  reason: string | null;
  occurredAt: string;
}

export interface ChallengeStepsDto {
  canEdit: boolean;
  canSubmit: boolean;
  canApprove: boolean;
  canRequestChanges: boolean;
  canCancel: boolean;
}

export interface ChallengeDossierDto {
  titleNl: string;
  titleEn: string;
  summaryNl: string;
  summaryEn: string;
  problemNl: string;
  problemEn: string;
  contextNl: string;
  contextEn: string;
  successNl: string;
  successEn: string;
  programme: string;
  partners: string;
  themes: string[];
  capabilities: string[];
  trlFrom: number | null;
  trlTo: number | null;
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  budgetEur: number | null;
  noBudgetReason: string;
  ipRegime: 'exclusive' | 'non_exclusive' | 'stays_with_sme' | null;
  hoursAsked: number | null;
  decider: string;
  contactName: string;
  contactEmail: string;
  opensAt: string | null;
  closesAt: string | null;
  decisionDueAt: string | null;
  isBlind: boolean;
  id: string;
  slug: string;
  organisationId: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  version: number;
  openedAt: string | null;
  stoppedAcceptingAt: string | null;
  cancelReason: string | null;
  isDemo: boolean;
  updatedAt: string;
  criteria: CriterionDto[];
  attachments: ChallengeAttachmentDto[];
  html: ChallengeHtmlDto;
  blocking: FindingDto[];
  advice: FindingDto[];
  sections: SectionDto[];
  history: ChallengeTransitionDto[];
  steps: ChallengeStepsDto;
  now: string;
}

export interface ChallengeRowDto {
  id: string;
  slug: string;
  title: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  opensAt: string | null;
  closesAt: string | null;
  decisionDueAt: string | null;
  openedAt: string | null;
  updatedAt: string;
  stateSince: string;
  lastReason: string | null;
  version: number;
  isDemo: boolean;
}

export interface ChallengeRowsDto {
  items: ChallengeRowDto[];
  next: string | null;
  now: string;
}

export interface ChangeChallengeDto {
  titleNl?: string;
  titleEn?: string;
  summaryNl?: string;
  summaryEn?: string;
  problemNl?: string;
  problemEn?: string;
  contextNl?: string;
  contextEn?: string;
  successNl?: string;
  successEn?: string;
  programme?: string;
  partners?: string;
  themes?: string[];
  capabilities?: string[];
  trlFrom?: number | null;
  trlTo?: number | null;
  region?: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  budgetEur?: number | null;
  noBudgetReason?: string;
  ipRegime?: 'exclusive' | 'non_exclusive' | 'stays_with_sme' | null;
  hoursAsked?: number | null;
  decider?: string;
  contactName?: string;
  contactEmail?: string;
  opensAt?: string | null;
  closesAt?: string | null;
  decisionDueAt?: string | null;
  isBlind?: boolean;
  version: number;
}

export interface CriterionInputDto {
  id?: string;
  titleNl: string;
  titleEn: string;
  weight: number;
  knockOutMinimum: number | null;
  scoreLabelsNl: string[];
  scoreLabelsEn: string[];
}

export interface ReplaceCriteriaDto {
  version: number;
  criteria: CriterionInputDto[];
}

export interface ChallengeVersionDto {
  version: number;
}

export interface ReasonDto {
  reason: string;
}

export interface ApproveChallengeDto {
  version: number;
  opensAt: string;
  closesAt?: string;
}

export interface ProposalChallengeDto {
  id: string;
  slug: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  ownerName: string;
  titleNl: string;
  titleEn: string;
  budgetEur: number | null;
  hoursAsked: number | null;
  ipRegime: 'exclusive' | 'non_exclusive' | 'stays_with_sme' | null;
  openedAt: string;
  closesAt: string;
  decisionDueAt: string | null;
}

export interface ProposalActionsDto {
  /** Whether text and files may change */
  canEdit: boolean;
  /** Whether it can be submitted once it is complete */
  canSubmit: boolean;
  /** Whether it can become a draft again */
  canPullBack: boolean;
  /** Whether it can be withdrawn for good */
  canWithdraw: boolean;
}

export interface MyProposalSummaryDto {
  id: string;
  title: string;
  state: 'draft' | 'submitted' | 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve' | 'withdrawn';
  organisationName: string;
  challenge: ProposalChallengeDto;
  actions: ProposalActionsDto;
  gapCount: number;
  version: number;
  submittedAt: string | null;
  updatedAt: string;
}

export interface MyProposalListDto {
  items: MyProposalSummaryDto[];
  next: string | null;
  now: string;
}

export interface StartProposalDto {
  challengeSlug: string;
  organisationId?: string;
}

export interface ProposalFitDto$1 {
  criterionId: string;
  text: string;
}

export interface ProposalCriterionDto {
  id: string;
  titleNl: string;
  titleEn: string;
  weight: number;
  knockOutMinimum: number | null;
}

export interface ProposalAttachmentDto {
  id: string;
  fileName: string;
  sizeBytes: number;
  mediaType: string;
  addedAt: string;
}

export interface ProposalReceiptSummaryDto {
  id: string;
  number: string;
  submittedAt: string;
  proposalVersion: number;
  manifestSha256: string;
  isCurrent: boolean;
}

export interface ProposalGapDto {
  path: string;
  code: 'required' | 'too_many_words';
  wordsOver: number;
}

export interface MyProposalDto {
  id: string;
  version: number;
  state: 'draft' | 'submitted' | 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve' | 'withdrawn';
  organisationId: string;
  organisationName: string;
  title: string;
  summary: string;
  approach: string;
  planning: string;
  priceEur: number | null;
  fits: ProposalFitDto$1[];
  criteria: ProposalCriterionDto[];
  challenge: ProposalChallengeDto;
  attachments: ProposalAttachmentDto[];
  receipts: ProposalReceiptSummaryDto[];
  gaps: ProposalGapDto[];
  actions: ProposalActionsDto;
  submittedAt: string | null;
  savedAt: string;
  now: string;
}

export interface SaveProposalDto {
  version: number;
  title?: string;
  summary?: string;
  approach?: string;
  planning?: string;
  priceEur?: number | null;
  fits?: ProposalFitDto$1[];
}

export interface SavedProposalDto {
  version: number;
  savedAt: string;
  gapCount: number;
  now: string;
}

export interface ProposalUploadDto {
  file: string;
}

export interface AddedProposalFileDto {
  attachment: ProposalAttachmentDto;
  attachments: ProposalAttachmentDto[];
  version: number;
  savedAt: string;
}

export interface RemainingProposalFilesDto {
  attachments: ProposalAttachmentDto[];
  version: number;
  savedAt: string;
}

export interface SubmitProposalDto {
  version: number;
  submitKey: string;
}

export interface ProposalReceiptDto {
  id: string;
  proposalId: string;
  number: string;
  submittedAt: string;
  submittedByName: string;
  proposalVersion: number;
  manifest: string;
  manifestSha256: string;
  signature: string;
  keyId: string;
}

export interface SubmissionDto {
  proposal: MyProposalDto;
  receipt: ProposalReceiptDto;
}

export interface ProposalStepDto {
  version: number;
}

export interface ReceiptKeyDto {
  id: string;
  algorithm: 'Ed25519';
  pem: string;
  isCurrent: boolean;
}

export interface ReceiptKeysDto {
  keys: ReceiptKeyDto[];
}

export interface VerifyReceiptDto {
  receipt: string;
}

export interface ReceiptVerificationDto {
  isValid: boolean;
  number: string | null;
  submittedAt: string | null;
}

export interface ProposalOpeningDto {
  /** In which role. */
  role: 'taskforce' | 'challenge_owner' | 'reviewer';
  /** The file that was opened; null for the proposal itself. */
  fileName: string | null;
  openedAt: string;
}

export interface ProposalOpeningsDto {
  items: ProposalOpeningDto[];
  /** Cursor of the next page. */
  next: string | null;
}

export interface ReviewerDto {
  id: string;
  name: string;
  openReviews: number;
}

export interface ReviewersDto {
  items: ReviewerDto[];
}

export interface JudgedChallengeDto {
  id: string;
  slug: string;
  title: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  closesAt: string | null;
  decisionDueAt: string | null;
}

export interface AssignmentDto {
  id: string;
  reviewerId: string;
  reviewerName: string;
  state: 'assigned' | 'accepted' | 'conflicted' | 'submitted';
  dueAt: string;
  isLate: boolean;
  conflictReason: string | null;
  reviewId: string | null;
  submittedAt: string | null;
  remindedAt: string | null;
}

export interface AssignedProposalDto {
  id: string;
  number: number;
  title: string;
  summary: string;
  organisationName: string;
  organisationCity: string;
  priceEur: number | null;
  submittedAt: string | null;
  assignments: AssignmentDto[];
}

export interface ConflictDto {
  organisationId: string;
  organisationName: string;
  role: 'proposer' | 'partner' | 'owner';
  kind: 'same_organisation' | 'group' | 'kvk_number' | 'email_domain' | 'declared_link' | 'joint_consortium' | 'match';
  link: 'employer' | 'client' | 'supplier' | 'shareholder' | 'family' | 'other' | null;
  through: string;
  endedOn: string | null;
  waivedUntil: string | null;
  canBeWaived: boolean;
  proposalIds: string[];
}

export interface CandidateReviewerDto {
  id: string;
  name: string;
  openReviews: number;
  handedIn: number;
  assignedHere: number;
  partyToProposalIds: string[];
  conflicts: ConflictDto[];
}

export interface AssignmentsDto {
  challenge: JudgedChallengeDto;
  canAssign: boolean;
  proposals: AssignedProposalDto[];
  reviewers: CandidateReviewerDto[];
  now: string;
}

export interface AssignReviewersDto {
  proposalIds: string[];
  reviewerIds: string[];
  dueAt: string;
}

export interface AssignedDto {
  created: number;
}

export interface ImportAssignmentsDto {
  csv: string;
  dueAt: string;
}

export interface ReminderDto {
  remindedAt: string;
}

export interface ReopenReviewDto {
  reason: string;
}

export interface PlanAssignmentsDto {
  reviewsPerProposal: number;
  maxPerReviewer: number;
  isFair: boolean;
  expertThemes: string[];
  pairsNewcomers: boolean;
  reviewerIds: string[];
}

export interface PlannedPairDto {
  proposalId: string;
  reviewerId: string;
  fit: number;
  bid: 'eager' | 'willing' | 'rather_not' | null;
  isExpert: boolean;
  isNew: boolean;
}

export interface ShortageDto {
  rule: 'k' | 'maxLoad' | 'minLoad';
  proposalIds: string[];
  reviewerIds: string[];
  available: number;
  needed: number;
}

export interface AssignmentPlanDto {
  pairs: PlannedPairDto[];
  unfilledProposalIds: string[];
  shortage: ShortageDto | null;
  withoutExpertIds: string[];
  newcomersOnlyIds: string[];
}

export interface ReviewPairDto {
  proposalId: string;
  reviewerId: string;
}

export interface ApplyPlanDto {
  pairs: ReviewPairDto[];
  dueAt: string;
}

export interface TaskforceProposalDto {
  id: string;
  number: number;
  title: string;
  summary: string;
  organisationName: string;
  organisationCity: string;
  priceEur: number | null;
  submittedAt: string | null;
}

export interface TaskforceProposalsDto {
  challenge: JudgedChallengeDto;
  items: TaskforceProposalDto[];
  now: string;
}

export interface ProposalFitHtmlDto {
  criterionId: string;
  html: string;
}

export interface ProposalFileDto {
  id: string;
  fileName: string;
  sizeBytes: number;
}

export interface JudgedProposalDto {
  id: string;
  number: number;
  title: string;
  summary: string;
  approachHtml: string;
  planningHtml: string;
  priceEur: number | null;
  submittedAt: string | null;
  organisationName: string | null;
  organisationCity: string | null;
  fits: ProposalFitHtmlDto[];
  attachments: ProposalFileDto[];
}

export interface QueuedReviewDto {
  assignmentId: string;
  number: number;
  state: 'assigned' | 'accepted' | 'conflicted' | 'submitted';
  isDraft: boolean;
  dueAt: string;
  isAnchor: boolean;
  ownScore: number | null;
}

export interface QueuedChallengeDto {
  id: string;
  slug: string;
  title: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  dueAt: string | null;
  total: number;
  submitted: number;
  drafts: number;
  items: QueuedReviewDto[];
}

export interface ReviewQueueDto {
  challenges: QueuedChallengeDto[];
  now: string;
}

export interface ConflictCardDto {
  proposerName: string | null;
  proposerCity: string | null;
}

export interface JudgedCriterionDto {
  id: string;
  title: string;
  weight: number;
  knockOutMinimum: number | null;
  scoreLabels: string[];
}

export interface ReviewScoreDto {
  criterionId: string;
  score: number | null;
  isNotApplicable: boolean;
  reason: string;
}

export interface OwnReviewDto {
  state: 'draft' | 'submitted';
  version: number;
  remark: string;
  confidence: 'low' | 'medium' | 'high' | null;
  updatedAt: string;
  submittedAt: string | null;
  weightedScore: number | null;
  scores: ReviewScoreDto[];
}

export interface FellowReviewDto {
  label: string;
  remark: string;
  confidence: 'low' | 'medium' | 'high' | null;
  weightedScore: number | null;
  scores: ReviewScoreDto[];
}

export interface ReviewDeskDto {
  assignmentId: string;
  state: 'assigned' | 'accepted' | 'conflicted' | 'submitted';
  number: number;
  dueAt: string;
  isBlind: boolean;
  challenge: JudgedChallengeDto;
  card: ConflictCardDto | null;
  proposal: JudgedProposalDto | null;
  criteria: JudgedCriterionDto[];
  review: OwnReviewDto | null;
  others: FellowReviewDto[];
  now: string;
}

export interface DeclareConflictDto {
  hasConflict: boolean;
  reason?: string;
}

export interface DeclarationDto {
  state: 'accepted' | 'conflicted';
}

export interface SaveReviewDto {
  version: number;
  remark?: string;
  confidence?: 'low' | 'medium' | 'high' | null;
  scores: ReviewScoreDto[];
}

export interface SavedReviewDto {
  version: number;
  state: 'draft' | 'submitted';
  savedAt: string;
  weightedScore: number | null;
}

export interface SubmitReviewDto {
  version: number;
}

export interface SubmittedReviewDto {
  version: number;
  state: 'draft' | 'submitted';
  savedAt: string;
  weightedScore: number | null;
  nextAssignmentId: string | null;
}

export interface AnswerReasonDto {
  criterionId: string;
  text: string;
  meanScore: number | null;
}

export interface AnswerQuestionDto {
  text: string;
  askedBy: string;
  askedAt: string;
  reply: string | null;
  repliedAt: string | null;
}

export interface AnswerDto {
  proposalId: string;
  number: number;
  title: string;
  organisationName: string;
  outcome: 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve';
  version: number;
  summary: string;
  reasons: AnswerReasonDto[];
  hasOutcome: boolean;
  missingCriterionIds: string[];
  missingReviews: number;
  language: 'nl' | 'en';
  isHiddenFromMe: boolean;
  releasedAt: string | null;
  question: AnswerQuestionDto | null;
}

export interface AnswersDto {
  challenge: JudgedChallengeDto;
  criteria: JudgedCriterionDto[];
  items: AnswerDto[];
  canWrite: boolean;
  isComplete: boolean;
  canClose: boolean;
  now: string;
}

export interface ReleasedReasonDto {
  criterionId: string;
  title: string;
  weight: number;
  meanScore: number | null;
  lowest: number | null;
  highest: number | null;
  fieldMedian: number | null;
  text: string;
}

export interface PreviewedAnswerDto {
  proposalId: string;
  challengeTitle: string;
  challengeSlug: string;
  summary: string;
  meanScore: number | null;
  fieldMedian: number | null;
  reviewCount: number;
  reasons: ReleasedReasonDto[];
  outcome: 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve';
}

export interface AnswerPreviewDto {
  language: 'nl' | 'en';
  answer: PreviewedAnswerDto;
  now: string;
}

export interface AnswerReasonInputDto {
  criterionId: string;
  text: string;
}

export interface SaveAnswerDto {
  version: number;
  summary: string;
  reasons: AnswerReasonInputDto[];
}

export interface SavedAnswerDto {
  version: number;
  savedAt: string;
}

export interface AskAboutAnswerDto {
  text: string;
}

export interface ReplyAboutAnswerDto {
  reply: string;
}

export interface DecideOutcomeDto {
  step: 'shortlist' | 'award' | 'decline' | 'reserve' | 'reconsider';
  version: number;
}

export interface OutcomeDto {
  proposalId: string;
  outcome: 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve';
  steps: ('shortlist' | 'award' | 'decline' | 'reserve' | 'reconsider')[];
  version: number;
}

export interface DecisionRecordDto {
  decidedAt: string;
  decidedBy: string;
  basisSha256: string;
  rankingSha256: string;
  isUnchanged: boolean;
  isReproduced: boolean;
}

export interface DecisionRecordsDto {
  record: DecisionRecordDto | null;
}

export interface DecisionDto {
  released: number;
}

export interface PlaceIntervalDto {
  best: number;
  worst: number;
}

export interface CriterionMeanDto {
  criterionId: string;
  mean: number | null;
  isBelowMinimum: boolean;
}

export interface ReviewerScoreDto {
  reviewId: string;
  reviewerName: string;
  score: number | null;
  remark: string;
  confidence: 'low' | 'medium' | 'high' | null;
}

export interface RankedProposalDto {
  proposalId: string;
  number: number;
  title: string;
  organisationName: string;
  organisationCity: string;
  place: number | null;
  interval: PlaceIntervalDto | null;
  adjusted: number | null;
  adjustedPlace: number | null;
  adjustedInterval: PlaceIntervalDto | null;
  mean: number | null;
  median: number | null;
  spread: number | null;
  reviewCount: number;
  missingReviews: number;
  isKnockedOut: boolean;
  isHiddenFromMe: boolean;
  criteria: CriterionMeanDto[];
  scores: ReviewerScoreDto[];
  outcome: 'under_review' | 'shortlisted' | 'awarded' | 'declined' | 'reserve';
  steps: ('shortlist' | 'award' | 'decline' | 'reserve' | 'reconsider')[];
  version: number;
}

export interface ReviewerLeniencyDto {
  reviewerId: string;
  name: string;
  effect: number;
  standardError: number;
  reviewCount: number;
}

export interface LeniencyDto {
  refusal: 'too_few_reviewers' | 'disconnected' | 'reviewer_with_too_few' | 'too_few_reviews' | null;
  tooFewFrom: string[];
  groups: number;
  hasDifferences: boolean;
  reviewers: ReviewerLeniencyDto[];
}

export interface AnchorScoreDto {
  reviewerId: string;
  name: string;
  score: number;
  drift: number | null;
}

export interface AnchorDto {
  proposalId: string;
  scores: AnchorScoreDto[];
}

export interface CriterionSpreadDto {
  criterionId: string;
  spread: number;
}

export interface DisagreementDto {
  proposalId: string;
  spread: number;
  criteria: CriterionSpreadDto[];
}

export interface ScoreDistributionDto {
  criterionId: string;
  counts: number[];
  notApplicable: number;
  mean: number | null;
}

export interface RankingDto {
  challenge: JudgedChallengeDto;
  criteria: JudgedCriterionDto[];
  canDecide: boolean;
  expectedReviews: number;
  submittedReviews: number;
  items: RankedProposalDto[];
  leniency: LeniencyDto;
  anchor: AnchorDto | null;
  disagreements: DisagreementDto[];
  distributions: ScoreDistributionDto[];
  now: string;
}

export interface ChooseAnchorDto {
  proposalId: string | null;
}

export interface WeightFlipDto {
  weight: number;
  rivalId: string;
}

export interface WeightRangeDto {
  criterionId: string;
  weight: number;
  below: WeightFlipDto | null;
  above: WeightFlipDto | null;
}

export interface SmallestChangeDto {
  criterionId: string;
  weight: number;
  rivalId: string;
  points: number;
}

export interface WithoutReviewerDto {
  reviewerId: string;
  name: string;
  leaders: string[];
  isChanged: boolean;
}

export interface ReadingDto {
  reading: 'not_applicable_as_zero' | 'not_applicable_as_mean' | 'median' | 'adjusted';
  leaders: string[];
  isChanged: boolean;
}

export interface StabilityDto {
  leaders: string[];
  weights: WeightRangeDto[];
  smallestChange: SmallestChangeDto | null;
  withoutReviewer: WithoutReviewerDto[];
  notApplicable: number;
  readings: ReadingDto[];
  isPartial: boolean;
}

export interface ExpertiseDto {
  locale: 'nl' | 'en';
  words: string;
  themes: string[];
  version: number;
}

export interface ChangeExpertiseDto {
  locale: 'nl' | 'en';
  words: string;
  themes: string[];
  version: number;
}

export interface ReleasedAnswerDto {
  proposalId: string;
  challengeTitle: string;
  challengeSlug: string;
  summary: string;
  meanScore: number | null;
  fieldMedian: number | null;
  reviewCount: number;
  reasons: ReleasedReasonDto[];
  releasedAt: string;
  outcome: 'awarded' | 'declined' | 'reserve';
  question: AnswerQuestionDto | null;
  askUntil: string | null;
}

export interface OwnerProposalDto {
  id: string;
  number: number;
  title: string;
  summary: string;
  organisationName: string;
  organisationCity: string;
  priceEur: number | null;
  submittedAt: string | null;
  outcome: 'awarded' | 'declined' | 'reserve' | null;
}

export interface OwnerProposalsDto {
  challenge: JudgedChallengeDto;
  items: OwnerProposalDto[];
  now: string;
}

export interface OwnerProposalPageDto {
  challenge: JudgedChallengeDto;
  criteria: JudgedCriterionDto[];
  proposal: JudgedProposalDto;
  outcome: 'awarded' | 'declined' | 'reserve' | null;
}

export interface LinkDto {
  kind: 'employer' | 'client' | 'supplier' | 'shareholder' | 'family' | 'other';
  organisationName: string;
  kvkNumber: string;
  mailDomain: string;
  endedOn: string | null;
  id: string;
  version: number;
}

export interface PanelPersonDto {
  id: string;
  name: string;
  isGuest: boolean;
  links: LinkDto[];
  conflicts: ConflictDto[];
}

export interface WaiverDto {
  id: string;
  reviewerId: string;
  reviewerName: string;
  organisationId: string;
  organisationName: string;
  reason: string;
  signedByName: string;
  signedAt: string;
  endsAt: string;
  isRunning: boolean;
}

export interface FormedPanelDto {
  version: number;
  memberIds: string[];
  chairId: string | null;
}

export interface PanelInvitationDto {
  id: string;
  email: string;
  invitedByName: string;
  sentAt: string;
  expiresAt: string;
  isExpired: boolean;
}

export interface ChallengeConflictsDto {
  challenge: JudgedChallengeDto;
  people: PanelPersonDto[];
  waivers: WaiverDto[];
  panel: FormedPanelDto;
  invitations: PanelInvitationDto[];
  years: number;
  yearsVersion: number;
  now: string;
}

export interface CheckAddressDto {
  email: string;
}

export interface AddressConflictsDto {
  name: string | null;
  conflicts: ConflictDto[];
}

export interface SignWaiverDto {
  reviewerId: string;
  organisationId: string;
  reason: string;
  endsAt: string;
}

export interface FormPanelDto {
  memberIds: string[];
  chairId: string | null;
  version: number;
}

export interface ConflictRuleDto {
  years: number;
  version: number;
}

export interface BidCardDto {
  proposalId: string;
  title: string;
  summary: string;
  bid: 'eager' | 'willing' | 'rather_not' | null;
}

export interface BidChallengeDto {
  id: string;
  title: string;
  proposals: BidCardDto[];
}

export interface BidsDto {
  challenges: BidChallengeDto[];
}

export interface PlacedBidDto {
  proposalId: string;
  bid: 'eager' | 'willing' | 'rather_not' | null;
}

export interface PlaceBidsDto {
  bids: PlacedBidDto[];
}

export interface InviteExpertDto {
  email: string;
  knowsConflicts: boolean;
}

export interface InvitedExpertDto {
  invitation: PanelInvitationDto | null;
  addedName: string | null;
}

export interface WithdrawInvitationDto {
  email: string;
}

export interface ExpertOfferDto {
  challengeTitle: string;
  ownerName: string;
  email: string;
  expiresAt: string;
  /** Whether the address has an account: then the person signs in to accept. */
  hasAccount: boolean;
}

export interface JoinPanelDto {
  token: string;
  name?: string;
  password?: string;
  organisationName: string;
  words: string;
  affirms: boolean;
}

export interface LinksDto {
  items: LinkDto[];
}

export interface LinkFieldsDto {
  kind: 'employer' | 'client' | 'supplier' | 'shareholder' | 'family' | 'other';
  organisationName: string;
  kvkNumber: string;
  mailDomain: string;
  endedOn: string | null;
}

export interface ChangeLinkDto {
  kind: 'employer' | 'client' | 'supplier' | 'shareholder' | 'family' | 'other';
  organisationName: string;
  kvkNumber: string;
  mailDomain: string;
  endedOn: string | null;
  version: number;
}

export interface ProposalFitDto {
  proposalId: string;
  score: number;
}

export interface ReviewerFitDto {
  locale: 'nl' | 'en';
  words: string;
  themes: string[];
  reviewerId: string;
  proposals: ProposalFitDto[];
}

export interface ReviewerFitsDto {
  items: ReviewerFitDto[];
}

export interface ToModerateDto {
  challengeId: string;
  title: string;
  ownerName: string;
  since: string;
}

export interface ModerationLaneDto {
  count: number;
  items: ToModerateDto[];
}

export interface ToAssignDto {
  challengeId: string;
  title: string;
  ownerName: string;
  proposals: number;
  since: string | null;
  decisionDueAt: string | null;
}

export interface AssignLaneDto {
  count: number;
  items: ToAssignDto[];
}

export interface LateReviewerDto {
  reviewerId: string;
  reviewerName: string;
  challengeId: string;
  challengeTitle: string;
  assignmentId: string;
  late: number;
  submitted: number;
  total: number;
  oldestDueAt: string;
  remindedAt: string | null;
}

export interface LateLaneDto {
  count: number;
  reviewers: number;
  items: LateReviewerDto[];
}

export interface AnswersOwedDto {
  challengeId: string;
  title: string;
  ownerName: string;
  unfinished: number;
  total: number;
  decisionDueAt: string | null;
}

export interface AnswersLaneDto {
  count: number;
  items: AnswersOwedDto[];
}

export interface CheckInDueDto {
  matchId: string;
  challengeTitle: string;
  organisationName: string;
  state: 'planned' | 'introduced' | 'in_talks' | 'agreed' | 'ended';
  nextCheckInOn: string;
}

export interface CheckInLaneDto {
  count: number;
  items: CheckInDueDto[];
}

export interface TaskforceBoardDto {
  toModerate: ModerationLaneDto;
  toAssign: AssignLaneDto;
  lateReviews: LateLaneDto;
  answersOwed: AnswersLaneDto;
  checkIns: CheckInLaneDto;
  now: string;
}

export interface OverviewChallengeDto {
  id: string;
  slug: string;
  title: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  opensAt: string | null;
  closesAt: string | null;
  decisionDueAt: string | null;
  proposals: number;
  expectedReviews: number;
  submittedReviews: number;
  answered: number;
}

export interface OverviewDto {
  items: OverviewChallengeDto[];
  next: string | null;
  now: string;
}

export interface MatchDto {
  id: string;
  state: 'planned' | 'introduced' | 'in_talks' | 'agreed' | 'ended';
  agreed: string;
  introductionOn: string | null;
  nextCheckInOn: string | null;
  challengeId: string;
  challengeSlug: string;
  challengeTitle: string;
  ownerName: string;
  proposalId: string;
  proposalTitle: string;
  organisationId: string;
  organisationName: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface MatchesDto {
  items: MatchDto[];
  next: string | null;
  now: string;
}

export interface MatchableProposalDto {
  proposalId: string;
  proposalTitle: string;
  organisationName: string;
  challengeId: string;
  challengeTitle: string;
  ownerName: string;
}

export interface MatchableProposalsDto {
  items: MatchableProposalDto[];
}

export interface RecordMatchDto {
  proposalId: string;
  agreed: string;
  introductionOn: string | null;
  nextCheckInOn: string | null;
}

export interface MatchNoteDto {
  id: number;
  authorName: string;
  text: string;
  createdAt: string;
}

export interface MatchPageDto {
  id: string;
  state: 'planned' | 'introduced' | 'in_talks' | 'agreed' | 'ended';
  agreed: string;
  introductionOn: string | null;
  nextCheckInOn: string | null;
  challengeId: string;
  challengeSlug: string;
  challengeTitle: string;
  ownerName: string;
  proposalId: string;
  proposalTitle: string;
  organisationId: string;
  organisationName: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  nextStates: ('planned' | 'introduced' | 'in_talks' | 'agreed' | 'ended')[];
  notes: MatchNoteDto[];
}

export interface ChangeMatchDto {
  version: number;
  state?: 'planned' | 'introduced' | 'in_talks' | 'agreed' | 'ended';
  agreed?: string;
  introductionOn?: string | null;
  nextCheckInOn?: string | null;
}

export interface AddMatchNoteDto {
  text: string;
}

export interface ProfileDocumentDto {
  kind: 'project' | 'product' | 'certificate';
  title: string;
  text: string;
  year: number | null;
  locale: 'nl' | 'en';
  id: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface ProfileDto {
  locale: 'nl' | 'en';
  about: string;
  themes: string[];
  capabilities: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  certificates: string[];
  size: 'micro' | 'small' | 'medium' | 'large' | null;
  trlMin: number | null;
  trlMax: number | null;
  showsName: boolean;
  organisationId: string;
  organisationName: string;
  version: number;
  updatedAt: string | null;
  documents: ProfileDocumentDto[];
}

export interface ChangeProfileDto {
  locale: 'nl' | 'en';
  about: string;
  themes: string[];
  capabilities: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  certificates: string[];
  size: 'micro' | 'small' | 'medium' | 'large' | null;
  trlMin: number | null;
  trlMax: number | null;
  showsName: boolean;
  organisationId?: string;
  version: number;
}

export interface AddProfileDocumentDto {
  kind: 'project' | 'product' | 'certificate';
  title: string;
  text: string;
  year: number | null;
  locale: 'nl' | 'en';
  organisationId?: string;
}

export interface ChangeProfileDocumentDto {
  kind: 'project' | 'product' | 'certificate';
  title: string;
  text: string;
  year: number | null;
  locale: 'nl' | 'en';
  version: number;
}

export interface ScorePartsDto {
  text: number;
  themes: number;
  requirements: number;
  evidence: number;
}

export interface ThemeLineDto {
  code: string;
  how: 'same' | 'related' | 'none';
  millionths: number;
}

export interface RequirementLineDto {
  kind: 'certificates' | 'regions' | 'trl' | 'sizes';
  asked: string;
  metPercent: number | null;
  millionths: number;
}

export interface WordLineDto {
  asked: string;
  found: string;
  how: 'word' | 'form' | 'meaning';
  documentTitle: string | null;
  millionths: number;
}

export interface DocumentLineDto {
  title: string | null;
  millionths: number;
}

export interface RecommendationWordsDto {
  terms: WordLineDto[];
  otherTerms: number;
  documents: DocumentLineDto[];
}

export interface RecommendationDto {
  id: string;
  challengeId: string;
  challengeSlug: string;
  challengeTitle: string;
  ownerName: string;
  closesAt: string;
  organisationId: string;
  organisationName: string;
  score: number;
  parts: ScorePartsDto;
  themes: ThemeLineDto[];
  requirements: RequirementLineDto[];
  words: RecommendationWordsDto | null;
  computedAt: string;
  placedBy: 'score' | 'exposure' | 'new';
}

export interface RecommendationsDto {
  items: RecommendationDto[];
}

export interface SuggestionOutcomeDto {
  kind: 'order' | 'pilot' | 'research' | 'talks' | 'nothing';
  on: string;
  words: string;
}

export interface CandidateDto {
  organisationId: string;
  organisationName: string;
  city: string;
  suggestionId: string | null;
  state: 'suggested' | 'invited' | 'interested' | 'introduced' | 'agreed' | 'concluded' | 'declined' | 'vetoed';
  version: number;
  isByHand: boolean;
  isPinned: boolean;
  pinReason: string;
  vetoReason: string;
  score: number | null;
  parts: ScorePartsDto | null;
  placedBy: 'score' | 'exposure' | 'new';
  unmet: RequirementLineDto[];
  stakes: ('works_for_owner' | 'is_taskforce' | 'is_reviewer')[];
  recipients: number;
  invitedAt: string | null;
  remindAt: string | null;
  remindedAt: string | null;
  answeredAt: string | null;
  introducedAt: string | null;
  agreedAt: string | null;
  concludedAt: string | null;
  personal: string;
  answeredBy: string | null;
  declineReason: 'no_time' | 'not_our_work' | 'too_small' | 'terms' | 'conflict' | 'other' | null;
  words: string;
  outcome: SuggestionOutcomeDto | null;
}

export interface MatchBoardDto {
  challengeId: string;
  challengeTitle: string;
  ownerName: string;
  closesAt: string | null;
  isOpen: boolean;
  items: CandidateDto[];
  now: string;
}

export interface JudgeCandidateDto {
  organisationId: string;
  act: 'add' | 'pin' | 'unpin' | 'veto' | 'lift_veto';
  reason: string;
}

export interface FoundSmeDto {
  organisationId: string;
  organisationName: string;
  city: string;
}

export interface FoundSmesDto {
  items: FoundSmeDto[];
}

export interface InviteSmesDto {
  organisationIds: string[];
  personal: string;
  remindAfterDays: number | null;
}

export interface InvitationMailDto {
  to: string;
  locale: 'nl' | 'en';
  subject: string;
  text: string;
}

export interface InvitationPreviewDto {
  organisationId: string;
  organisationName: string;
  problem: 'nobody' | 'already' | 'vetoed' | null;
  mails: InvitationMailDto[];
}

export interface InvitationPreviewsDto {
  items: InvitationPreviewDto[];
}

export interface InvitedDto {
  invited: number;
  board: MatchBoardDto;
}

export interface BoardStepDto {
  step: 'introduce' | 'agree';
  version: number;
  words: string;
}

export interface ConcludeDto {
  kind: 'order' | 'pilot' | 'research' | 'talks' | 'nothing';
  on: string;
  words: string;
  version: number;
}

export interface ContactDto {
  name: string;
  email: string;
}

export interface MyInvitationDto {
  id: string;
  state: 'suggested' | 'invited' | 'interested' | 'introduced' | 'agreed' | 'concluded' | 'declined' | 'vetoed';
  organisationName: string;
  challengeId: string;
  challengeSlug: string;
  challengeTitle: string;
  summary: string;
  ownerName: string;
  closesAt: string | null;
  personal: string;
  invitedAt: string;
  answeredAt: string | null;
  declineReason: 'no_time' | 'not_our_work' | 'too_small' | 'terms' | 'conflict' | 'other' | null;
  words: string;
  canAccept: boolean;
  canDecline: boolean;
  contact: ContactDto | null;
  outcome: SuggestionOutcomeDto | null;
}

export interface MyInvitationsDto {
  items: MyInvitationDto[];
  now: string;
}

export interface AnswerInvitationDto {
  answer: 'interested' | 'declined';
  reason: 'no_time' | 'not_our_work' | 'too_small' | 'terms' | 'conflict' | 'other' | null;
  words: string;
}

export interface OnTheWayDto {
  id: string;
  organisationName: string;
  state: 'suggested' | 'invited' | 'interested' | 'introduced' | 'agreed' | 'concluded' | 'declined' | 'vetoed';
  since: string;
  outcome: SuggestionOutcomeDto | null;
}

export interface OnTheWayListDto {
  items: OnTheWayDto[];
}

export interface OfferedSlotDto {
  startsAt: string;
  minutes: number;
  place: string;
  id: string;
}

export interface SlotDto {
  startsAt: string;
  minutes: number;
  place: string;
}

export interface AppointmentDto {
  id: string;
  state: 'offered' | 'refused' | 'fixed' | 'cancelled';
  arrangedAs: 'taskforce' | 'owner';
  slots: OfferedSlotDto[];
  meeting: SlotDto | null;
  words: string;
  wordsOf: 'taskforce' | 'owner' | 'sme' | 'clock';
  version: number;
}

export interface AppointmentPageDto {
  suggestionId: string;
  side: 'taskforce' | 'owner' | 'sme';
  ownerName: string;
  smeName: string;
  appointment: AppointmentDto | null;
  steps: ('offer' | 'choose' | 'refuse' | 'move' | 'cancel')[];
  now: string;
}

export interface OfferSlotsDto {
  slots: SlotDto[];
  words: string;
  version: number;
}

export interface ChooseSlotDto {
  slotId: string;
}

export interface AppointmentWordsDto {
  words: string;
  version: number;
}

export interface MoveAppointmentDto {
  startsAt: string;
  minutes: number;
  place: string;
  words: string;
  version: number;
}

export interface AskTeamGapDto {
  partnerIds: string[];
  q: string;
}

export interface TeamMemberDto {
  organisationId: string;
  organisationName: string;
  city: string;
  isOwn: boolean;
}

export interface GapReasonDto {
  organisationName: string;
  state: 'covered' | 'weak';
  found: string;
  documentTitle: string | null;
}

export interface GapLineDto {
  kind: 'capability' | 'theme' | 'certificate' | 'region' | 'trl';
  asked: string;
  state: 'covered' | 'weak' | 'missing';
  reasons: GapReasonDto[];
}

export interface GapFillerDto {
  organisationId: string;
  organisationName: string;
  city: string;
  lines: number[];
}

export interface GapSetDto {
  members: GapFillerDto[];
}

export interface TeamPartyDto {
  organisationId: string;
  organisationName: string;
  city: string;
}

export interface TeamGapDto {
  challengeId: string;
  challengeSlug: string;
  challengeTitle: string;
  closesAt: string | null;
  team: TeamMemberDto[];
  lines: GapLineDto[];
  sets: GapSetDto[];
  hasMoreSets: boolean;
  nobody: number[];
  fillers: GapFillerDto[];
  found: TeamPartyDto[];
  lookedAt: number;
}

export interface PartnerCallDto {
  id: string;
  challengeSlug: string;
  challengeTitle: string;
  organisationName: string;
  brings: string;
  seeks: string;
  capabilities: string[];
  endsAt: string;
  state: 'open' | 'ended' | 'withdrawn';
  withdrawReason: string;
  isOwn: boolean;
  hasAnswered: boolean;
  fits: string[];
}

export interface PartnerContactDto {
  name: string;
  email: string;
}

export interface PartnerAnswerDto {
  id: string;
  organisationName: string;
  words: string;
  state: 'waiting' | 'accepted' | 'declined';
  createdAt: string;
  contact: PartnerContactDto | null;
}

export interface OwnPartnerCallDto {
  call: PartnerCallDto;
  answers: PartnerAnswerDto[];
}

export interface GivenPartnerAnswerDto {
  call: PartnerCallDto;
  answer: PartnerAnswerDto;
}

export interface MyPartnerCallsDto {
  own: OwnPartnerCallDto[];
  given: GivenPartnerAnswerDto[];
  fitting: PartnerCallDto[];
}

export interface PartnerCallsDto {
  items: PartnerCallDto[];
}

export interface PlacePartnerCallDto {
  brings: string;
  seeks: string;
  capabilities: string[];
  lastDay: string;
}

export interface AnswerPartnerCallDto {
  words: string;
}

export interface DecidePartnerAnswerDto {
  accepts: boolean;
}

export interface WithdrawPartnerCallDto {
  reason: string;
}

export interface ListedTermDto {
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  code: string;
  broader: string;
  nl: string;
  en: string;
  isActive: boolean;
}

export interface ListedTermsDto {
  version: number;
  terms: ListedTermDto[];
}

export interface TermDto {
  nl: string;
  en: string;
  synonymsNl: string[];
  synonymsEn: string[];
  notation: string;
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  code: string;
  broader: string;
  state: 'active' | 'retired' | 'merged';
  replacedBy: string;
}

export interface TaxonomyDto {
  version: number;
  terms: TermDto[];
}

export interface AddTermDto {
  nl: string;
  en: string;
  synonymsNl: string[];
  synonymsEn: string[];
  notation: string;
  version: number;
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  broader: string;
}

export interface ChangeTermDto {
  nl: string;
  en: string;
  synonymsNl: string[];
  synonymsEn: string[];
  notation: string;
  version: number;
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  code: string;
}

export interface TermStepDto {
  version: number;
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  code: string;
  step: 'retire' | 'restore' | 'merge';
  into?: string;
}

export interface TaxonomyFileDto {
  format: 'csv' | 'turtle' | 'rdf_xml';
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  text: string;
}

export interface TermChangeDto {
  before: TermDto;
  after: TermDto;
}

export interface RefusedLineDto {
  line: number;
  what: string;
  why:
    | 'unknown_list'
    | 'bad_code'
    | 'twice'
    | 'no_words'
    | 'bad_words'
    | 'too_long'
    | 'too_many'
    | 'closed_list'
    | 'bad_state'
    | 'no_broader'
    | 'no_successor';
}

export interface TaxonomyPlanDto {
  version: number;
  added: TermDto[];
  changed: TermChangeDto[];
  same: number;
  refused: RefusedLineDto[];
}

export interface ImportTaxonomyDto {
  format: 'csv' | 'turtle' | 'rdf_xml';
  scheme: 'theme' | 'capability' | 'certificate' | 'company_size' | 'region' | 'readiness' | 'sbi_2025';
  text: string;
  version: number;
}

export interface PairDto {
  nl: string;
  en: string;
  synonymsNl: string[];
  synonymsEn: string[];
  broader: string[];
  id: string;
}

export interface GlossaryDto {
  version: number;
  items: PairDto[];
  next: string | null;
}

export interface GlossaryFileDto {
  text: string;
}

export interface PairWordsDto {
  nl: string;
  en: string;
  synonymsNl: string[];
  synonymsEn: string[];
  broader: string[];
}

export interface PairChangeDto {
  before: PairWordsDto;
  after: PairWordsDto;
}

export interface RefusedPairDto {
  line: number;
  what: string;
  why: 'no_words' | 'bad_words' | 'too_long' | 'too_many' | 'twice';
}

export interface GlossaryPlanDto {
  version: number;
  added: PairWordsDto[];
  changed: PairChangeDto[];
  same: number;
  refused: RefusedPairDto[];
}

export interface ImportGlossaryDto {
  text: string;
  version: number;
}

export interface WordChangeDto {
  before: string | null;
  after: string | null;
}

export interface VersionDto {
  number: number;
  step: 'delivered' | 'added' | 'changed' | 'retired' | 'restored' | 'merged' | 'imported' | 'removed';
  madeBy: string | null;
  madeAt: string;
  changes: WordChangeDto[];
  changeCount: number;
}

export interface VersionsDto {
  items: VersionDto[];
  next: number | null;
}

export interface OutcomeLineDto {
  side: 'sme' | 'owner' | 'taskforce';
  months: number | null;
  kind: 'order' | 'pilot' | 'research' | 'talks' | 'nothing';
  euros: 'to_10k' | 'to_50k' | 'to_250k' | 'to_1m' | 'over_1m' | null;
  on: string;
  words: string;
  reportedAt: string;
}

export interface MomentDto {
  months: number;
  dueAt: string;
  isAsked: boolean;
  sme: OutcomeLineDto | null;
  owner: OutcomeLineDto | null;
  differences: ('kind' | 'euros')[];
}

export interface CollaborationDto {
  id: string;
  challengeId: string;
  challengeTitle: string;
  ownerName: string;
  organisationId: string;
  organisationName: string;
  beganAt: string;
  isDisputed: boolean;
  moments: MomentDto[];
  noted: OutcomeLineDto[];
}

export interface CollaborationsDto {
  items: CollaborationDto[];
  next: string | null;
}

export interface NoteOutcomeDto {
  kind: 'order' | 'pilot' | 'research' | 'talks' | 'nothing';
  euros: 'to_10k' | 'to_50k' | 'to_250k' | 'to_1m' | 'over_1m' | null;
  words: string;
  on: string;
}

export interface CheckInLinkDto {
  token: string;
}

export interface AskedDto {
  side: 'sme' | 'owner';
  months: number;
  challengeTitle: string;
  partnerName: string;
  ownName: string;
  answer: OutcomeLineDto | null;
}

export interface AnswerCheckInDto {
  kind: 'order' | 'pilot' | 'research' | 'talks' | 'nothing';
  euros: 'to_10k' | 'to_50k' | 'to_250k' | 'to_1m' | 'over_1m' | null;
  words: string;
  token: string;
}

export interface CellDto {
  key: string;
  count: number | null;
}

export interface FigureDto {
  kind: 'challenges' | 'proposals' | 'matches' | 'outcomes';
  total: number | null;
  months: CellDto[];
  themes: CellDto[];
  regions: CellDto[];
}

export interface FiguresDto {
  year: number;
  years: number[];
  figures: FigureDto[];
  outcomes: CellDto[];
  daysToDecision: number | null;
}

export interface LearningFigureDto {
  week: number | null;
  asked: 'nl' | 'en' | null;
  offered: 'nl' | 'en' | null;
  challenges: number;
  acceptPercent: number | null;
  rankThousandths: number | null;
}

export interface ExposureMeanDto {
  smes: number;
  meanTenths: number | null;
}

export interface ExposureQuarterDto {
  quarter: number;
  smes: number;
  giniThousandths: number | null;
  neverPercent: number;
  newcomers: ExposureMeanDto;
  others: ExposureMeanDto;
}

export interface TaskforceFiguresDto {
  year: number;
  years: number[];
  figures: FigureDto[];
  outcomes: CellDto[];
  daysToDecision: number | null;
  funnel: CellDto[];
  learning: LearningFigureDto[];
  exposure: ExposureQuarterDto[];
}

export interface MeetingEventDto {
  id: string;
  title: string;
  place: string;
  startsAt: string;
  state: 'draft' | 'published' | 'cancelled';
  challenges: number;
  smes: number;
  meetings: number;
}

export interface MeetingEventsDto {
  items: MeetingEventDto[];
}

export interface MeetingEventPlanDto {
  titleNl: string;
  titleEn: string;
  place: string;
  date: string;
  time: string;
  occurrence?: 'first' | 'second';
  slots: number;
  slotMinutes: number;
  pauseMinutes: number;
  tables: number;
  scoreBarPercent: number;
}

export interface MeetingPartyDto {
  id: string;
  kind: 'challenge' | 'sme';
  challengeId: string | null;
  organisationId: string;
  organisationName: string;
  challengeTitle: string;
  minMeetings: number;
  maxMeetings: number;
  busy: number[];
  isOut: boolean;
}

export interface MeetingWishDto {
  challengePartyId: string;
  smePartyId: string;
  rule: 'wanted' | 'forbidden' | 'pinned';
  slot: number | null;
}

export interface PlannedMeetingDto {
  id: string;
  challengePartyId: string;
  smePartyId: string;
  slot: number;
  table: number;
  score: number;
}

export interface TimetableRunDto {
  state: 'asked' | 'running' | 'done' | 'failed';
  askedAt: string;
  gap: number | null;
  total: number | null;
  missing: number | null;
  moved: number | null;
}

export interface UntoldDto {
  added: number;
  moved: number;
  dropped: number;
}

export interface MeetingEventPageDto {
  titleNl: string;
  titleEn: string;
  place: string;
  date: string;
  time: string;
  occurrence?: 'first' | 'second';
  slots: number;
  slotMinutes: number;
  pauseMinutes: number;
  tables: number;
  scoreBarPercent: number;
  id: string;
  state: 'draft' | 'published' | 'cancelled';
  cancelReason: string;
  version: number;
  times: SlotDto[];
  parties: MeetingPartyDto[];
  wishes: MeetingWishDto[];
  meetings: PlannedMeetingDto[];
  run: TimetableRunDto | null;
  untold: UntoldDto;
}

export interface ChangeMeetingEventDto {
  titleNl: string;
  titleEn: string;
  place: string;
  date: string;
  time: string;
  occurrence?: 'first' | 'second';
  slots: number;
  slotMinutes: number;
  pauseMinutes: number;
  tables: number;
  scoreBarPercent: number;
  version: number;
}

export interface EventChallengeDto {
  challengeId: string;
  title: string;
  ownerName: string;
}

export interface EventSmeDto {
  organisationId: string;
  name: string;
  bestScore: number;
  fits: number;
}

export interface EventCandidatesDto {
  challenges: EventChallengeDto[];
  smes: EventSmeDto[];
}

export interface ChoosePartiesDto {
  version: number;
  challengeIds: string[];
  organisationIds: string[];
}

export interface ChangePartyDto {
  version: number;
  minMeetings: number;
  maxMeetings: number;
  busy: number[];
  isOut: boolean;
}

export interface WishDto {
  version: number;
  challengePartyId: string;
  smePartyId: string;
  rule: 'wanted' | 'forbidden' | 'pinned' | null;
  slot?: number;
}

export interface AskTimetableDto {
  version: number;
  basis: 'fresh' | 'present';
}

export interface MeetingEventStepDto {
  version: number;
}

export interface CancelMeetingEventDto {
  version: number;
  reason: string;
}

export interface MyMeetingDto {
  id: string;
  eventTitle: string;
  challengeTitle: string;
  partnerName: string;
  place: string;
  startsAt: string;
  endsAt: string;
  table: number;
  state: 'standing' | 'cancelled';
  isPast: boolean;
}

export interface MyIntroductionDto {
  id: string;
  suggestionId: string;
  challengeId: string;
  side: 'owner' | 'sme';
  challengeTitle: string;
  partnerName: string;
  place: string;
  startsAt: string;
  endsAt: string;
  state: 'standing' | 'cancelled';
  isPast: boolean;
}

export interface MyMeetingsDto {
  items: MyMeetingDto[];
  introductions: MyIntroductionDto[];
  now: string;
}

export interface SubscribeDto {
  name?: string;
  themes: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  words?: string;
  organisationId?: string | null;
  followsProfile?: boolean;
  frequency: 'at_once' | 'daily' | 'weekly';
  weekday?: number;
  email: string;
  locale: 'nl' | 'en';
}

export interface SubscriptionTokenDto {
  token: string;
}

export interface QuietDatesDto {
  from: string;
  until: string;
}

export interface QuietDaysDto {
  weekends: boolean;
  holidays: boolean;
  dates: QuietDatesDto[];
}

export interface InterestDto {
  id: string;
  name: string;
  themes: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  words: string;
  organisationId: string | null;
  organisationName: string | null;
  followsProfile: boolean;
  frequency: 'at_once' | 'daily' | 'weekly';
  weekday: number;
}

export interface SubscriptionDto {
  email: string;
  state: 'pending' | 'active' | 'unsubscribed' | 'bounced';
  locale: 'nl' | 'en';
  quiet: QuietDaysDto;
  interests: InterestDto[];
  hasAccount: boolean;
  confirmedAt: string | null;
  version: number;
}

export interface KeptInterestDto {
  name?: string;
  themes: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  words?: string;
  organisationId?: string | null;
  followsProfile?: boolean;
  frequency: 'at_once' | 'daily' | 'weekly';
  weekday?: number;
  id?: string;
}

export interface ManageSubscriptionDto {
  locale: 'nl' | 'en';
  quiet?: QuietDaysDto;
  interests: KeptInterestDto[];
  version: number;
  token: string;
}

export interface AccountSubscriptionDto {
  subscription: SubscriptionDto | null;
}

export interface AccountSubscriptionChoicesDto {
  locale: 'nl' | 'en';
  quiet?: QuietDaysDto;
  interests: KeptInterestDto[];
  version?: number;
}

export interface InterestChoicesDto {
  name?: string;
  themes: string[];
  regions: ('groningen' | 'friesland' | 'drenthe' | 'elsewhere')[];
  words?: string;
  organisationId?: string | null;
  followsProfile?: boolean;
  frequency: 'at_once' | 'daily' | 'weekly';
  weekday?: number;
}

export interface FoundWordDto {
  asked: string;
  found: string;
}

export interface ProfileReasonDto {
  themes: string[];
  words: FoundWordDto[];
}

export interface InterestReasonsDto {
  themes: string[];
  region: 'groningen' | 'friesland' | 'drenthe' | 'elsewhere' | null;
  words: FoundWordDto[];
  isOfOrganisation: boolean;
  profile: ProfileReasonDto | null;
}

export interface PreviewItemDto {
  slug: string;
  title: string;
  ownerName: string;
  state:
    | 'draft'
    | 'in_moderation'
    | 'changes_requested'
    | 'scheduled'
    | 'open'
    | 'evaluating'
    | 'decided'
    | 'closed'
    | 'cancelled';
  openedAt: string;
  reasons: InterestReasonsDto;
}

export interface PreviewDto {
  items: PreviewItemDto[];
  days: number;
}

export interface FollowDto {
  isFollowing: boolean;
}

export interface NoticeDto {
  id: string;
  kind:
    | 'password_changed'
    | 'role_granted'
    | 'role_revoked'
    | 'email_changed'
    | 'account_enabled'
    | 'factors_cleared'
    | 'factor_added'
    | 'factor_removed'
    | 'challenge_submitted'
    | 'challenge_changes_requested'
    | 'challenge_approved'
    | 'challenge_opened'
    | 'challenge_stopped_accepting'
    | 'challenge_cancelled'
    | 'proposal_received'
    | 'proposal_pulled_back'
    | 'proposal_withdrawn'
    | 'proposal_left'
    | 'panel_appointed'
    | 'review_assigned'
    | 'review_conflict'
    | 'link_conflict'
    | 'review_reminder'
    | 'review_reopened'
    | 'answer_released'
    | 'answer_question_asked'
    | 'answer_question_replied'
    | 'match_recorded'
    | 'sme_invited'
    | 'sme_reminded'
    | 'sme_vetoed'
    | 'sme_answered'
    | 'introduction'
    | 'appointment_offered'
    | 'appointment_refused'
    | 'appointment_told'
    | 'partner_answered'
    | 'partner_decided'
    | 'partner_call_withdrawn'
    | 'webhook_switched_off'
    | 'meeting_programme'
    | 'match_noted'
    | 'check_in'
    | 'check_in_reminder'
    | 'followed_closing'
    | 'followed_moved'
    | 'followed_cancelled'
    | 'proposal_draft_closing';
  topic:
    | 'security'
    | 'receipts'
    | 'decisions'
    | 'meetings'
    | 'check_ins'
    | 'moderation'
    | 'reviews'
    | 'own_challenges'
    | 'invitations'
    | 'matches'
    | 'following'
    | 'reminders'
    | 'webhooks';
  title: string;
  path: string | null;
  createdAt: string;
  isRead: boolean;
  isMuted: boolean;
  canBeMuted: boolean;
}

export interface NoticesDto {
  items: NoticeDto[];
  next: string | null;
}

export interface UnreadNoticesDto {
  count: number;
}

export interface ReadNoticesDto {
  ids: string[] | null;
}

export interface MuteNoticeDto {
  noticeId: string;
  isMuted: boolean;
}

export interface NoticeChoiceDto {
  topic:
    | 'security'
    | 'receipts'
    | 'decisions'
    | 'meetings'
    | 'check_ins'
    | 'moderation'
    | 'reviews'
    | 'own_challenges'
    | 'invitations'
    | 'matches'
    | 'following'
    | 'reminders'
    | 'webhooks';
  mail: 'at_once' | 'daily' | 'none';
  canBeChosen: boolean;
}

export interface NoticeChoicesDto {
  items: NoticeChoiceDto[];
}

export interface ChooseNoticeDto {
  topic:
    'moderation' | 'reviews' | 'own_challenges' | 'invitations' | 'matches' | 'following' | 'reminders' | 'webhooks';
  mail: 'at_once' | 'daily' | 'none';
}

export interface ChooseNoticesDto {
  choices: ChooseNoticeDto[];
}

export interface MailCountDto {
  state: 'waiting' | 'held' | 'sent' | 'merged' | 'uncertain' | 'failed' | 'suppressed' | 'unwanted';
  mails: number;
}

export interface HeldKindDto {
  kind: string;
  reason: string;
  heldAt: string;
}

export interface OutboxOverviewDto {
  counts: MailCountDto[];
  held: HeldKindDto[];
  /** Every kind of mail. */
  kinds: string[];
}

export interface OutboxMailDto {
  id: string;
  /** Which mail, such as `digest`. */
  kind: string;
  toEmail: string;
  locale: 'nl' | 'en';
  state: 'waiting' | 'held' | 'sent' | 'merged' | 'uncertain' | 'failed' | 'suppressed' | 'unwanted';
  /** Why, in the words of the relay or as a code of ours. */
  reason: string | null;
  /** When it was written. */
  createdAt: string;
  /** When the relay took it. */
  sentAt: string | null;
  /** The mail that this one repeats. */
  resentOf: string | null;
}

export interface OutboxPageDto {
  items: OutboxMailDto[];
  /** Cursor of the next page. */
  next: string | null;
}

export interface MailPageDto {
  id: string;
  /** Which mail, such as `digest`. */
  kind: string;
  toEmail: string;
  locale: 'nl' | 'en';
  state: 'waiting' | 'held' | 'sent' | 'merged' | 'uncertain' | 'failed' | 'suppressed' | 'unwanted';
  /** Why, in the words of the relay or as a code of ours. */
  reason: string | null;
  /** When it was written. */
  createdAt: string;
  /** When the relay took it. */
  sentAt: string | null;
  /** The mail that this one repeats. */
  resentOf: string | null;
  subject: string;
  /** The text part. */
  text: string;
  /** Whether something stands as a marker, or a link lost what makes it work. */
  isVeiled: boolean;
  /** Whether its single-use link still works; true when it has none. */
  isLinkLive: boolean;
  /** Version of its texts; 0 as delivered, null before the first try. */
  templateNumber: number | null;
}

export interface ResentMailDto {
  id: string;
}

export interface MailReasonDto {
  reason: string;
}

export interface StoppedAddressDto {
  id: string;
  email: string;
  reason: 'refused' | 'bounced' | 'complained' | 'by_hand';
  /** What the mail server said, or why an administrator stopped it; may be empty. */
  words: string;
  /** The mail that came back. */
  mailId: string | null;
  stoppedAt: string;
}

export interface StoppedAddressesPageDto {
  items: StoppedAddressDto[];
  /** Cursor of the next page. */
  next: string | null;
}

export interface StopAddressDto {
  email: string;
  reason: string;
}

export interface MailTemplateLineDto {
  kind: string;
  locale: 'nl' | 'en';
  /** Newest version; 0 when nobody changed anything. */
  number: number;
  /** Whether the newest version differs from the delivered texts. */
  isChanged: boolean;
}

export interface MailTemplateListDto {
  items: MailTemplateLineDto[];
}

export interface MailSentenceDto {
  key: string;
  /** As it comes with the product. */
  delivered: string;
  /** As it is now. */
  text: string;
  /** Names that may stand between double braces. */
  placeholders: string[];
  /** Names that must stand there. */
  required: string[];
  max: number;
  isOneLine: boolean;
}

export interface MailPlaceholderDto {
  name: string;
  type: 'text' | 'number' | 'instant' | 'day' | 'role' | 'words';
}

export interface MailTextChangeDto {
  key: string;
  before: string;
  after: string;
}

export interface MailTemplateVersionDto {
  number: number;
  /** Name of who made it. */
  madeBy: string;
  madeAt: string;
  /** The version whose texts were put back; 0 the delivered ones. */
  restoredFrom: number | null;
  changes: MailTextChangeDto[];
}

export interface MailTemplateDto {
  kind: string;
  locale: 'nl' | 'en';
  number: number;
  sentences: MailSentenceDto[];
  placeholders: MailPlaceholderDto[];
  versions: MailTemplateVersionDto[];
}

export interface MailTextDto {
  /** Which sentence, such as `p1`. */
  key: string;
  /** Plain text; names between double braces become values. */
  text: string;
}

export interface SaveMailTemplateDto {
  texts: MailTextDto[];
  /** The newest version when it was read; 0 as delivered. */
  number: number;
}

export interface RestoreMailTemplateDto {
  /** Whose texts to use; 0 for the delivered ones. */
  from: number;
  /** The newest version when it was read. */
  number: number;
}

export interface MailTextsDto {
  texts: MailTextDto[];
}

export interface MailTrialDto {
  subject: string;
  text: string;
}

export interface WebhookDto {
  id: string;
  organisationId: string | null;
  organisationName: string | null;
  url: string;
  kinds: ('challenge.opened' | 'challenge.changed' | 'challenge.closed' | 'challenge.matched')[];
  createdAt: string;
  failingSince: string | null;
  switchedOffBy: 'failing' | 'hand' | null;
  oldSecretUntil: string | null;
}

export interface WebhooksDto {
  items: WebhookDto[];
}

export interface AddWebhookDto {
  organisationId: string | null;
  url: string;
  kinds: ('challenge.opened' | 'challenge.changed' | 'challenge.closed' | 'challenge.matched')[];
}

export interface WebhookWithSecretDto {
  webhook: WebhookDto;
  secret: string;
}

export interface WebhookDeliveryDto {
  id: string;
  messageId: string;
  kind: string;
  state: 'queued' | 'delivered' | 'failed';
  attempts: number;
  createdAt: string;
  attemptedAt: string | null;
  nextAttemptAt: string | null;
  status: number | null;
  ms: number | null;
  fault: 'status' | 'refused' | 'unreachable' | null;
}

export interface WebhookDeliveriesDto {
  items: WebhookDeliveryDto[];
  next: string | null;
}

export interface AuditLineDto {
  /** Name of the line; tells nothing of its place. */
  id: string;
  /** What happened, such as `challenge.approved`. */
  type: string;
  /** The kind of thing it happened to. */
  subjectType: string;
  subjectId: string;
  /** Who did it; null when the clock did. */
  actorName: string | null;
  /** Why, in the words of who did it. */
  reason: string | null;
  /** Request in which it happened, as in our log files; null when the clock did it. */
  requestId: string | null;
  /** When, by the deciding clock. */
  occurredAt: string;
}

export interface AuditPageDto {
  items: AuditLineDto[];
  /** Cursor of the next page. */
  next: string | null;
}

export interface BrokenPromiseDto {
  /** Name of the promise, as the command `check-invariants` knows it. */
  name: string;
  /** How many things break it. */
  breaches: number;
}

export interface NightlyCheckDto {
  night: string;
  /** When it was done; null while it is under way, or was cut off. */
  endedAt: string | null;
  /** How many promises were checked. */
  checked: number;
  /** Empty when every promise is kept. */
  broken: BrokenPromiseDto[];
  /** Lines in the audit log. */
  auditLines: number | null;
  /** Last hash of the audit log: note it elsewhere to prove later that nothing before it changed. */
  auditHead: string | null;
  /** Files that nobody needed any more and that were removed. */
  sweptFiles: number;
}

export interface NightlyChecksDto {
  items: NightlyCheckDto[];
}
