import { type Routes } from '@angular/router';
import { partyOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { meetingsTexts } from './texts';

const desk = { desk: true };

/** The routes of the meetings room: events with their timetables, and everybody's own meetings. */
export const meetingsRoutes: Routes = roomRoutes(meetingsTexts, [
  {
    path: 'my/meetings',
    canActivate: [partyOnly],
    loadComponent: () => import('./own/my-meetings').then((screen) => screen.MyMeetings),
  },
  {
    path: 'taskforce/meetings',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./list/event-list').then((screen) => screen.EventList),
  },
  {
    path: 'taskforce/meetings/:id',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./event/event-page').then((screen) => screen.EventPage),
  },
]);
