import type { FastifyInstance } from 'fastify';
import { type Answers, toAnswer } from '../answers.ts';
import { createCouncilAddresses, type CouncilAddresses } from '../council-addresses.ts';
import { serveCouncilFile } from '../council-file.ts';
import type { Environment } from '../environment.ts';
import { sendError } from '../errors.ts';
import type { Revisions } from '../revisions.ts';
import { sendAnswer } from '../send-answer.ts';
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
  council: string;
  plan: string;
}

/** GET /export/<council>/<plan>/actions.csv and .json: the plan as a file that can be read in again. */
export function serveExport(
  app: FastifyInstance,
  answers: Answers,
  revisions: Revisions,
  environment: Environment,
) {
  for (const [ending, form] of Object.entries(forms)) {
    const path = `/export/:council/:plan/actions.${ending}`;
    serveCouncilFile<Place>(app, path, { revisions, environment }, async (council, request, reply) => {
      const { council: slug, plan } = request.params;
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
        return sendAnswer(request, reply, answer, form.type);
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
