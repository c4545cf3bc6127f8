// Consumer and Small Business Credit Analytics: operations that require an OAuth 1.0a signature.
import type { KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { getMetrics } from './cca/metrics';
import { getScores } from './cca/scores';
import { gatewayErrorResponse } from './errors';
import { decryptBody } from './jwe/decryptBody';
import type { NonceStore } from './oauth1/nonceStore';
import { verifyRequest, type RegisteredClient } from './oauth1/verifyRequest';
import { handleWith, type AppEnv } from './operation';
import { getMatches } from './sbca/matches';
import { getLocationMetrics } from './sbca/metrics';

const CCA = '/consumer/credit-analytics';
const SBCA = '/small-business/credit-analytics/locations';

/** @param decryptionKey decrypts CCA requests */
export function createCreditAnalyticsRoutes(
	client: RegisteredClient,
	nonces: NonceStore,
	decryptionKey: KeyObject,
): Hono<AppEnv> {
	const routes = new Hono<AppEnv>();
	routes.use(async (context, next) => {
		const rejection = verifyRequest(context.var.request, client, nonces);
		if (rejection === undefined) {
			await next();
		} else {
			context.set('response', rejection);
			context.set('isRejected', true);
		}
	});
	routes.post(`${CCA}/scores`, decryptBody(decryptionKey), handleWith(getScores));
	routes.post(`${CCA}/metrics`, decryptBody(decryptionKey), handleWith(getMetrics));
	routes.get(`${SBCA}/matches`, handleWith(getMatches));
	routes.get(`${SBCA}/metrics/:locationId`, handleWith(getLocationMetrics));
	routes.all(
		'*',
		handleWith(() =>
			gatewayErrorResponse(404, 'NOT_FOUND', 'The requested resource was not found.'),
		),
	);
	return routes;
}
