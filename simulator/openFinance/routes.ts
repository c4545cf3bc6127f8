// Open Finance US: its operations, and the authentication they require.
import { Hono } from 'hono';
import { parseJson } from '../http';
import type { Identity } from '../identity';
import { handleWith, type AppEnv } from '../operation';
import { createAuthentication } from './authentication';
import { addBusiness, listBusinesses } from './businesses';
import { createCustomerStore } from './customerStore';
import { addCustomer, findCustomers, getCustomer } from './customers';
import { RESOURCE_NOT_FOUND } from './errors';
import { getLocationMatches } from './matches';
import { generateReport, getReport, listReports } from './reports';

const PREFIXES = ['/aggregation/*', '/decisioning/*', '/business-services/*'];
const AUTHENTICATION = '/aggregation/v2/partners/authentication';
const CUSTOMER = '/decisioning/customers/:customerId';
const STORED = '/decisioning/v3/customers/:customerId';
const LISTED = '/decisioning/v1/customers/:customerId';
const NEW_CUSTOMERS = '/aggregation/v2/customers';
const CUSTOMERS = '/aggregation/v1/customers';
const BUSINESSES = '/business-services/customers/:customerId/businesses';

/** The API with its tokens, customers and reports. */
export interface OpenFinance {
	routes: Hono<AppEnv>;
	/** Ends all tokens before their time. */
	endTokens: () => void;
	reset(): void;
}

/** @param tokenTtlSeconds lifetime of a token */
export function createOpenFinance(
	partner: Identity['openFinance'],
	tokenTtlSeconds: number,
): OpenFinance {
	const authentication = createAuthentication(partner, tokenTtlSeconds);
	const store = createCustomerStore();
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
	routes.post(`${CUSTOMER}/sbca`, handleWith(generateReport(store)));
	routes.get(`${STORED}/reports/:reportId`, handleWith(getReport(store)));
	routes.get(`${LISTED}/reports`, handleWith(listReports(store)));
	routes.post(`${NEW_CUSTOMERS}/testing`, handleWith(addCustomer(store, 'testing')));
	routes.post(`${NEW_CUSTOMERS}/active`, handleWith(addCustomer(store, 'active')));
	routes.get(CUSTOMERS, handleWith(findCustomers(store)));
	routes.get(`${CUSTOMERS}/:customerId`, handleWith(getCustomer(store)));
	routes.post(BUSINESSES, handleWith(addBusiness(store)));
	routes.get(BUSINESSES, handleWith(listBusinesses(store)));
	routes.on('ALL', PREFIXES, notFound);

	return {
		routes,
		endTokens: authentication.endTokens,
		reset() {
			authentication.reset();
			store.reset();
		},
	};
}
