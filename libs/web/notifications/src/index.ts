import { type Routes } from '@angular/router';

/** The routes of the notifications room, relative to the root of the site. */
export const notificationsRoutes: Routes = [];
