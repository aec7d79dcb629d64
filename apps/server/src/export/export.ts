import type { FastifyInstance } from 'fastify';
import { type Answers, toAnswer } from '../answers.ts';
import { createCouncilAddresses, type CouncilAddresses, refuseCouncil } from '../council-addresses.ts';
import type { Environment } from '../environment.ts';
import { sendError } from '../errors.ts';
import type { Revisions } from '../revisions.ts';
import { sendAnswer } from '../send-answer.ts';
import { findUnsafeValue } from '../text-safety.ts';
import { writeActionsCsv } from './actions-csv.ts';
import { writeActionsJson } from './actions-json.ts';
import { type ExportedPlan, getExportedPlan, NoSuchPlan } from './exported-plan.queries.ts';

interface Form {
  type: string;
  write(exported: ExportedPlan, addresses: CouncilAddresses): string;
}

const forms: Readonly<Record<string, Form>> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: writeActionsCsv },
  json: { type: 'application/json; charset=utf-8', write: writeActionsJson },
};

interface Place {
  Params: { council: string; plan: string };
}

/** GET /export/<council>/<plan>/actions.csv and .json: the plan as a file that can be read in again. */
export function serveExport(
  app: FastifyInstance,
  answers: Answers,
  revisions: Revisions,
  environment: Environment,
) {
  app.addHook('onRequest', async ({ url }, reply) => {
    if (!url.startsWith('/export/')) return;
    reply.headers({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
  });

  for (const [ending, form] of Object.entries(forms)) {
    app.get<Place>(`/export/:council/:plan/actions.${ending}`, async (request, reply) => {
      const { council: slug, plan } = request.params;
      const problem = findUnsafeValue([slug, plan]);
      if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
      const council = await revisions.find(slug);
      if (!council) return refuseCouncil(reply, environment);
      try {
        const answer = await answers.keep(council, `export ${plan} ${ending}`, async () => {
          const exported = await getExportedPlan(await answers.startAsking(), { council: slug, plan });
          const addresses = createCouncilAddresses(exported.council, environment);
          return toAnswer(Buffer.from(form.write(exported, addresses)));
        });
        reply.header(
          'content-disposition',
          `attachment; filename="${toFileName(slug, plan)}-actions.${ending}"`,
        );
        if (council.isExample) reply.header('x-robots-tag', 'noindex');
        return sendAnswer(request, reply, answer, form.type, 'public, max-age=0, s-maxage=60');
      } catch (error) {
        if (!(error instanceof NoSuchPlan)) throw error;
        const known =
          error.plans.length > 0 ? `Its plans: ${error.plans.join(', ')}.` : 'It has published none.';
        return sendError(reply, 404, 'NOT_FOUND', `There is no such plan of ${slug}. ${known}`);
      }
    });
  }
}

const toFileName = (...parts: string[]) =>
  parts
    .join('-')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
