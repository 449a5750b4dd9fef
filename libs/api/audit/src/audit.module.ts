import { Module } from '@nestjs/common';

/** The audit room. */
@Module({})
export class AuditModule {}
