import { type Routes } from '@angular/router';
import { NotFound } from '@htsm/web/core';

/** The routes of the notifications room, relative to the root of the site. */
export const notificationsRoutes: Routes = [{ path: 'subscribe', component: NotFound }];
