export { MeetingsModule } from './meetings.module';
export { meetingsEntities } from './meetings.entities';
export { meetingsTexts } from './meetings.texts';
export { MeetingEvents } from './events/meeting-events.service';
export { MeetingParties } from './parties/meeting-parties.service';
export { PublishProgramme } from './programme/publish-programme';
export { AskTimetable } from './timetable/ask-timetable';
export { TimetableRun } from './timetable/timetable-run';
