import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '@htsm/api/core';
import { AuditService } from './audit.service';
import { AuditPageDto, AuditQueryDto } from './dto/audit-line.dto';

/** Who did what, when and why. */
@Controller('taskforce/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('taskforce')
  @ApiOkResponse({ type: AuditPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: AuditQueryDto): Promise<AuditPageDto> {
    return this.audit.list(actor, query);
  }
}
