import { Injectable } from '@nestjs/common';
import {
  Database,
  EventLog,
  NOTICE_KINDS,
  NOTICE_TOPIC_OF,
  NotFound,
  ValidationFailed,
  kindsAbout,
  readCursor,
  toPage,
  type MailKind,
  type UserActor,
} from '@htsm/api/core';
import type { Locale, NoticeTopic } from '@htsm/domain';
import type { MuteNoticeDto, NoticeDto, NoticesDto, NoticesQueryDto, UnreadNoticesDto } from './notice.dto';
import { countUnread, listNotices, markRead, setMuted, thingOf, type NoticeRow } from './notices.repository';

const PAGE = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reader's own notices, as far as what they are about may still be seen. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** The newest first. Throws ValidationFailed for a cursor that is not ours. */
  list(actor: UserActor, query: NoticesQueryDto, locale: Locale): Promise<NoticesDto> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor);
    const kinds = query.topic === undefined ? NOTICE_KINDS : query.topic.flatMap(kindsAbout);
    const filter = { kinds, isUnreadOnly: query.unread === 'true', after, limit: PAGE + 1 };
    return this.database.as(actor, async (tx) =>
      toPage(await listNotices(tx, filter, locale), PAGE, toNotice, (row) => [row.createdAtExact, row.id]),
    );
  }

  unread(actor: UserActor): Promise<UnreadNoticesDto> {
    return this.database.as(actor, async (tx) => ({ count: await countUnread(tx, NOTICE_KINDS) }));
  }

  /** Again changes nothing. */
  read(actor: UserActor, ids: readonly string[] | null): Promise<void> {
    return this.database.as(actor, (tx) => markRead(tx, ids));
  }

  /** Again changes nothing. Throws NotFound for a notice that does not reach the actor, or is about no thing. */
  mute(actor: UserActor, { noticeId, isMuted }: MuteNoticeDto): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const thing = await thingOf(tx, noticeId);
      if (thing === null) throw new NotFound();
      if (!(await setMuted(tx, thing, isMuted))) return;
      await this.events.append(tx, {
        type: isMuted ? 'notices.muted' : 'notices.unmuted',
        subjectType: 'person',
        subjectId: actor.userId,
        actorId: actor.userId,
        payload: { aboutId: thing },
      });
    });
  }
}

function toNotice(row: NoticeRow): NoticeDto {
  return {
    id: row.id,
    kind: row.kind,
    topic: topicOf(row.kind),
    title: row.title,
    path: row.path,
    createdAt: row.createdAt.toISOString(),
    isRead: row.isRead,
    isMuted: row.isMuted,
    canBeMuted: row.aboutType !== 'own',
  };
}

/** Only kinds that are notices are read. */
function topicOf(kind: string): NoticeTopic {
  return NOTICE_TOPIC_OF[kind as MailKind] ?? 'security'; // the query asks for kinds of the table only
}

function placeOf(cursor: string): readonly [string, string] {
  const [at, id] = readCursor(cursor, 2);
  if (typeof at === 'string' && typeof id === 'string' && UUID.test(id) && !Number.isNaN(Date.parse(at)))
    return [at, id];
  throw new ValidationFailed([{ path: 'cursor', code: 'object' }]);
}
