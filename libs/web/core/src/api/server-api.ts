import { FetchBackend, HttpBackend, type HttpEvent, HttpParams, type HttpRequest } from '@angular/common/http';
import {
  inject,
  InjectionToken,
  makeEnvironmentProviders,
  REQUEST,
  Service,
  type EnvironmentProviders,
} from '@angular/core';
import { type Observable } from 'rxjs';

/** Origin at which the API is reached from the rendering process, such as `http://127.0.0.1:3000`. */
export const INTERNAL_API_ORIGIN = new InjectionToken<string>('INTERNAL_API_ORIGIN');

/** The last one tells the API for whom this page is made. */
const forwarded = ['cookie', 'accept-language', 'x-request-id', 'x-htsm-visitor'];

/**
 * Sends `/api/…` requests made while rendering to the API itself, with the cookie and language of the reader. It sits
 * below the transfer cache, which keys answers by the address the browser will use.
 */
@Service({ autoProvided: false })
export class ServerApiBackend implements HttpBackend {
  private readonly backend = inject(FetchBackend);
  private readonly origin = inject(INTERNAL_API_ORIGIN);
  private readonly request = inject(REQUEST, { optional: true });

  /** Sends a request; only those for the API are redirected and get the reader's headers. */
  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const url = new URL(request.urlWithParams, this.request?.url ?? this.origin);
    if (!url.pathname.startsWith('/api/')) return this.backend.handle(request);
    let headers = request.headers;
    for (const name of forwarded) {
      const value = this.request?.headers.get(name);
      if (value) headers = headers.set(name, value);
    }
    return this.backend.handle(
      request.clone({ url: `${this.origin}${url.pathname}${url.search}`, params: new HttpParams(), headers }),
    );
  }
}

/** What the server adds: the way to the API in the same process. */
export function provideServerApi(origin: string): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: INTERNAL_API_ORIGIN, useValue: origin },
    ServerApiBackend,
    { provide: HttpBackend, useExisting: ServerApiBackend },
  ]);
}
