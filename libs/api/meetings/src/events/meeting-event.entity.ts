import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { MeetingEventState, MeetingRule } from '@htsm/domain';

/** A day on which challenges and SMEs meet at tables, one slot after another. */
@Entity('meeting_event')
export class MeetingEventEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') titleNl!: string;
  @Column('text') titleEn!: string;
  @Column('text') place!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('int') slots!: number;
  @Column('int') slotMinutes!: number;
  @Column('int') pauseMinutes!: number;
  @Column('int') tables!: number;
  /** In millionths. */
  @Column('int') scoreBar!: number;
  @Column('text', { default: 'draft' }) state!: MeetingEventState;
  @Column('int', { default: 0 }) publication!: number;
  @Column('text', { default: '' }) cancelReason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** A challenge or an SME at an event. */
@Entity('meeting_party')
export class MeetingPartyEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  /** Null for an SME. */
  @Column('uuid', { nullable: true }) challengeId!: string | null;
  @Column('uuid') organisationId!: string;
  @Column('int') minMeetings!: number;
  @Column('int') maxMeetings!: number;
  /** Slots, from 0. */
  @Column('int', { array: true, default: () => `'{}'` }) busy!: number[];
  @Column('boolean', { default: false }) isOut!: boolean;
}

/** What the taskforce wants of a pair. */
@Entity('meeting_wish')
export class MeetingWishEntity {
  @PrimaryColumn('uuid') challengePartyId!: string;
  @PrimaryColumn('uuid') smePartyId!: string;
  @Column('text') rule!: MeetingRule;
  @Column('int', { nullable: true }) slot!: number | null;
}

/** A meeting of the timetable that the taskforce is working on. */
@Entity('planned_meeting')
export class PlannedMeetingEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') challengePartyId!: string;
  @Column('uuid') smePartyId!: string;
  @Column('int') slot!: number;
  @Column('int') tableNumber!: number;
  @Column('int') score!: number;
}

/** A timetable that was asked for. */
@Entity('timetable_run')
export class TimetableRunEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  @Column('text') basis!: 'fresh' | 'present';
  @Column('text', { default: 'asked' }) state!: 'asked' | 'running' | 'done' | 'failed';
  @Column('double precision', { nullable: true }) gap!: number | null;
  @Column('double precision', { nullable: true }) total!: number | null;
  @Column('int', { nullable: true }) missing!: number | null;
  @Column('int', { nullable: true }) moved!: number | null;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz', { default: () => 'htsm_now()' }) askedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

/** A meeting as its parties were told. */
@Entity('published_meeting')
export class PublishedMeetingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') challengeId!: string;
  @Column('uuid') challengeOrganisationId!: string;
  @Column('uuid') smeOrganisationId!: string;
  @Column('text') eventTitleNl!: string;
  @Column('text') eventTitleEn!: string;
  @Column('text') challengeTitleNl!: string;
  @Column('text') challengeTitleEn!: string;
  @Column('text') ownerName!: string;
  @Column('text') smeName!: string;
  @Column('text') place!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('int') tableNumber!: number;
  @Column('int', { default: 0 }) sequence!: number;
  @Column('text', { default: 'standing' }) state!: 'standing' | 'cancelled';
  @Column('timestamptz', { default: () => 'htsm_now()' }) updatedAt!: Date;
}
