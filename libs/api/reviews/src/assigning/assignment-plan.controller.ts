import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@htsm/domain';
import { Allow, CurrentLocale, CurrentUser, IdParam, Idempotent, type UserActor } from '@htsm/api/core';
import { ApplyPlanDto, AssignmentPlanDto, PlanAssignmentsDto } from '../dto/assignment-plan.dto';
import { AssignedDto } from '../dto/assignments.dto';
import { ApplyPlan } from './apply-plan';
import { PlanAssignments } from './plan-assignments';

/** A plan of who judges what, made and applied. */
@ApiTags('reviews')
@Controller('taskforce/challenges/:id/assignment-plan')
@Allow('taskforce')
export class AssignmentPlanController {
  constructor(
    private readonly planAssignments: PlanAssignments,
    private readonly applyPlan: ApplyPlan,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: AssignmentPlanDto })
  plan(
    @CurrentUser() actor: UserActor,
    @IdParam() id: string,
    @Body() asked: PlanAssignmentsDto,
    @CurrentLocale() locale: Locale,
  ): Promise<AssignmentPlanDto> {
    return this.planAssignments.run(actor, id, { asked, locale });
  }

  @Post('application')
  @Idempotent()
  @ApiCreatedResponse({ type: AssignedDto })
  apply(@CurrentUser() actor: UserActor, @IdParam() id: string, @Body() input: ApplyPlanDto): Promise<AssignedDto> {
    return this.applyPlan.run(actor, id, input);
  }
}
