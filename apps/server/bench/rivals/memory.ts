// The limit of the runtime: the bytes and headers of one answer from memory, by the Fastify that the server uses.
import Fastify from 'fastify';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

const [source] = (await once(
  get(process.env['SOURCE'] ?? '', { headers: { 'accept-encoding': 'br' } }),
  'response',
)) as [IncomingMessage];
const body = await buffer(source);
const { date: _, connection: _1, 'keep-alive': _2, 'content-length': _3, ...headers } = source.headers;

const app = Fastify();
app.get('/', async (_request, reply) => reply.headers(headers).send(body));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
