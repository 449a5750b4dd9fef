import { inject, Service } from '@angular/core';
import { newKey } from './action-keys';
import { ApiClient, apiPath } from './api-client';
import { toProblemBody } from './problem';

/** What an upload may add. */
export interface UploadOptions {
  /** Called with the part already sent, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Stops the upload when aborted; the promise then rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** Reads an answer as JSON; undefined when it is empty or something else. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends files. Uses XMLHttpRequest, because fetch does not tell how far an upload is. */
@Service()
export class Uploads {
  private readonly api = inject(ApiClient);

  /** Sends a form with a file by POST and gives the body of the answer; throws a `Problem` when it was refused. */
  send<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', apiPath(path));
      request.setRequestHeader('x-htsm', '1');
      request.setRequestHeader('idempotency-key', newKey());
      request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total === 0 ? 0 : loaded / total);
      request.onerror = () => reject(this.api.problem(0, {}));
      request.onabort = () => reject(options.signal?.reason);
      request.onload = () => {
        const body = readJson(request.responseText);
        // The contract type of the answer is the caller's knowledge, as with every request.
        if (request.status >= 200 && request.status < 300) resolve(body as T);
        else reject(this.api.problem(request.status, toProblemBody(body)));
      };
      options.signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(form);
    });
  }
}
