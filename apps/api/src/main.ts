import 'reflect-metadata';
import { createApi, loadProcessConfig, openApiDataSource } from '@htsm/api/core';
import { AppModule } from './app.module';
import { documentApi } from './openapi';
import { plainly } from './plainly';
import { refuseExemptSignIns, refuseShiftedClock } from './production-checks';
import { entities } from './rooms';
import { stopOnSignal } from './stop-on-signal';
import { serveWeb } from './web/serve-web';

const config = await plainly(() => loadProcessConfig(process.env, 'api'));
const source = await openApiDataSource(config.databaseUrl, entities, 20);
await plainly(() => refuseShiftedClock(config, source));
await plainly(() => refuseExemptSignIns(config, source));
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
