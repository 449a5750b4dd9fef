import { HttpClient, HttpErrorResponse, HttpParams } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { Language } from '../language/language';
import { ActionKeys } from './action-keys';
import { Problem, type ProblemBody, toProblemBody } from './problem';

/** Values of a query; a list repeats the name, undefined and empty texts are left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** What a request may add. */
export interface RequestOptions {
  readonly query?: Query;
}

/** Turns a query into parameters; the order of the names is kept. */
function toParams(query: Query = {}): HttpParams {
  let params = new HttpParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined && one !== '') params = params.append(name, String(one));
  }
  return params;
}

/** Puts `/api` before a path that does not have it. */
export function apiPath(path: string): string {
  return path.startsWith('/api/') ? path : `/api${path}`;
}

/**
 * The only way to the API. Every method gives the body of the answer, or throws a `Problem` whose texts can be shown
 * as they are. While rendering on the server the answers travel with the page, so the browser does not ask again.
 */
@Service()
export class ApiClient {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly keys = new ActionKeys();
  private signedOut: () => void = () => undefined;
  private factorOwed: () => void = () => undefined;

  /** Reads. `T` is the contract type of the answer. */
  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('GET', path, undefined, options);
  }

  /** Creates, or does something; sent again after a lost answer it does nothing twice. */
  post<T>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('POST', path, body, options);
  }

  /** Changes the named fields; send `version` along where the resource has one. */
  patch<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('PATCH', path, body, options);
  }

  /** Replaces the whole. */
  put<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('PUT', path, body, options);
  }

  /** Removes. */
  delete<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('DELETE', path, undefined, options);
  }

  /** Registers what happens when the server says that the session is over. */
  onSignedOut(listener: () => void): void {
    this.signedOut = listener;
  }

  /** Registers what happens when the server says that a second factor must be added first. */
  onFactorOwed(listener: () => void): void {
    this.factorOwed = listener;
  }

  /** Completes a problem with words for what the server could not say itself, and reports an ended session. */
  problem(status: number, body: ProblemBody): Problem {
    if (status === 401) this.signedOut();
    if (body.code === 'second_factor_required') this.factorOwed();
    if (body.title !== undefined) return new Problem(status, body);
    const kind = status === 0 ? 'offline' : 'failed';
    return new Problem(status, {
      ...body,
      title: this.language.t(`core.problem.${kind}.title`),
      detail: this.language.t(`core.problem.${kind}.detail`),
    });
  }

  private async send<T>(method: string, path: string, body: unknown, options: RequestOptions): Promise<T> {
    const headers: Record<string, string> = method === 'GET' ? {} : { 'x-htsm': '1' };
    if (method === 'POST') headers['idempotency-key'] = this.keys.keyOf(path, body);
    try {
      const answer = await lastValueFrom(
        this.http.request<T>(method, apiPath(path), { body, headers, params: toParams(options.query) }),
      );
      this.keys.settle(path, body);
      return answer;
    } catch (error) {
      if (!(error instanceof HttpErrorResponse)) throw error;
      if (error.status > 0 && error.status < 500) this.keys.settle(path, body);
      throw this.problem(error.status, toProblemBody(error.error));
    }
  }
}
