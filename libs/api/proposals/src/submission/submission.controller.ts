import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import { MyProposalDto, SubmissionDto } from '../dto/my-proposal.dto';
import { ProposalStepDto, SubmitProposalDto } from '../dto/proposal-edits.dto';
import { SubmitProposal } from './submit-proposal';
import { TakeBackProposal } from './take-back-proposal';

/** The steps of a proposer: submit, pull back, withdraw. */
@ApiTags('proposals')
@Allow('sme', 'knowledge')
@Controller('my/proposals/:id')
export class SubmissionController {
  constructor(
    private readonly submission: SubmitProposal,
    private readonly takeBack: TakeBackProposal,
  ) {}

  /** The same key again, or the same version again, gives the same receipt. */
  @Post('submission')
  @HttpCode(200)
  @ApiOkResponse({ type: SubmissionDto })
  submit(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: SubmitProposalDto,
  ): Promise<SubmissionDto> {
    return this.submission.run(actor, id, input);
  }

  @Post('pull-back')
  @HttpCode(200)
  @ApiOkResponse({ type: MyProposalDto })
  pullBack(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ProposalStepDto,
  ): Promise<MyProposalDto> {
    return this.takeBack.pullBack(actor, id, input);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @ApiOkResponse({ type: MyProposalDto })
  withdraw(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ProposalStepDto,
  ): Promise<MyProposalDto> {
    return this.takeBack.withdraw(actor, id, input);
  }
}
