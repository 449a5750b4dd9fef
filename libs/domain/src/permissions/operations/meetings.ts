import type { OperationRule, OperationRules } from '../operation-rule';

const TASKFORCE = ['taskforce'] as const;
const PARTIES = ['sme', 'company', 'knowledge'] as const;

const event: OperationRule = { door: TASKFORCE, about: 'meeting_event', grants: [{ to: ['taskforce'] }] };
/** What is called off stays so. */
const change: OperationRule = {
  ...event,
  grants: [{ to: ['taskforce'], acts: ['draft', 'published'] }],
};

/** Matchmaking events, their timetables, and everybody's programme. */
export const MEETING_OPERATIONS: OperationRules = {
  'GET /api/taskforce/meeting-events': { door: TASKFORCE, note: 'All of them.' },
  'POST /api/taskforce/meeting-events': { door: TASKFORCE },
  'GET /api/taskforce/meeting-events/{id}': event,
  'PATCH /api/taskforce/meeting-events/{id}': change,
  'GET /api/taskforce/meeting-events/{id}/candidates': event,
  'PUT /api/taskforce/meeting-events/{id}/parties': change,
  'PATCH /api/taskforce/meeting-events/{id}/parties/{partyId}': change,
  'PUT /api/taskforce/meeting-events/{id}/wishes': change,
  'POST /api/taskforce/meeting-events/{id}/timetable': change,
  'POST /api/taskforce/meeting-events/{id}/publication': change,
  'POST /api/taskforce/meeting-events/{id}/cancellation': change,
  'GET /api/my/meetings': { door: PARTIES, note: 'Those of the own organisations.' },
  'GET /api/my/meetings/calendar': { door: PARTIES, note: 'Those of the own organisations.' },
};
