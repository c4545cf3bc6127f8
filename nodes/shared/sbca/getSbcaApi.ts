import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { Authentication } from '../descriptions/authentication';
import type { TransportFactory } from '../transport/transport';
import { openFinance } from './openFinance';
import type { SbcaApi } from './sbcaApi';
import { standalone } from './standalone';

const APIS: Readonly<Record<Authentication, SbcaApi>> = {
	mastercardApi: standalone,
	mastercardOpenFinanceApi: openFinance,
};

/** The API that the node's parameter 'Authentication' selects. */
export function getSbcaApi(context: IExecuteFunctions): SbcaApi {
	const name: unknown = context.getNodeParameter('authentication', 0);
	if (name === 'mastercardApi' || name === 'mastercardOpenFinanceApi') return APIS[name];
	throw new NodeOperationError(context.getNode(), "'Authentication' has an invalid value", {
		description: 'Choose one of its options in the node. Nothing was sent.',
	});
}

/** Opens the credential of that API. */
export const createSbcaTransport: TransportFactory = async (context, cards) =>
	await getSbcaApi(context).createTransport(context, cards);
