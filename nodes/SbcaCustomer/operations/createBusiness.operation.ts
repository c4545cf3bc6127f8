import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	parseBusinessDetails,
	type BusinessDetails,
} from '../../../mastercard/openFinance/businessDetails';
import {
	buildBusinessRequest,
	buildBusinessSearch,
	parseBusinessResponse,
	parseBusinessSearch,
	type Business,
} from '../../../mastercard/openFinance/customers';
import { parseCustomerId } from '../../../mastercard/openFinance/ids';
import { businessFields } from '../../shared/descriptions/business';
import { parseBusinessFields } from '../../../mastercard/openFinance/optionalFields';
import { omitSensitiveFields } from '../../../mastercard/openFinance/sensitiveFields';
import { parseIncludesSensitive } from '../../shared/descriptions/sensitiveFields';
import type { Creation, CreationRow } from '../../shared/creation/creation';
import { createOnce } from '../../shared/creation/createOnce';
import { executeRows } from '../../shared/executeRows';
import { parseRunSettings } from '../../shared/execution/runSettings';
import type { Operation } from '../../shared/operation';
import { createItemParameterReader } from '../../shared/parameters';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

interface BusinessRow extends CreationRow {
	customerId: string;
	details: BusinessDetails;
	/** Optional fields, by Mastercard's names. */
	more: Record<string, string>;
}

const RECORDS: Creation<BusinessRow, Business> = {
	subject: 'business record',
	howToFind: ({ customerId }) =>
		`Look for it: send GET ${buildBusinessSearch(customerId).path} with the HTTP Request node and this credential.`,
	buildRequest: ({ customerId, details, more }) => ({
		method: 'POST',
		...buildBusinessRequest(customerId, { ...details, ...more }),
	}),
	parseResponse: (response, { customerId }, now) =>
		parseBusinessResponse(response, customerId, now),
	buildLookup: ({ customerId }) => ({ method: 'GET', ...buildBusinessSearch(customerId) }),
	parseLookup: (response, { customerId, details }, now) =>
		parseBusinessSearch(response, customerId, details, now),
};

/** Creates the business record of each customer. */
export async function createBusiness(context: IExecuteFunctions) {
	return await executeRows(context, createBusinessOperation, createOpenFinanceTransport);
}

function createBusinessOperation(context: IExecuteFunctions): Operation<BusinessRow, Business> {
	const read = createItemParameterReader(context);
	const includesSensitive = parseIncludesSensitive(context);
	return {
		parseRow: (itemIndex) => ({
			customerId: parseCustomerId(read('customerId', itemIndex)),
			details: parseBusinessDetails(businessFields(read, itemIndex), 'record'),
			more: parseBusinessFields((name) => read(`options.${name}`, itemIndex)),
		}),
		...createOnce(RECORDS, parseRunSettings(context).maxAttempts),
		toItems: ({ value }) =>
			[includesSensitive ? value : omitSensitiveFields(value)] as IDataObject[],
	};
}
