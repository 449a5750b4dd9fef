import { type Routes } from '@angular/router';
import { roomRoutes, taskforceOnly } from '@htsm/web/core';
import { taskforceTexts } from './texts';

/** The route of the taskforce's home. */
export const taskforceRoutes: Routes = roomRoutes(taskforceTexts, [
  {
    path: 'taskforce',
    canActivate: [taskforceOnly],
    data: { desk: true },
    loadComponent: () => import('./board/board').then((screen) => screen.Board),
  },
]);
