import { type Routes } from '@angular/router';

/** The routes of the accounts room, relative to the root of the site. */
export const accountsRoutes: Routes = [];
