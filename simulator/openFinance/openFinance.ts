// Open Finance US: which of its operations this server knows, and who may use them.
import type { Answer, Question, Received } from '../http';
import type { Identity } from '../identity';
import { findRoute, type Route } from '../routes';
import { createCustomers } from './customers';
import { RESOURCE_NOT_FOUND } from './errors';
import { locationMatches } from './matches';
import { createSignIn } from './signIn';

const LOG_IN = '/aggregation/v2/partners/authentication';
const PREFIXES = ['/aggregation/', '/decisioning/', '/business-services/'];

/** Whether a path belongs to Open Finance, and so needs no OAuth 1.0a signature. */
export function isOpenFinancePath(path: string): boolean {
	return PREFIXES.some((prefix) => path.startsWith(prefix));
}

/** The API with its memory of tokens, customers and reports. */
export interface OpenFinance {
	answer(request: Received, question: Omit<Question, 'pathValues'>): Answer;
	reset(): void;
}

/** @param tokenSeconds lifetime of a token */
export function createOpenFinance(
	partner: Identity['openFinance'],
	tokenSeconds: number,
): OpenFinance {
	const signIn = createSignIn(partner, tokenSeconds);
	const customers = createCustomers();
	const customer = '/decisioning/customers/*';
	const routes: Route[] = [
		{ method: 'POST', path: LOG_IN, answer: signIn.logIn },
		{ method: 'GET', path: '/decisioning/sbca/location-matches', answer: locationMatches },
		{ method: 'POST', path: `${customer}/sbca`, answer: customers.generateReport },
		{ method: 'GET', path: '/decisioning/v3/customers/*/reports/*', answer: customers.report },
		{ method: 'GET', path: '/decisioning/v1/customers/*/reports', answer: customers.reports },
		{ method: 'POST', path: '/aggregation/v2/customers/testing', answer: customers.addTesting },
		{ method: 'GET', path: '/aggregation/v1/customers/*', answer: customers.get },
		{
			method: 'POST',
			path: '/business-services/customers/*/businesses',
			answer: customers.addBusiness,
		},
		{
			method: 'GET',
			path: '/business-services/customers/*/businesses',
			answer: customers.businesses,
		},
	];
	return {
		answer(request, question) {
			const found = findRoute(routes, request);
			const asked = { ...question, pathValues: found?.pathValues ?? [] };
			const refusal = request.path === LOG_IN ? undefined : signIn.refusal(asked);
			return refusal ?? found?.route.answer(asked) ?? RESOURCE_NOT_FOUND;
		},
		reset() {
			signIn.reset();
			customers.reset();
		},
	};
}
