import { type Routes } from '@angular/router';

/** The routes of the reviews room, relative to the root of the site. */
export const reviewsRoutes: Routes = [];
