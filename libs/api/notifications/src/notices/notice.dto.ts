import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  NOTICE_KINDS,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { CHOSEN_TOPICS, NOTICE_MAILS, NOTICE_TOPICS, type NoticeMail, type NoticeTopic } from '@htsm/domain';

/** Something that reached the reader. */
export class NoticeDto {
  @IdField() id!: string;
  @ChoiceField(NOTICE_KINDS) kind!: string;
  @ChoiceField(NOTICE_TOPICS) topic!: NoticeTopic;
  /** Name of the thing in the reader's language, as it is now; empty when it has none, or none for this reader. */
  @TextField({ max: 200 }) title!: string;
  /** Where it leads, a path of the product; null when there is nothing to open. */
  @TextField({ max: 500, nullable: true }) path!: string | null;
  @InstantField() createdAt!: string;
  @BooleanField() isRead!: boolean;
  /** Whether news of this thing is muted. */
  @BooleanField() isMuted!: boolean;
  /** Whether it is about a thing that can be muted. */
  @BooleanField() canBeMuted!: boolean;
}

/** What reached the reader, the newest first. */
export class NoticesDto {
  @ObjectsField(() => NoticeDto, { maxItems: 20 }) items!: NoticeDto[];
  /** Cursor of the next page; null on the last. */
  @TextField({ max: 500, nullable: true }) next!: string | null;
}

/** Which notices, and from where on. */
export class NoticesQueryDto {
  @TextField({ max: 500, optional: true }) cursor?: string;
  @ChoicesField(NOTICE_TOPICS, { optional: true }) topic?: NoticeTopic[];
  /** Only those that were not read. */
  @ChoiceField(['true', 'false'], { optional: true }) unread?: 'true' | 'false';
}

/** How many notices of things that are not muted are unread; counted up to 100. */
export class UnreadNoticesDto {
  @IntField({ min: 0, max: 100 }) count!: number;
}

/** Notices that were read; null for all. */
export class ReadNoticesDto {
  @IdsField({ maxItems: 100, nullable: true }) readonly ids!: string[] | null;
}

/** Whether the thing that a notice is about is muted. */
export class MuteNoticeDto {
  @IdField() readonly noticeId!: string;
  @BooleanField() readonly isMuted!: boolean;
}

/** How the mails about a topic come. */
export class NoticeChoiceDto {
  @ChoiceField(NOTICE_TOPICS) topic!: NoticeTopic;
  @ChoiceField(NOTICE_MAILS) mail!: NoticeMail;
  /** Whether the reader chooses; otherwise every mail comes at once. */
  @BooleanField() canBeChosen!: boolean;
}

/** Every topic, in the order in which people choose. */
export class NoticeChoicesDto {
  @ObjectsField(() => NoticeChoiceDto, { maxItems: NOTICE_TOPICS.length }) items!: NoticeChoiceDto[];
}

/** A choice about one topic. */
export class ChooseNoticeDto {
  @ChoiceField(CHOSEN_TOPICS) readonly topic!: NoticeTopic;
  @ChoiceField(NOTICE_MAILS) readonly mail!: NoticeMail;
}

/** Choices about some topics; the others stay as they are. */
export class ChooseNoticesDto {
  @ObjectsField(() => ChooseNoticeDto, { maxItems: CHOSEN_TOPICS.length }) readonly choices!: ChooseNoticeDto[];
}
