import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard';
import { AttemptLog } from './access/attempt-log';
import { CONFIG, type Config } from './config/config';
import { Database } from './database/database';
import { ProblemFilter } from './errors/problem.filter';
import { EventLog } from './events/event-log';
import { FILE_STORE, openFileStore } from './files/file-store';
import { IncomingFiles } from './files/incoming-files';
import { HealthController } from './http/health.controller';
import { OutgoingRequests, RESOLVE, resolveBySystem } from './http/outgoing/outgoing-requests';
import { RateLimiter } from './http/rate-limiter';
import { IdempotentRequests } from './idempotency/idempotent-requests';
import { coreTexts } from './i18n/core-texts';
import { Texts, type Catalogues } from './i18n/texts';
import { MailOutbox } from './mail/mail-outbox';
import { WorkbookThread } from './text/workbook-thread';
import { MailPreviews } from './mail/mail-previews';
import { PaperThread } from './paper/paper-thread';

/** What the process hands to every room. */
export interface CoreOptions {
  readonly config: Config;
  /** Open connection pool of the role of this process. */
  readonly source: DataSource;
  /** The rooms' sentences; the core's own are added. */
  readonly texts: readonly Catalogues[];
}

/** Configuration, database, access, errors, events, mail and files, for every room without importing. */
@Global()
@Module({})
export class CoreModule {
  static with(options: CoreOptions): DynamicModule {
    return {
      module: CoreModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: options.config },
        { provide: DataSource, useValue: options.source },
        { provide: Texts, useValue: new Texts([coreTexts, ...options.texts]) },
        { provide: FILE_STORE, useFactory: () => openFileStore(options.config.fileStore) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AttemptLog,
        Database,
        EventLog,
        MailOutbox,
        WorkbookThread,
        MailPreviews,
        { provide: RESOLVE, useValue: resolveBySystem },
        OutgoingRequests,
        RateLimiter,
        IdempotentRequests,
        IncomingFiles,
        PaperThread,
      ],
      exports: [
        CONFIG,
        DataSource,
        Texts,
        FILE_STORE,
        AttemptLog,
        Database,
        EventLog,
        MailOutbox,
        WorkbookThread,
        MailPreviews,
        OutgoingRequests,
        RateLimiter,
        IdempotentRequests,
        IncomingFiles,
        PaperThread,
      ],
    };
  }
}
