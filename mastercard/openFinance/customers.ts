/**
 * The prerequisites of a first report: a customer (`POST /aggregation/v2/customers/testing` or `/active`) and its
 * business record (`POST /business-services/customers/{customerId}/businesses`).
 *
 * Source: Mastercard's Open Finance US specification 1.43.0, operations AddTestingCustomer, AddCustomer and
 * AddBusinessDetails.
 */
import type { HttpResponse, RowResult } from '../errors/Failure';
import { InvalidParameterError } from '../errors/InvalidParameterError';
import { isRecord, toText } from '../json';
import { requiredText } from '../sbca/parseText';
import type { BusinessDetails } from './businessDetails';
import { wasCreatedSince } from './createdSince';
import { unexpected, declined } from './failure';
import { parseEpoch } from './storedReport';

/** Active customers are real and billable. */
export type CustomerType = 'testing' | 'active';

export interface CustomerParams {
	customerType: CustomerType;
	username: string;
	/** Optional fields, by Mastercard's names. */
	more?: Readonly<Record<string, string>>;
}

/** A customer as the node outputs it. */
export interface Customer extends Record<string, unknown> {
	customerId: string;
	username: string;
	customerType: CustomerType;
	/** ISO 8601. */
	createdDate: string | null;
}

/** The business record of a customer; documented fields, and any that Mastercard adds. */
export interface Business extends Record<string, unknown> {
	customerId: string;
	businessId: string;
}

/** @throws InvalidParameterError for anything but the two types, which are part of the request's path. */
export function parseCustomerType(value: unknown): CustomerType {
	if (value === 'testing' || value === 'active') return value;
	throw new InvalidParameterError(
		'CUSTOMER_TYPE',
		"'Customer Type' has an invalid value",
		'Use testing or active.',
	);
}

/** @throws InvalidParameterError for a username that does not follow Mastercard's rules. */
export function parseUsername(value: unknown): string {
	const username = requiredText(value, 'Username', 255);
	if (/^[A-Za-z0-9!@.#$%&*_+-]{6,}$/.test(username)) return username;
	throw new InvalidParameterError(
		'USERNAME',
		"'Username' does not follow Mastercard's rules",
		'Use 6 to 255 characters: unaccented letters, digits and ! @ . # $ % & * _ - + without spaces. Mastercard advises against email addresses.',
	);
}

export function buildCustomerRequest({ customerType, username, more }: CustomerParams): {
	path: string;
	body: Record<string, unknown>;
} {
	return { path: `/aggregation/v2/customers/${customerType}`, body: { username, ...more } };
}

/** @param now Our clock, ms since 1970. */
export function parseCustomerResponse(
	response: HttpResponse,
	{ customerType, username }: CustomerParams,
	now: number,
): RowResult<Customer> {
	const { status, body } = response;
	if (status !== 200 && status !== 201) return declined(response, now);
	if (!isRecord(body) || toText(body.id) === null) return unexpected(response, 'a customer');
	const { id, createdDate, ...more } = body;
	return {
		kind: 'succeeded',
		value: {
			customerId: String(id),
			username,
			customerType,
			createdDate: parseEpoch(createdDate),
			...more,
		},
	};
}

export function buildCustomerSearch({ username }: CustomerParams): {
	path: string;
	query: Record<string, string>;
} {
	return { path: '/aggregation/v1/customers', query: { username } };
}

/**
 * @param startedAt When the run started, ms since 1970.
 * @param now Our clock.
 * @returns The customer with the username, if it was created since then; a search finds one at most.
 */
export function parseCustomerSearch(
	response: HttpResponse,
	{ customerType, username }: CustomerParams,
	startedAt: number,
	now: number,
): RowResult<Customer> | { kind: 'none' } {
	const { status, body } = response;
	if (status !== 200) return declined(response, now);
	if (!isRecord(body) || !Array.isArray(body.customers))
		return unexpected(response, 'a list of customers');
	const found = body.customers
		.filter(isRecord)
		.find(
			(customer) =>
				customer.username === username &&
				customer.type === customerType &&
				wasCreatedSince(customer.createdDate, startedAt, response, now),
		);
	if (found === undefined) return { kind: 'none' };
	// Its type is in the result under the name of the parameter.
	const created = Object.fromEntries(Object.entries(found).filter(([field]) => field !== 'type'));
	return parseCustomerResponse({ ...response, body: created }, { customerType, username }, now);
}

export function buildBusinessRequest(
	customerId: string,
	details: BusinessDetails,
): { path: string; body: Record<string, unknown> } {
	return { path: `/business-services/customers/${customerId}/businesses`, body: details };
}

export function buildBusinessSearch(customerId: string): { path: string } {
	return { path: `/business-services/customers/${customerId}/businesses` };
}

/**
 * @param details What was to be created.
 * @param now Our clock, ms since 1970.
 * @returns The customer's business record, if it is the one that was to be created. Its time has no time zone, so it
 * is recognized by name and address.
 */
export function parseBusinessSearch(
	response: HttpResponse,
	customerId: string,
	{ name, address }: BusinessDetails,
	now: number,
): RowResult<Business> | { kind: 'none' } {
	const { status, body } = response;
	if (status === 404) return { kind: 'none' };
	if (status !== 200) return declined(response, now);
	const found = (Array.isArray(body) ? body : []).filter(isRecord).find((business) => {
		const itsAddress = isRecord(business.address) ? business.address : {};
		return business.name === name && itsAddress.addressLine1 === address.addressLine1;
	});
	if (found === undefined) return { kind: 'none' };
	return parseBusinessResponse({ ...response, body: found }, customerId, now);
}

/** @param now Our clock, ms since 1970. */
export function parseBusinessResponse(
	response: HttpResponse,
	customerId: string,
	now: number,
): RowResult<Business> {
	const { status, body } = response;
	if (status !== 200 && status !== 201) return declined(response, now);
	const businessId = isRecord(body) ? toText(body.businessId) : null;
	if (!isRecord(body) || businessId === null) return unexpected(response, 'a business record');
	return { kind: 'succeeded', value: { customerId, ...body, businessId } };
}
