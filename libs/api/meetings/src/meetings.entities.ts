import {
  MeetingEventEntity,
  MeetingPartyEntity,
  MeetingWishEntity,
  PlannedMeetingEntity,
  PublishedMeetingEntity,
  TimetableRunEntity,
} from './events/meeting-event.entity';

/** The tables of this room, for the connection's entity list. */
export const meetingsEntities: (abstract new () => object)[] = [
  MeetingEventEntity,
  MeetingPartyEntity,
  MeetingWishEntity,
  PlannedMeetingEntity,
  TimetableRunEntity,
  PublishedMeetingEntity,
];
