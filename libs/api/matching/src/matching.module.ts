import { Module } from '@nestjs/common';
import { ChallengesModule } from '@htsm/api/challenges';
import { AppointmentMails } from './appointments/appointment-mails';
import { AppointmentRun } from './appointments/appointment-run';
import { AppointmentSteps } from './appointments/appointment-steps';
import { AppointmentsController } from './appointments/appointments.controller';
import { AppointmentsRepository } from './appointments/appointments.repository';
import { Appointments } from './appointments/appointments.service';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { Board } from './board/board.service';
import { FairLists } from './exposure/fair-lists';
import { FiguresController, TaskforceFiguresController } from './figures/figures.controller';
import { FiguresRepository } from './figures/figures.repository';
import { Figures } from './figures/figures.service';
import { TaskforceMatchesController } from './matches/matches.controller';
import { MatchesRepository } from './matches/matches.repository';
import { Matches } from './matches/matches.service';
import { MyMatchesController } from './matches/my-matches.controller';
import { RecordMatch } from './matches/record-match';
import { AskCheckIns } from './outcomes/ask-check-ins';
import { CheckIns } from './outcomes/check-ins.service';
import { LedgerRepository } from './outcomes/ledger.repository';
import { Ledger } from './outcomes/ledger.service';
import { CheckInsController, CollaborationsController } from './outcomes/outcomes.controller';
import { CallPartners } from './partner-calls/call-partners';
import { ModerateCalls } from './partner-calls/moderate-calls';
import { PartnerCallMails } from './partner-calls/partner-call-mails';
import { PartnerCallSteps } from './partner-calls/partner-call-steps';
import { ModeratedCallsController, PartnerCallsController } from './partner-calls/partner-calls.controller';
import { PartnerCallsRepository } from './partner-calls/partner-calls.repository';
import { PartnerCalls } from './partner-calls/partner-calls.service';
import { ProfileDocuments } from './profiles/profile-documents.service';
import { MyProfileController, TaskforceProfilesController } from './profiles/profiles.controller';
import { ProfilesRepository } from './profiles/profiles.repository';
import { Profiles } from './profiles/profiles.service';
import {
  MyRecommendationsController,
  TaskforceRecommendationsController,
} from './recommendations/recommendations.controller';
import { RecommendationsRepository } from './recommendations/recommendations.repository';
import { Recommendations } from './recommendations/recommendations.service';
import { Introduce } from './suggestions/introduce';
import { InviteSmes } from './suggestions/invite-smes';
import { MatchBoardController, SuggestionStepsController } from './suggestions/match-board.controller';
import { MatchBoard } from './suggestions/match-board.service';
import { MyInvitationsController, OnTheWayController } from './suggestions/my-invitations.controller';
import { MyInvitations } from './suggestions/my-invitations.service';
import { OnTheWay } from './suggestions/on-the-way.service';
import { RemindInvited } from './suggestions/remind-invited';
import { SuggestionMails } from './suggestions/suggestion-mails';
import { SuggestionSteps } from './suggestions/suggestion-steps';
import { SuggestionsRepository } from './suggestions/suggestions.repository';
import { GlossaryController } from './taxonomy/glossary.controller';
import { GlossaryRepository } from './taxonomy/glossary.repository';
import { Glossary } from './taxonomy/glossary.service';
import { ListedTerms, ListedTermsController } from './taxonomy/listed-terms';
import { TaxonomyController } from './taxonomy/taxonomy.controller';
import { TaxonomyRepository } from './taxonomy/taxonomy.repository';
import { Taxonomy } from './taxonomy/taxonomy.service';
import { VocabularyHistory } from './taxonomy/vocabulary-history';
import { VocabularyVersions } from './taxonomy/vocabulary-versions';
import { TeamGapAnalysis } from './teams/team-gap-analysis';
import { TeamGapsController } from './teams/team-gaps.controller';
import { TeamGaps } from './teams/team-gaps.service';
import { TeamOffersRepository } from './teams/team-offers.repository';
import { TeamReader } from './teams/team-reader';

/** The matching room: who fits which challenge, what came of awards, and the board of the taskforce, which knows every earlier room. */
@Module({
  imports: [ChallengesModule],
  controllers: [
    BoardController,
    TaskforceMatchesController,
    MyMatchesController,
    MyProfileController,
    TaskforceProfilesController,
    MyRecommendationsController,
    TaskforceRecommendationsController,
    MatchBoardController,
    SuggestionStepsController,
    MyInvitationsController,
    OnTheWayController,
    AppointmentsController,
    TeamGapsController,
    PartnerCallsController,
    ModeratedCallsController,
    ListedTermsController,
    TaxonomyController,
    GlossaryController,
    CollaborationsController,
    CheckInsController,
    FiguresController,
    TaskforceFiguresController,
  ],
  providers: [
    Board,
    BoardRepository,
    Matches,
    MatchesRepository,
    RecordMatch,
    Profiles,
    ProfileDocuments,
    ProfilesRepository,
    Recommendations,
    RecommendationsRepository,
    ListedTerms,
    Taxonomy,
    TaxonomyRepository,
    Glossary,
    GlossaryRepository,
    VocabularyHistory,
    VocabularyVersions,
    MatchBoard,
    InviteSmes,
    Introduce,
    RemindInvited,
    MyInvitations,
    OnTheWay,
    SuggestionMails,
    SuggestionSteps,
    SuggestionsRepository,
    Appointments,
    AppointmentMails,
    AppointmentRun,
    AppointmentSteps,
    AppointmentsRepository,
    CallPartners,
    ModerateCalls,
    PartnerCalls,
    PartnerCallMails,
    PartnerCallSteps,
    PartnerCallsRepository,
    TeamGapAnalysis,
    TeamGaps,
    TeamOffersRepository,
    TeamReader,
    Ledger,
    LedgerRepository,
    CheckIns,
    AskCheckIns,
    Figures,
    FiguresRepository,
    FairLists,
  ],
  exports: [
    Appointments,
    AppointmentRun,
    CallPartners,
    ModerateCalls,
    MatchBoard,
    InviteSmes,
    Introduce,
    RemindInvited,
    MyInvitations,
    RecordMatch,
    Matches,
    Profiles,
    ProfileDocuments,
    Ledger,
    CheckIns,
    AskCheckIns,
  ],
})
export class MatchingModule {}
