import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	buildCustomerRequest,
	buildCustomerSearch,
	parseCustomerResponse,
	parseCustomerSearch,
	parseCustomerType,
	parseUsername,
	type Customer,
	type CustomerParams,
} from '../../../mastercard/openFinance/customers';
import { parseCustomerFields } from '../../../mastercard/openFinance/optionalFields';
import type { Creation, CreationRow } from '../../shared/creation/creation';
import { createOnce } from '../../shared/creation/createOnce';
import { executeRows } from '../../shared/executeRows';
import { parseRunSettings } from '../../shared/execution/runSettings';
import type { Operation } from '../../shared/operation';
import { createItemParameterReader } from '../../shared/parameters';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

/** Creates a customer for each merchant. */
export async function createCustomer(context: IExecuteFunctions) {
	return await executeRows(context, createCustomerOperation, createOpenFinanceTransport);
}

type CustomerRow = CustomerParams & CreationRow;

function createCustomerOperation(context: IExecuteFunctions): Operation<CustomerRow, Customer> {
	const { maxAttempts } = parseRunSettings(context);
	const read = createItemParameterReader(context);
	return {
		parseRow: (itemIndex) => ({
			customerType: parseCustomerType(read('customerType', itemIndex)),
			username: parseUsername(read('username', itemIndex)),
			more: parseCustomerFields((name) => read(`options.${name}`, itemIndex)),
		}),
		...createOnce(createCustomers(Date.now()), maxAttempts),
		toItems: ({ value }) => [value as IDataObject],
	};
}

/** @param startedAt When the run started, ms since 1970. */
function createCustomers(startedAt: number): Creation<CustomerRow, Customer> {
	return {
		subject: 'customer',
		howToFind: ({ username }) =>
			`Look for it: send GET /aggregation/v1/customers?username=${encodeURIComponent(username)} with the HTTP Request node and this credential.`,
		buildRequest: (params) => ({ method: 'POST', ...buildCustomerRequest(params) }),
		parseResponse: parseCustomerResponse,
		buildLookup: (params) => ({ method: 'GET', ...buildCustomerSearch(params) }),
		parseLookup: (response, params, now) => parseCustomerSearch(response, params, startedAt, now),
	};
}
