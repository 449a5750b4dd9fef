import { APP_BASE_HREF } from '@angular/common';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideClientHydration, withHttpTransferCacheOptions } from '@angular/platform-browser';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideWebCore, showFailure } from '@htsm/web/core';
import { uiTexts } from '@htsm/web/ui/first';
import { appRoutes } from './app.routes';

/** The providers of the browser application; the server adds its own. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // instead of a base element, which the content policy forbids
    { provide: APP_BASE_HREF, useValue: '/' },
    provideRouter(
      appRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(showFailure),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    // A page for a signed-in reader is never cached outside, so what the API marks private may travel inside it.
    provideClientHydration(withHttpTransferCacheOptions({ includeNonCacheableRequests: true })),
    provideWebCore(uiTexts),
  ],
};
