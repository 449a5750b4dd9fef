import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';

/** Shows the event log to the taskforce. */
@Module({ controllers: [AuditController], providers: [AuditService] })
export class AuditModule {}
