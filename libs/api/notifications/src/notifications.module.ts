import { Module } from '@nestjs/common';

/** The notifications room. */
@Module({})
export class NotificationsModule {}
