export * from './timetable-problem';
export * from './timetable-model';
export * from './place-pairs';
export * from './assign-tables';
export * from './programme-changes';
