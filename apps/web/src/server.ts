import { type IncomingMessage, type ServerResponse } from 'node:http';
import { AngularNodeAppEngine, writeResponseToNodeResponse } from '@angular/ssr/node';
import { allowedHosts } from './server/allowed-hosts';
import { type PageContext } from './server/page-context';
import { type RenderedPage, readPage } from './server/rendered-page';

let engine: AngularNodeAppEngine | undefined;

/** The engine is made at the first request, so that the environment of the running process decides. */
function currentEngine(): AngularNodeAppEngine {
  engine ??= new AngularNodeAppEngine({ allowedHosts: allowedHosts(process.env) });
  return engine;
}

/**
 * Renders the page of a request, or the empty shell of a browser-rendered one; null when no route matches. Styles of
 * the page carry the nonce.
 */
export async function render(request: IncomingMessage, nonce?: string): Promise<Response | null> {
  return currentEngine().handle(request, { nonce } satisfies PageContext);
}

/**
 * Renders like `render`, read to the end: status, headers, html with the reader's language and theme on the root
 * element, and the hashes a Content-Security-Policy needs to allow the inline scripts of exactly this page. The nonce
 * goes to the browser too, for the styles that come with later screens.
 */
export async function renderPage(request: IncomingMessage, nonce: string): Promise<RenderedPage | null> {
  const response = await render(request, nonce);
  return response === null ? null : readPage(response, request, nonce);
}

/** A plain Node request listener, used by the development server. */
export async function reqHandler(
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
): Promise<void> {
  try {
    const page = await render(request);
    if (page === null) next();
    else await writeResponseToNodeResponse(page, response);
  } catch (error) {
    next(error);
  }
}
