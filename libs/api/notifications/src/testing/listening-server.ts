import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** A request that came in. */
export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program elsewhere that is told of challenges: notes what comes in and answers as it is set. */
export class ListeningServer {
  readonly heard: Heard[] = [];
  status = 200;
  location: string | undefined;
  private server: Server | undefined;

  /** Gives its address. */
  async open(): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        this.heard.push({ headers: request.headers, body });
        response.writeHead(this.status, this.location === undefined ? {} : { location: this.location }).end('ok');
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;
  }

  /** Forgets what came in and answers 200 again. */
  reset(): void {
    this.heard.splice(0);
    this.status = 200;
    this.location = undefined;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
