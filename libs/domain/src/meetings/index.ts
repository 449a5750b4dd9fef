export * from './timetable-problem';
export * from './timetable-model';
export * from './place-pairs';
