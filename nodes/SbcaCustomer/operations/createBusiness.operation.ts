import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	parseBusinessDetails,
	type BusinessDetails,
} from '../../../mastercard/openFinance/businessDetails';
import {
	buildBusinessRequest,
	parseBusinessResponse,
	type Business,
} from '../../../mastercard/openFinance/customers';
import { parseCustomerId } from '../../../mastercard/openFinance/ids';
import { businessFields } from '../../shared/descriptions/business';
import { executeRows } from '../../shared/executeRows';
import { oneRowPerCall } from '../../shared/oneRowPerCall';
import type { Operation } from '../../shared/operation';
import { createOpenFinanceTransport } from '../../shared/transport/createOpenFinanceTransport';

interface BusinessRow {
	customerId: string;
	details: BusinessDetails;
}

/** Creates the business record of each customer. */
export async function createBusiness(context: IExecuteFunctions) {
	return await executeRows(context, createBusinessOperation, createOpenFinanceTransport);
}

function createBusinessOperation(context: IExecuteFunctions): Operation<BusinessRow, Business> {
	return {
		parseRow: (itemIndex) => ({
			customerId: parseCustomerId(context.getNodeParameter('customerId', itemIndex, '')),
			details: parseBusinessDetails(businessFields(context, itemIndex), 'record'),
		}),
		...oneRowPerCall(
			({ customerId, details }: BusinessRow) => ({
				method: 'POST',
				...buildBusinessRequest(customerId, details),
			}),
			(response, { customerId }, now) => parseBusinessResponse(response, customerId, now),
		),
		toItems: ({ value }) => [value as IDataObject],
	};
}
