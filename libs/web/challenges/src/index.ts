import { type Routes } from '@angular/router';
import { NotFound } from '@htsm/web/core';

/** The routes of the challenges room, relative to the root of the site. */
export const challengesRoutes: Routes = [
  { path: 'challenges', component: NotFound },
  { path: 'challenges/:slug', component: NotFound },
  { path: 'results', component: NotFound },
];
