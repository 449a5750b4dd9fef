import { type Routes } from '@angular/router';

/** The routes of the proposals room, relative to the root of the site. */
export const proposalsRoutes: Routes = [];
