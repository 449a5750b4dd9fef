import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { FollowDto } from './follow.dto';

/** Who follows which challenge; each person knows of their own only. All throw NotFound for a challenge that is not public. */
@Injectable()
export class FollowsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  read(actor: UserActor, slug: string): Promise<FollowDto> {
    return this.database.as(actor, async (tx) => {
      const id = await publicId(tx, slug);
      const row = await tx.row('SELECT FROM challenge_follow WHERE user_id = $1 AND challenge_id = $2', [
        actor.userId,
        id,
      ]);
      return { isFollowing: row !== null };
    });
  }

  /** Again changes nothing. */
  follow(actor: UserActor, slug: string): Promise<FollowDto> {
    return this.database.as(actor, async (tx) => {
      const id = await publicId(tx, slug);
      const added = await tx.run(
        `INSERT INTO challenge_follow (user_id, challenge_id, told_closes_at, told_state)
         SELECT $1, id, closes_at, state FROM public_challenge WHERE id = $2 ON CONFLICT DO NOTHING`,
        [actor.userId, id],
      );
      if (added > 0) await this.log(tx, actor, id, 'challenge.followed');
      return { isFollowing: true };
    });
  }

  /** Again changes nothing. */
  leave(actor: UserActor, slug: string): Promise<FollowDto> {
    return this.database.as(actor, async (tx) => {
      const id = await publicId(tx, slug);
      const removed = await tx.run('DELETE FROM challenge_follow WHERE user_id = $1 AND challenge_id = $2', [
        actor.userId,
        id,
      ]);
      if (removed > 0) await this.log(tx, actor, id, 'challenge.unfollowed');
      return { isFollowing: false };
    });
  }

  /** About the person, so that the log does not show the challenge's owner who follows. */
  private log(tx: Tx, actor: UserActor, challengeId: string, type: string): Promise<void> {
    const payload = { challengeId };
    return this.events.append(tx, {
      type,
      subjectType: 'person',
      subjectId: actor.userId,
      actorId: actor.userId,
      payload,
    });
  }
}

async function publicId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.row<{ id: string }>('SELECT id FROM public_challenge WHERE slug = $1', [slug]);
  if (row === null) throw new NotFound();
  return row.id;
}
