import { isPlatformBrowser } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import {
  ApplicationRef,
  inject,
  Injector,
  makeEnvironmentProviders,
  PLATFORM_ID,
  provideAppInitializer,
  REQUEST,
  TransferState,
  type EnvironmentProviders,
} from '@angular/core';
import { Router } from '@angular/router';
import { ApiClient } from './api/api-client';
import { Language, type RoomTexts } from './language/language';
import { coreTexts } from './language/texts';
import { provideTexts } from './language/transloco';
import { Lists } from './lists/lists';
import { SECURITY_PATH, Session } from './session/session';

/** Loads what the layout needs before the first screen: the texts, the words of lists, and who is reading. */
async function startCore(extraTexts: readonly RoomTexts[]): Promise<void> {
  const language = inject(Language);
  const session = inject(Session);
  const lists = inject(Lists);
  const isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  const application = inject(ApplicationRef);
  const wasRendered = !inject(TransferState).isEmpty;
  // Without a request the build is only listing the routes: there is nobody to ask for.
  const hasReader = isBrowser || inject(REQUEST, { optional: true }) !== null;
  leadToSecondFactor(session);
  await language.use(coreTexts, ...extraTexts);
  if (!hasReader) return;
  await Promise.all([session.load(), lists.load()]);
  // A page rendered on the server may come from a cache: its clock and reader are of the moment it was made.
  // One task later, because only then the answers that came with the page are no longer used.
  if (isBrowser && wasRendered) void application.whenStable().then(() => setTimeout(() => void session.load()));
}

/** A role that was given meanwhile may ask for a second factor: any request may say so, and the reader goes to add it. */
function leadToSecondFactor(session: Session): void {
  const injector = inject(Injector);
  inject(ApiClient).onFactorOwed(() => {
    void session.load().then(() => injector.get(Router).navigateByUrl(SECURITY_PATH));
  });
}

/** Everything the rooms expect: HTTP, texts, session. */
export function provideWebCore(...extraTexts: readonly RoomTexts[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(),
    ...provideTexts(),
    provideAppInitializer(() => startCore(extraTexts)),
  ]);
}
