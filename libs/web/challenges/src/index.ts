import { type Routes } from '@angular/router';

/** The routes of the challenges room, relative to the root of the site. */
export const challengesRoutes: Routes = [];
