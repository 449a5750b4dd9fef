import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { Root } from './app/root';
import { serverConfig } from './app/app.config.server';

/** Starts one application for one request; called by the server-rendering engine. */
const bootstrap = (context: BootstrapContext) => bootstrapApplication(Root, serverConfig, context);

// eslint-disable-next-line no-restricted-syntax -- the Angular builder asks for a default export
export default bootstrap;
