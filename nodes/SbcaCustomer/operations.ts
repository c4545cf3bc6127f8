import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	readBusinessDetails,
	type BusinessDetails,
} from '../../mastercard/openFinance/businessDetails';
import { readCustomerId } from '../../mastercard/openFinance/ids';
import {
	businessRequest,
	customerRequest,
	readBusiness,
	readCustomer,
	readCustomerType,
	readUsername,
	type Business,
	type Customer,
	type CustomerQuestion,
} from '../../mastercard/openFinance/customers';
import { businessFields } from '../shared/descriptions/business';
import type { Operation } from '../shared/operation';

interface BusinessRow {
	customerId: string;
	details: BusinessDetails;
}

/** What both operations have in common: each row is created alone, and equal rows once. */
const oneByOne = {
	groupOf: () => '',
	identityOf: (row: unknown) => JSON.stringify(row),
	rowsPerCall: 1,
	whenUnavailable: 'error',
	unavailableFailure: () => ({
		message: 'Mastercard has nothing on this row',
		description: 'Mastercard gave no reason.',
	}),
} as const;

/** Creates customers. */
export function customerOperation(
	context: IExecuteFunctions,
): Operation<CustomerQuestion, Customer> {
	return {
		...oneByOne,
		readRow: (itemIndex) => ({
			customerType: readCustomerType(context.getNodeParameter('customerType', itemIndex, '')),
			username: readUsername(context.getNodeParameter('username', itemIndex, '')),
		}),
		request: ([question]) => ({
			method: 'POST',
			...customerRequest(question as CustomerQuestion),
		}),
		readAnswer: (answer, rows, now) => rows.map((question) => readCustomer(answer, question, now)),
		present: ({ value }) => [value as IDataObject],
	};
}

/** Creates the business records of customers. */
export function businessOperation(context: IExecuteFunctions): Operation<BusinessRow, Business> {
	return {
		...oneByOne,
		readRow: (itemIndex) => ({
			customerId: readCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
			details: readBusinessDetails(businessFields(context, itemIndex), 'alpha2'),
		}),
		request: ([row]) => {
			const { customerId, details } = row as BusinessRow;
			return { method: 'POST', ...businessRequest(customerId, details) };
		},
		readAnswer: (answer, rows, now) =>
			rows.map(({ customerId }) => readBusiness(answer, customerId, now)),
		present: ({ value }) => [value as IDataObject],
	};
}
