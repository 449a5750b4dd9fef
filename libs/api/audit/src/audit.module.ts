import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';
import { NightlyChecksController } from './nightly-checks.controller';
import { NightlyChecksService } from './nightly-checks.service';

/** Shows the event log to the taskforce, and the nightly check to administrators. */
@Module({ controllers: [AuditController, NightlyChecksController], providers: [AuditService, NightlyChecksService] })
export class AuditModule {}
