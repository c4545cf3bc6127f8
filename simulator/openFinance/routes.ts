// Open Finance US: its operations, and the authentication they require.
import { Hono } from 'hono';
import { parseJson } from '../http';
import type { Identity } from '../identity';
import { handleWith, type AppEnv } from '../operation';
import { createAuthentication } from './authentication';
import { createCustomers } from './customers';
import { RESOURCE_NOT_FOUND } from './errors';
import { getLocationMatches } from './matches';

const PREFIXES = ['/aggregation/*', '/decisioning/*', '/business-services/*'];
const AUTHENTICATION = '/aggregation/v2/partners/authentication';
const BUSINESSES = '/business-services/customers/:customerId/businesses';

/** The API with its tokens, customers and reports. */
export interface OpenFinance {
	routes: Hono<AppEnv>;
	reset(): void;
}

/** @param tokenTtlSeconds lifetime of a token */
export function createOpenFinance(
	partner: Identity['openFinance'],
	tokenTtlSeconds: number,
): OpenFinance {
	const authentication = createAuthentication(partner, tokenTtlSeconds);
	const customers = createCustomers();
	const notFound = handleWith(() => RESOURCE_NOT_FOUND);
	const routes = new Hono<AppEnv>();

	routes.on('ALL', PREFIXES, async ({ var: { request, call } }, next) => {
		call.body = parseJson(request.rawBody.toString('utf8'));
		await next();
	});
	routes.post(AUTHENTICATION, handleWith(authentication.createToken)).all(AUTHENTICATION, notFound);
	routes.on('ALL', PREFIXES, async (context, next) => {
		const rejection = authentication.verifyToken(context.var.request);
		if (rejection === undefined) await next();
		else context.set('response', rejection);
	});
	routes.get('/decisioning/sbca/location-matches', handleWith(getLocationMatches));
	routes.post('/decisioning/customers/:customerId/sbca', handleWith(customers.generateReport));
	routes.get(
		'/decisioning/v3/customers/:customerId/reports/:reportId',
		handleWith(customers.getReport),
	);
	routes.get('/decisioning/v1/customers/:customerId/reports', handleWith(customers.listReports));
	routes.post('/aggregation/v2/customers/testing', handleWith(customers.addCustomer));
	routes.get('/aggregation/v1/customers/:customerId', handleWith(customers.getCustomer));
	routes.post(BUSINESSES, handleWith(customers.addBusiness));
	routes.get(BUSINESSES, handleWith(customers.listBusinesses));
	routes.on('ALL', PREFIXES, notFound);

	return {
		routes,
		reset() {
			authentication.reset();
			customers.reset();
		},
	};
}
