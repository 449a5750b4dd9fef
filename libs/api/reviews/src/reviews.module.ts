import { Module } from '@nestjs/common';
import { AccountsModule } from '@htsm/api/accounts';
import { ChallengesModule } from '@htsm/api/challenges';
import { ProposalsModule } from '@htsm/api/proposals';
import { ApplyPlan } from './assigning/apply-plan';
import { AssignPairs } from './assigning/assign-pairs';
import { AssignReviewers } from './assigning/assign-reviewers';
import { AssignmentPlanController } from './assigning/assignment-plan.controller';
import { AssignmentThread } from './assigning/assignment-thread';
import { AssignmentsController } from './assigning/assignments.controller';
import { AssignmentsRepository } from './assigning/assignments.repository';
import { CheckTasks } from './assigning/check-tasks';
import { GiveTasks } from './assigning/give-tasks';
import { ImportAssignments } from './assigning/import-assignments';
import { PlanAssignments } from './assigning/plan-assignments';
import { RemindLate } from './assigning/remind-late';
import { ReviewerReminders } from './assigning/reviewer-reminders';
import { TaskforceProposalsController } from './assigning/taskforce-proposals.controller';
import { Assignments } from './assigning/assignments.service';
import { TendAssignments } from './assigning/tend-assignments';
import { AnswersController } from './deciding/answers.controller';
import { BidsController } from './bids/bids.controller';
import { BidsRepository } from './bids/bids.repository';
import { Bids } from './bids/bids.service';
import { Answers } from './deciding/answers.service';
import { ChooseAnchor } from './deciding/choose-anchor';
import { CloseChallenge } from './deciding/close-challenge';
import { DecisionRecords } from './deciding/decision-records';
import { DecideOutcome } from './deciding/decide-outcome';
import { DecisionsController } from './deciding/decisions.controller';
import { DecisionsRepository } from './deciding/decisions.repository';
import { DraftLetters } from './deciding/draft-letters';
import { PreviewAnswer } from './deciding/preview-answer';
import { RankingController } from './deciding/ranking.controller';
import { RankingFiles } from './deciding/ranking-files';
import { RankingRepository } from './deciding/ranking.repository';
import { Ranking } from './deciding/ranking.service';
import { ReleaseAnswers } from './deciding/release-answers';
import { WriteDecision } from './deciding/write-decision';
import { MyExpertiseController, ReviewerFitsController } from './expertise/expertise.controller';
import { ExpertiseRepository } from './expertise/expertise.repository';
import { Expertise } from './expertise/expertise.service';
import { AssignedProposals } from './desk/assigned-proposals';
import { DeclareConflict } from './desk/declare-conflict';
import { MyReviewsController } from './desk/my-reviews.controller';
import { ReviewDesk } from './desk/review-desk.service';
import { ReviewsRepository } from './desk/reviews.repository';
import { ReviewPackController } from './pack/review-pack.controller';
import { ReviewPack } from './pack/review-pack.service';
import { WriteReview } from './desk/write-review';
import { AskOntoPanel } from './panels/ask-onto-panel';
import { ChallengePanels } from './panels/challenge-panels';
import { ConflictsController } from './panels/conflicts.controller';
import { ConflictsRepository } from './panels/conflicts.repository';
import { Conflicts } from './panels/conflicts.service';
import { ExpertsController, PanelInvitationsController } from './panels/experts.controller';
import { InviteExpert } from './panels/invite-expert';
import { JoinPanel } from './panels/join-panel';
import { LinkConflicts } from './panels/link-conflicts';
import { LinksController } from './panels/links.controller';
import { LinksRepository } from './panels/links.repository';
import { Links } from './panels/links.service';
import { OpenPanel } from './panels/open-panel';
import { PanelAppointments } from './panels/panel-appointments';
import { PanelInvitationsRepository } from './panels/panel-invitations.repository';
import { Waivers } from './panels/waivers.service';
import { Blinding } from './reading/blinding';
import { AnswerQuestionsController } from './questions/answer-questions.controller';
import { AnswerQuestionsRepository } from './questions/answer-questions.repository';
import { AnswerQuestions } from './questions/answer-questions.service';
import { JudgedChallengesRepository } from './reading/judged-challenges.repository';
import { JudgedProposalsRepository } from './reading/judged-proposals.repository';
import { PartiesController } from './reading/parties.controller';
import { Parties } from './reading/parties.service';
import { ProposalFiles } from './reading/proposal-files.service';
import { ReleasedRepository } from './reading/released.repository';
import { ReviewNews } from './review-news';

/** The reviews room: assigning, judging, deciding and the answers. */
@Module({
  imports: [AccountsModule, ChallengesModule, ProposalsModule],
  controllers: [
    AssignmentsController,
    AssignmentPlanController,
    TaskforceProposalsController,
    MyReviewsController,
    ReviewPackController,
    AnswersController,
    AnswerQuestionsController,
    DecisionsController,
    RankingController,
    MyExpertiseController,
    PartiesController,
    ConflictsController,
    BidsController,
    ExpertsController,
    PanelInvitationsController,
    LinksController,
    ReviewerFitsController,
  ],
  providers: [
    ApplyPlan,
    AssignPairs,
    ImportAssignments,
    AssignReviewers,
    AssignmentThread,
    Bids,
    BidsRepository,
    CheckTasks,
    GiveTasks,
    PlanAssignments,
    RemindLate,
    ReviewerReminders,
    Assignments,
    AssignmentsRepository,
    TendAssignments,
    Answers,
    AnswerQuestions,
    AnswerQuestionsRepository,
    ChooseAnchor,
    CloseChallenge,
    DecideOutcome,
    DecisionRecords,
    DecisionsRepository,
    Ranking,
    RankingFiles,
    RankingRepository,
    ReleaseAnswers,
    WriteDecision,
    DraftLetters,
    PreviewAnswer,
    AssignedProposals,
    ReviewPack,
    DeclareConflict,
    Expertise,
    ExpertiseRepository,
    ChallengePanels,
    Conflicts,
    ConflictsRepository,
    AskOntoPanel,
    OpenPanel,
    InviteExpert,
    JoinPanel,
    LinkConflicts,
    Links,
    LinksRepository,
    PanelAppointments,
    PanelInvitationsRepository,
    Waivers,
    ReviewDesk,
    ReviewsRepository,
    WriteReview,
    Blinding,
    JudgedChallengesRepository,
    JudgedProposalsRepository,
    Parties,
    ProposalFiles,
    ReleasedRepository,
    ReviewNews,
  ],
  exports: [
    RemindLate,
    AssignReviewers,
    Links,
    Bids,
    ChallengePanels,
    InviteExpert,
    Waivers,
    DeclareConflict,
    Expertise,
    WriteReview,
    DecideOutcome,
    Answers,
    AnswerQuestions,
    DraftLetters,
    ReleaseAnswers,
    ChooseAnchor,
    CloseChallenge,
  ],
})
export class ReviewsModule {}
