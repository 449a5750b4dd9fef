import 'reflect-metadata';
import { createApi, loadConfig, openApiDataSource } from '@htsm/api/core';
import { AppModule } from './app.module';
import { documentApi } from './openapi';
import { refuseExemptSignIns, refuseShiftedClock } from './production-checks';
import { entities } from './rooms';
import { stopOnSignal } from './stop-on-signal';
import { serveWeb } from './web/serve-web';

const config = loadConfig(process.env);
const source = await openApiDataSource(config.appDatabaseUrl, entities, 20);
await refuseShiftedClock(config, source);
await refuseExemptSignIns(config, source);
const app = await createApi(AppModule.with(config, source));
documentApi(app);
await serveWeb(app, config);
await app.listen(config.port, config.host);
stopOnSignal(async () => {
  // a connection that was busy when closing began would be kept alive after its answer
  const idle = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
  await app.close();
  clearInterval(idle);
  await source.destroy();
});
