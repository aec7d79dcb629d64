// The fastest GraphQL on PostgreSQL that installs here, over the same database in the same role.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const server = createServer();
await postgraphile({
  extends: [PostGraphileAmberPreset],
  // Else it would sort by no column that has no index of its own.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      connectionString: process.env['DATABASE_URL'] ?? '',
      schemas: ['public'],
      poolConfig: { max: 10, options: '-c role=sanctuary_public' },
    }),
  ],
})
  .createServ(grafserv)
  .addTo(server);
server.listen(Number(process.env['PORT']), '127.0.0.1');
