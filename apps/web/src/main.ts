import { bootstrapApplication } from '@angular/platform-browser';
import { Root } from './app/root';
import { appConfig } from './app/app.config';
import { releaseSubmit } from './app/early-submit';

bootstrapApplication(Root, appConfig)
  .then((program) => program.whenStable())
  .then(releaseSubmit)
  .catch((error: unknown) => reportError(error));
