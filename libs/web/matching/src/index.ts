import { type Routes } from '@angular/router';

/** The routes of the matching room, relative to the root of the site. */
export const matchingRoutes: Routes = [];
