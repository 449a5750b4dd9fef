import { type ApplicationConfig, CSP_NONCE, inject, mergeApplicationConfig, REQUEST_CONTEXT } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { provideServerApi, PUBLIC_ORIGIN } from '@htsm/web/core';
import { appConfig } from './app.config';
import { nonceOf } from '../server/page-context';
import { serverRoutes } from './app.routes.server';

const publicUrl = process.env['PUBLIC_URL'];

/** The browser providers plus what only a server-rendered page needs. */
export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    { provide: CSP_NONCE, useFactory: () => nonceOf(inject(REQUEST_CONTEXT, { optional: true })) },
    provideServerApi(process.env['INTERNAL_API_ORIGIN'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`),
    publicUrl === undefined ? [] : { provide: PUBLIC_ORIGIN, useValue: new URL(publicUrl).origin },
  ],
});
