import { Module } from '@nestjs/common';
import { ChallengeClock, ChallengeSteps, ChallengesModule } from '@htsm/api/challenges';
import { SaveDraft } from './drafts/save-draft';
import { StartProposal } from './drafts/start-proposal';
import { OpeningsController } from './openings/openings.controller';
import { Openings } from './openings/openings.service';
import { ProposalFilesController } from './files/proposal-files.controller';
import { ProposalFiles } from './files/proposal-files.service';
import { MyProposalsController } from './my-proposals.controller';
import { MyProposals } from './my-proposals.service';
import { ProposalsRepository } from './proposals.repository';
import { ReceiptSigner } from './receipts/receipt-signer';
import { ReceiptsController } from './receipts/receipts.controller';
import { ReceiptsRepository } from './receipts/receipts.repository';
import { Receipts } from './receipts/receipts.service';
import { StartReviews } from './start-reviews';
import { tellProposers } from './tell-proposers';
import { ProposalSteps } from './submission/proposal-steps';
import { SubmissionController } from './submission/submission.controller';
import { SubmitProposal } from './submission/submit-proposal';
import { TakeBackProposal } from './submission/take-back-proposal';

/** The proposals room: drafts, files, submission with receipt; later rooms get the files. */
@Module({
  imports: [ChallengesModule],
  controllers: [
    MyProposalsController,
    ProposalFilesController,
    SubmissionController,
    ReceiptsController,
    OpeningsController,
  ],
  providers: [
    ProposalsRepository,
    ReceiptsRepository,
    ReceiptSigner,
    ProposalSteps,
    MyProposals,
    StartProposal,
    SaveDraft,
    ProposalFiles,
    SubmitProposal,
    TakeBackProposal,
    Receipts,
    Openings,
    StartReviews,
  ],
  exports: [Openings, ProposalFiles, StartProposal, SaveDraft, SubmitProposal, TakeBackProposal, StartReviews],
})
export class ProposalsModule {
  constructor(clock: ChallengeClock, steps: ChallengeSteps, reviews: StartReviews) {
    clock.onStoppedAccepting((tx, challengeId) => reviews.run(tx, challengeId));
    steps.follow('cancel', tellProposers);
  }
}
