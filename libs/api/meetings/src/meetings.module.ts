import { Module } from '@nestjs/common';
import { MeetingEventsController } from './events/meeting-events.controller';
import { MeetingEventsRepository } from './events/meeting-events.repository';
import { MeetingEvents } from './events/meeting-events.service';
import { MeetingPartiesRepository } from './parties/meeting-parties.repository';
import { MeetingParties } from './parties/meeting-parties.service';
import { MyMeetingsController } from './programme/my-meetings.controller';
import { MyMeetings } from './programme/my-meetings.service';
import { ProgrammeMails } from './programme/programme-mails';
import { ProgrammeRepository } from './programme/programme.repository';
import { PublishProgramme } from './programme/publish-programme';
import { AskTimetable } from './timetable/ask-timetable';
import { TimetableController } from './timetable/timetable.controller';
import { TimetableJobs } from './timetable/timetable-jobs';
import { TimetableRun } from './timetable/timetable-run';
import { TimetableRuns } from './timetable/timetable-runs.repository';
import { TimetableThread } from './timetable/timetable-thread';

/** The meetings room: events at which challenges and SMEs meet, with the best timetable, and everybody's programme. */
@Module({
  controllers: [MeetingEventsController, TimetableController, MyMeetingsController],
  providers: [
    MeetingEvents,
    MeetingEventsRepository,
    MeetingParties,
    MeetingPartiesRepository,
    AskTimetable,
    TimetableJobs,
    TimetableRun,
    TimetableRuns,
    TimetableThread,
    PublishProgramme,
    ProgrammeMails,
    ProgrammeRepository,
    MyMeetings,
  ],
  exports: [MeetingEvents, MeetingParties, AskTimetable, PublishProgramme, TimetableRun],
})
export class MeetingsModule {}
