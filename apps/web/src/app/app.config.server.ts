import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { provideServerApi } from '@htsm/web/core';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';

/** The browser providers plus what only a server-rendered page needs. */
export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    provideServerApi(process.env['INTERNAL_API_ORIGIN'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`),
  ],
});
