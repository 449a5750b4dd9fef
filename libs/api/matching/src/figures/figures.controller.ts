import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, Public, type UserActor } from '@htsm/api/core';
import { FiguresDto, FiguresQueryDto, TaskforceFiguresDto } from './figures.dto';
import { Figures } from './figures.service';

/** The yearly report, for everybody. */
@ApiTags('matching')
@Controller('figures')
@Public()
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  @ApiOkResponse({ type: FiguresDto })
  read(@Query() query: FiguresQueryDto): Promise<FiguresDto> {
    return this.figures.published(query);
  }

  @Get('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="htsm-challenges.csv"')
  @ApiOkResponse({ type: String })
  file(@Query() query: FiguresQueryDto): Promise<string> {
    return this.figures.file(query);
  }
}

/** The figures of the taskforce. */
@ApiTags('matching')
@Controller('taskforce/figures')
@Allow('taskforce')
export class TaskforceFiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  @ApiOkResponse({ type: TaskforceFiguresDto })
  read(@CurrentUser() actor: UserActor, @Query() query: FiguresQueryDto): Promise<TaskforceFiguresDto> {
    return this.figures.forTaskforce(actor, query);
  }
}
