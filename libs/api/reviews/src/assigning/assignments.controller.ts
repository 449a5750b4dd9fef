import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import {
  AssignReviewersDto,
  AssignedDto,
  AssignmentsDto,
  ImportAssignmentsDto,
  ReminderDto,
  ReopenReviewDto,
  ReviewersDto,
} from '../dto/assignments.dto';
import { AssignReviewers } from './assign-reviewers';
import { Assignments } from './assignments.service';
import { ImportAssignments } from './import-assignments';
import { TendAssignments } from './tend-assignments';

/** Who judges what, for the taskforce. */
@ApiTags('reviews')
@Controller('taskforce')
@Allow('taskforce')
export class AssignmentsController {
  constructor(
    private readonly assignments: Assignments,
    private readonly assignReviewers: AssignReviewers,
    private readonly importAssignments: ImportAssignments,
    private readonly tend: TendAssignments,
  ) {}

  @Get('reviewers')
  @ApiOkResponse({ type: ReviewersDto })
  reviewers(@CurrentUser() actor: UserActor): Promise<ReviewersDto> {
    return this.assignments.listReviewers(actor);
  }

  @Get('challenges/:id/assignments')
  @ApiOkResponse({ type: AssignmentsDto })
  read(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @CurrentLocale() locale: Locale,
  ): Promise<AssignmentsDto> {
    return this.assignments.readAssignments(actor, id, locale);
  }

  @Post('challenges/:id/assignments')
  @Idempotent()
  @ApiCreatedResponse({ type: AssignedDto })
  assign(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: AssignReviewersDto,
  ): Promise<AssignedDto> {
    return this.assignReviewers.run(actor, id, input);
  }

  /** Tasks from the lines of a spreadsheet. */
  @Post('challenges/:id/assignments/lines')
  @Idempotent()
  @ApiCreatedResponse({ type: AssignedDto })
  importLines(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() input: ImportAssignmentsDto,
  ): Promise<AssignedDto> {
    return this.importAssignments.run(actor, id, input);
  }

  @Delete('assignments/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<void> {
    return this.tend.remove(actor, id);
  }

  @Post('assignments/:id/reminder')
  @HttpCode(200)
  @ApiOkResponse({ type: ReminderDto })
  remind(@CurrentUser() actor: UserActor, @IdParam() id: string): Promise<ReminderDto> {
    return this.tend.remind(actor, id);
  }

  @Post('reviews/:id/reopening')
  @HttpCode(204)
  @ApiNoContentResponse()
  reopen(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: ReopenReviewDto): Promise<void> {
    return this.tend.reopen(actor, id, input);
  }
}
