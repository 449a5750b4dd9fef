export { TimetableThread } from './timetable/timetable-thread';
