import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	buildCustomerRequest,
	parseCustomerResponse,
	parseCustomerType,
	parseUsername,
	type Customer,
	type CustomerParams,
} from '../../../mastercard/openFinance/customers';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

/** Creates a customer for each merchant. */
export async function createCustomer(context: IExecuteFunctions) {
	return await executeRows(context, createCustomerOperation, createOpenFinanceTransport);
}

function createCustomerOperation(context: IExecuteFunctions): Operation<CustomerParams, Customer> {
	return {
		parseRow: (itemIndex) => ({
			customerType: parseCustomerType(context.getNodeParameter('customerType', itemIndex, '')),
			username: parseUsername(context.getNodeParameter('username', itemIndex, '')),
		}),
		...oneRowPerCall(
			(params: CustomerParams) => ({ method: 'POST', ...buildCustomerRequest(params) }),
			parseCustomerResponse,
		),
		toItems: ({ value }) => [value as IDataObject],
	};
}
