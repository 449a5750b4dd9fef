import { Body, Controller, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AddTermDto,
  ChangeTermDto,
  ExportQueryDto,
  ImportTaxonomyDto,
  TaxonomyDto,
  TaxonomyFileDto,
  TaxonomyPlanDto,
  TermStepDto,
} from '../dto/taxonomy.dto';
import { Taxonomy } from './taxonomy.service';

/** The lists of words, for administrators. */
@ApiTags('taxonomy')
@Controller('administration/taxonomy')
@Allow('administration')
export class TaxonomyController {
  constructor(private readonly taxonomy: Taxonomy) {}

  @Get()
  @ApiOkResponse({ type: TaxonomyDto })
  read(@CurrentUser() actor: UserActor): Promise<TaxonomyDto> {
    return this.taxonomy.read(actor);
  }

  /** All lists as CSV or as SKOS in Turtle. */
  @Get('file')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('content-disposition', 'attachment')
  @ApiOkResponse({ type: String })
  exportFile(@CurrentUser() actor: UserActor, @Query() query: ExportQueryDto): Promise<string> {
    return this.taxonomy.exportFile(actor, query.format);
  }

  @Post('terms')
  @Idempotent()
  @ApiCreatedResponse({ type: TaxonomyDto })
  add(@CurrentUser() actor: UserActor, @Body() input: AddTermDto): Promise<TaxonomyDto> {
    return this.taxonomy.addTerm(actor, input);
  }

  @Put('terms')
  @ApiOkResponse({ type: TaxonomyDto })
  change(@CurrentUser() actor: UserActor, @Body() input: ChangeTermDto): Promise<TaxonomyDto> {
    return this.taxonomy.changeTerm(actor, input);
  }

  /** Retires a term, restores it, or merges it into another. */
  @Post('steps')
  @HttpCode(200)
  @ApiOkResponse({ type: TaxonomyDto })
  step(@CurrentUser() actor: UserActor, @Body() input: TermStepDto): Promise<TaxonomyDto> {
    return this.taxonomy.stepTerm(actor, input);
  }

  /** Says what a file would do; changes nothing. */
  @Post('imports/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: TaxonomyPlanDto })
  preview(@CurrentUser() actor: UserActor, @Body() input: TaxonomyFileDto): Promise<TaxonomyPlanDto> {
    return this.taxonomy.previewImport(actor, input);
  }

  @Post('imports')
  @HttpCode(200)
  @ApiOkResponse({ type: TaxonomyDto })
  import(@CurrentUser() actor: UserActor, @Body() input: ImportTaxonomyDto): Promise<TaxonomyDto> {
    return this.taxonomy.importFile(actor, input);
  }
}
