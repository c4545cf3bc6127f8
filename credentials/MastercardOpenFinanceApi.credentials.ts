/** Open Finance US partner account: authenticates our nodes and n8n's HTTP Request node with a shared session. */
import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { authenticateOpenFinance, preAuthenticate } from './authentication/authenticateOpenFinance';
import { ignoreHttpStatusErrors, statusRules } from './authentication/credentialTest';

export class MastercardOpenFinanceApi implements ICredentialType {
	name = 'mastercardOpenFinanceApi';

	displayName = 'Mastercard Open Finance API';

	icon: Icon = {
		light: 'file:mastercardOpenFinanceApi.svg',
		dark: 'file:mastercardOpenFinanceApi.dark.svg',
	};

	documentationUrl =
		'https://github.com/mastercard-credit-analytics/n8n-nodes-mastercard-credit-analytics/blob/main/docs/open-finance.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Partner ID',
			name: 'partnerId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1234583871234',
			hint: 'Digits, from your Open Finance project on Mastercard Developers',
		},
		{
			displayName: 'Partner Secret',
			name: 'partnerSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'From the same project. Mastercard locks the account after five attempts with a wrong secret, so a failed authentication is not retried.',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'From the same project',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.finicity.com',
			hint: 'Leave it as it is: test and production accounts use the same address. Another one must start with https, or with http on this machine.',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Session',
			name: 'session',
			type: 'hidden',
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await preAuthenticate(
			credentials,
			async (request) => await this.helpers.httpRequest(request),
		);
	}

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		authenticateOpenFinance(requestOptions, credentials, Date.now());

	/**
	 * n8n authenticates anew before it sends this free request, so a wrong field has already been reported by then. It
	 * may return 404 for a partner without customers.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/aggregation/v1/customers',
			qs: { limit: 1 },
			method: 'GET',
			ignoreHttpStatusErrors,
		},
		rules: statusRules({
			401: "Authentication succeeded, but Mastercard declined a request with the new token (401). Test it again in a few minutes. If that does not help, check on Mastercard Developers that 'App Key' and 'Partner ID' belong to the same project.",
			403: 'Authentication succeeded, but Mastercard denied access to this account (403). Check on Mastercard Developers that its plan is active.',
		}),
	};
}
