import { type Routes } from '@angular/router';

/** The routes of the taskforce room, relative to the root of the site. */
export const taskforceRoutes: Routes = [];
