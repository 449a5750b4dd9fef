import { Body, Controller, Delete, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdParam, type UserActor } from '@htsm/api/core';
import {
  GlossaryDto,
  GlossaryFileDto,
  GlossaryPlanDto,
  GlossaryQueryDto,
  HistoryQueryDto,
  ImportGlossaryDto,
  VersionsDto,
} from '../dto/vocabulary.dto';
import { Glossary } from './glossary.service';
import { VocabularyHistory } from './vocabulary-history';

/** The operator's glossary, and the history of it and of the lists, for administrators. */
@ApiTags('taxonomy')
@Controller('administration')
@Allow('administration')
export class GlossaryController {
  constructor(
    private readonly glossary: Glossary,
    private readonly history: VocabularyHistory,
  ) {}

  @Get('glossary')
  @ApiOkResponse({ type: GlossaryDto })
  read(@CurrentUser() actor: UserActor, @Query() query: GlossaryQueryDto): Promise<GlossaryDto> {
    return this.glossary.read(actor, query);
  }

  /** All pairs as CSV. */
  @Get('glossary/file')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ type: String })
  exportFile(@CurrentUser() actor: UserActor): Promise<string> {
    return this.glossary.exportFile(actor);
  }

  /** Says what a file would do; changes nothing. */
  @Post('glossary/imports/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: GlossaryPlanDto })
  preview(@CurrentUser() actor: UserActor, @Body() input: GlossaryFileDto): Promise<GlossaryPlanDto> {
    return this.glossary.previewImport(actor, input);
  }

  @Post('glossary/imports')
  @HttpCode(200)
  @ApiOkResponse({ type: GlossaryDto })
  import(@CurrentUser() actor: UserActor, @Body() input: ImportGlossaryDto): Promise<GlossaryDto> {
    return this.glossary.importFile(actor, input);
  }

  @Delete('glossary/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.glossary.removePair(actor, id);
  }

  /** What changed in the lists or the glossary, the newest first. */
  @Get('vocabulary-versions')
  @ApiOkResponse({ type: VersionsDto })
  versions(@CurrentUser() actor: UserActor, @Query() query: HistoryQueryDto): Promise<VersionsDto> {
    return this.history.read(actor, query);
  }
}
