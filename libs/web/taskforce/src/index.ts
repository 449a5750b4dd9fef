import { type Routes } from '@angular/router';
import { administratorOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { taskforceTexts } from './texts';

/** The routes of the taskforce room: its home, the audit log and the state of the platform. */
export const taskforceRoutes: Routes = roomRoutes(taskforceTexts, [
  {
    path: 'taskforce',
    canActivate: [taskforceOnly],
    data: { desk: true },
    loadComponent: () => import('./board/board').then((screen) => screen.Board),
  },
  {
    path: 'taskforce/audit',
    canActivate: [taskforceOnly],
    data: { desk: true },
    loadComponent: () => import('./audit/audit-log').then((screen) => screen.AuditLog),
  },
  {
    path: 'taskforce/platform',
    canActivate: [administratorOnly],
    data: { desk: true },
    loadComponent: () => import('./platform/platform').then((screen) => screen.Platform),
  },
]);
