export * from './access/access-request';
export * from './access/access.errors';
export * from './access/actor';
export * from './access/allow';
export { AttemptLog } from './access/attempt-log';
export {
  SESSION_COOKIE,
  SESSION_LOOKUP,
  actorOf,
  hashSessionToken,
  sessionActor,
  sessionLookup,
  type PersonRow,
} from './access/session-hook';
export { WRITE_HEADER } from './access/forged-request';
export {
  calendarFile,
  personOf,
  type Appointment,
  type CalendarMethod,
  type CalendarPerson,
} from './calendar/calendar-file';
export * from './config/config';
export { rolePassword, type DatabaseAddresses } from './config/database-addresses';
export { ConfigurationError } from './config/environment';
export * from './core.module';
export * from './database/data-source';
export * from './database/database';
export * from './database/database-fault';
export * from './database/session-lock';
export * from './database/tx';
export * from './errors/problem.filter';
export * from './errors/refusal';
export * from './events/event-log';
export * from './files/file-store';
export * from './files/file-kinds';
export * from './files/file.errors';
export { IncomingFiles } from './files/incoming-files';
export * from './files/receive-upload';
export * from './files/stored-files';
export * from './files/sweep-files';
export * from './http/create-api';
export * from './http/fields';
export * from './http/id-param';
export * from './http/link-token';
export * from './http/outgoing/outgoing-requests';
export * from './http/page';
export * from './http/public-answer';
export * from './http/rate-limiter';
export * from './http/rich-text';
export * from './http/sealed-number';
export { VISITOR_HEADER, vouchFor } from './http/visitor';
export { LimitVisitor, UPLOAD_LIMIT, type VisitorLimit } from './http/visitor-limit';
export * from './i18n/core-texts';
export * from './i18n/current-locale';
export { Idempotent, IdempotentUpload } from './idempotency/idempotent';
export * from './i18n/instant-in-words';
export * from './i18n/locale';
export * from './i18n/texts';
export * from './mail/mail-kinds';
export * from './mail/mail-outbox';
export * from './mail/notice-rules';
export * from './mail/mail-previews';
export * from './paper/html-parts';
export * from './paper/paper-order';
export * from './paper/paper-thread';
export * from './secrets/sealed-secret';
export * from './text/csv';
export * from './text/read-csv';
export type { Sheet } from './text/workbook';
export { WorkbookThread } from './text/workbook-thread';
export * from './text/plain-text';
export * from './threads/program-thread';
