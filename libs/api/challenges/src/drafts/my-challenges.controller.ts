import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import {
  Allow,
  CurrentLocale,
  CurrentUser,
  IdParam,
  Idempotent,
  LimitVisitor,
  type UserActor,
  type VisitorLimit,
} from '@htsm/api/core';
import { ChangeChallengeDto } from '../dto/challenge-fields.dto';
import { ReplaceCriteriaDto } from '../dto/criterion.dto';
import { ChallengeDossierDto, ChallengeRowsDto } from '../dto/dossier.dto';
import { ChallengeRowsQueryDto, ChallengeVersionDto, CreateChallengeDto, ReasonDto } from '../dto/steps.dto';
import { ChallengeDrafts } from './challenge-drafts.service';
import { RemoveDraft } from './remove-draft';

/** Per person; of proposals there is one for each challenge anyway. */
const DRAFT_LIMIT: VisitorLimit = { purpose: 'challenge_draft', hits: 300, windowS: 3600 };

/** Challenges of the reader's own organisations. */
@ApiTags('my challenges')
@Controller('my/challenges')
@Allow('company', 'knowledge')
export class MyChallengesController {
  constructor(
    private readonly drafts: ChallengeDrafts,
    private readonly removeDraft: RemoveDraft,
  ) {}

  @Post()
  @Idempotent()
  @LimitVisitor(DRAFT_LIMIT)
  @ApiCreatedResponse({ type: ChallengeDossierDto })
  create(
    @CurrentUser() actor: UserActor,
    @Body() input: CreateChallengeDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.createDraft(actor, input, locale);
  }

  @Get()
  @ApiOkResponse({ type: ChallengeRowsDto })
  list(
    @CurrentUser() actor: UserActor,
    @Query() query: ChallengeRowsQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeRowsDto> {
    return this.drafts.listOwn(actor, query, locale);
  }

  @Get(':id')
  @ApiOkResponse({ type: ChallengeDossierDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.readOwn(actor, id, locale);
  }

  @Patch(':id')
  @ApiOkResponse({ type: ChallengeDossierDto })
  change(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChangeChallengeDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.changeFields(actor, id, input, locale);
  }

  /** Throws a draft away for good; a challenge that was ever sent in stays. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.removeDraft.remove(actor, id);
  }

  @Put(':id/criteria')
  @ApiOkResponse({ type: ChallengeDossierDto })
  replaceCriteria(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ReplaceCriteriaDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.replaceCriteria(actor, id, input, locale);
  }

  /** Sends the challenge to the taskforce; a repeated request changes nothing. */
  @Post(':id/submission')
  @HttpCode(200)
  @ApiOkResponse({ type: ChallengeDossierDto })
  submit(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChallengeVersionDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.submit(actor, id, input.version, locale);
  }

  /** Takes the challenge back before it opens. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @ApiOkResponse({ type: ChallengeDossierDto })
  cancel(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ReasonDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ChallengeDossierDto> {
    return this.drafts.cancelOwn(actor, id, input, locale);
  }
}
