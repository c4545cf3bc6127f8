// Open Finance US: the operations that the simulator supports, and the authentication they require.
import type { OperationRequest, ReceivedRequest, SimulatedResponse } from '../http';
import type { Identity } from '../identity';
import { findRoute, type Route } from '../routes';
import { createAuthentication } from './authentication';
import { createCustomers } from './customers';
import { RESOURCE_NOT_FOUND } from './errors';
import { getLocationMatches } from './matches';

const AUTHENTICATION = '/aggregation/v2/partners/authentication';
const PREFIXES = ['/aggregation/', '/decisioning/', '/business-services/'];

/** Whether a path belongs to Open Finance, which does not use OAuth 1.0a. */
export function isOpenFinancePath(path: string): boolean {
	return PREFIXES.some((prefix) => path.startsWith(prefix));
}

/** The API with its tokens, customers and reports. */
export interface OpenFinance {
	handleRequest(
		request: ReceivedRequest,
		operationRequest: Omit<OperationRequest, 'pathParameters'>,
	): SimulatedResponse;
	reset(): void;
}

/** @param tokenTtlSeconds lifetime of a token */
export function createOpenFinance(
	partner: Identity['openFinance'],
	tokenTtlSeconds: number,
): OpenFinance {
	const authentication = createAuthentication(partner, tokenTtlSeconds);
	const customers = createCustomers();
	const businesses = '/business-services/customers/*/businesses';
	const routes: Route[] = [
		{ method: 'POST', path: AUTHENTICATION, handle: authentication.createToken },
		{ method: 'GET', path: '/decisioning/sbca/location-matches', handle: getLocationMatches },
		{ method: 'POST', path: '/decisioning/customers/*/sbca', handle: customers.generateReport },
		{ method: 'GET', path: '/decisioning/v3/customers/*/reports/*', handle: customers.getReport },
		{ method: 'GET', path: '/decisioning/v1/customers/*/reports', handle: customers.listReports },
		{ method: 'POST', path: '/aggregation/v2/customers/testing', handle: customers.addCustomer },
		{ method: 'GET', path: '/aggregation/v1/customers/*', handle: customers.getCustomer },
		{ method: 'POST', path: businesses, handle: customers.addBusiness },
		{ method: 'GET', path: businesses, handle: customers.listBusinesses },
	];
	return {
		handleRequest(request, operationRequest) {
			const match = findRoute(routes, request);
			const routed = { ...operationRequest, pathParameters: match?.pathParameters ?? [] };
			const rejection =
				request.path === AUTHENTICATION ? undefined : authentication.verifyToken(routed);
			return rejection ?? match?.route.handle(routed) ?? RESOURCE_NOT_FOUND;
		},
		reset() {
			authentication.reset();
			customers.reset();
		},
	};
}
