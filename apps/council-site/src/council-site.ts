import { readEnvironment, type Environment } from './environment.ts';
import { createSite } from './site.ts';

export interface CouncilSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the councils' public pages. */
export async function startCouncilSite(environment: Environment): Promise<CouncilSite> {
  const site = createSite(environment);
  const { port } = new URL(await site.listen({ port: environment.port, host: '0.0.0.0' }));
  return { url: `http://localhost:${port}`, close: () => site.close() };
}

if (import.meta.main) {
  try {
    const { url, close } = await startCouncilSite(readEnvironment(process.env));
    console.log(`Council site: ${url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void close();
        // A connection that a browser opened and never used would keep the site from ending.
        setTimeout(() => process.exit(), 5000).unref();
      });
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
