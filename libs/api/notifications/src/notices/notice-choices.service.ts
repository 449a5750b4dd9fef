import { Injectable } from '@nestjs/common';
import { Database, EventLog, type Tx, type UserActor } from '@htsm/api/core';
import { ALWAYS_MAILED, NOTICE_TOPICS, noticeMail, type NoticeMail, type NoticeTopic } from '@htsm/domain';
import type { ChooseNoticesDto, NoticeChoicesDto } from './notice.dto';

/** How the reader's notices are mailed, topic by topic. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  read(actor: UserActor): Promise<NoticeChoicesDto> {
    return this.database.as(actor, readChoices);
  }

  /** Keeps these choices; topics that are not named stay as they are. */
  choose(actor: UserActor, { choices }: ChooseNoticesDto): Promise<NoticeChoicesDto> {
    return this.database.as(actor, async (tx) => {
      // of a topic that is named twice, the last holds
      const chosen = Object.fromEntries(choices.map(({ topic, mail }) => [topic, mail]));
      await tx.run(
        `INSERT INTO notice_choice (user_id, topic, mail) SELECT app_user_id(), key, value FROM jsonb_each_text($1)
         ON CONFLICT (user_id, topic) DO UPDATE SET mail = excluded.mail`,
        [JSON.stringify(chosen)],
      );
      await this.events.append(tx, {
        type: 'notices.chosen',
        subjectType: 'person',
        subjectId: actor.userId,
        actorId: actor.userId,
        payload: chosen,
      });
      return readChoices(tx);
    });
  }
}

async function readChoices(tx: Tx): Promise<NoticeChoicesDto> {
  const rows = await tx.rows<{ topic: NoticeTopic; mail: NoticeMail }>(
    'SELECT topic, mail FROM notice_choice WHERE user_id = app_user_id()',
  );
  const chosen = Object.fromEntries(rows.map(({ topic, mail }) => [topic, mail]));
  return {
    items: NOTICE_TOPICS.map((topic) => ({
      topic,
      mail: noticeMail(topic, chosen),
      canBeChosen: !ALWAYS_MAILED.includes(topic),
    })),
  };
}
