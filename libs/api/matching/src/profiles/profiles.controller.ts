import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AddProfileDocumentDto,
  ChangeProfileDocumentDto,
  ChangeProfileDto,
  ProfileDocumentDto,
  ProfileDto,
  ProfileQueryDto,
} from '../dto/profile.dto';
import { ProfileDocuments } from './profile-documents.service';
import { Profiles } from './profiles.service';

/** The profile of one's own SME or knowledge institute. */
@ApiTags('matching')
@Controller('my/profile')
@Allow('sme', 'knowledge')
export class MyProfileController {
  constructor(
    private readonly profiles: Profiles,
    private readonly documents: ProfileDocuments,
  ) {}

  @Get()
  @ApiOkResponse({ type: ProfileDto })
  read(
    @CurrentUser() actor: UserActor,
    @Query() query: ProfileQueryDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ProfileDto> {
    return this.profiles.readOwn(actor, query.organisationId, locale);
  }

  @Put()
  @ApiOkResponse({ type: ProfileDto })
  change(
    @CurrentUser() actor: UserActor,
    @Body() input: ChangeProfileDto,
    @CurrentLocale() locale: Locale,
  ): Promise<ProfileDto> {
    return this.profiles.change(actor, input, locale);
  }

  @Post('documents')
  @Idempotent()
  @ApiCreatedResponse({ type: ProfileDocumentDto })
  add(@CurrentUser() actor: UserActor, @Body() input: AddProfileDocumentDto): Promise<ProfileDocumentDto> {
    return this.documents.add(actor, input);
  }

  @Put('documents/:id')
  @ApiOkResponse({ type: ProfileDocumentDto })
  changeDocument(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ChangeProfileDocumentDto,
  ): Promise<ProfileDocumentDto> {
    return this.documents.change(actor, id, input);
  }

  @Delete('documents/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.documents.remove(actor, id);
  }
}

/** Profiles as the taskforce reads them. */
@ApiTags('matching')
@Controller('taskforce/profiles')
@Allow('taskforce')
export class TaskforceProfilesController {
  constructor(private readonly profiles: Profiles) {}

  @Get(':organisationId')
  @ApiOkResponse({ type: ProfileDto })
  read(@CurrentUser() actor: UserActor, @IdParam('organisationId') organisationId: string): Promise<ProfileDto> {
    return this.profiles.read(actor, organisationId);
  }
}
