// The limit of the database: one statement that somebody wrote by hand, prepared, in the same role.
import Fastify from 'fastify';
import pg from 'pg';
import { planAtAGlance } from '../documents.ts';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  options: '-c role=sanctuary_public',
  max: 10,
});
const app = Fastify();
app.get<{ Querystring: { council: string; plan: string } }>('/answer', async ({ query }, reply) => {
  const { rows } = await pool.query<{ answer: unknown }>({
    name: 'plan-at-a-glance',
    text: planAtAGlance.sql,
    values: [query.council, query.plan],
  });
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(rows[0]?.answer));
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
