/** Keys of a Mastercard Developers project: signs requests of our nodes and n8n's HTTP Request node with OAuth 1.0a. */
import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	IAuthenticateRuleResponseCode,
	Icon,
} from 'n8n-workflow';
import { authenticateMastercardApi, TEST_PATH } from './authentication/authenticateMastercardApi';
import { ignoreHttpStatusErrors, statusRules } from './authentication/credentialTest';
import { mastercardApiProperties } from './forms/mastercardApi';

export class MastercardApi implements ICredentialType {
	name = 'mastercardApi';

	displayName = 'Mastercard API';

	icon: Icon = { light: 'file:mastercardApi.svg', dark: 'file:mastercardApi.dark.svg' };

	documentationUrl =
		'https://github.com/mastercard-credit-analytics/n8n-nodes-mastercard-credit-analytics/blob/main/docs/credentials.md';

	properties = mastercardApiProperties;

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		authenticateMastercardApi(requestOptions, credentials, new Date());

	/**
	 * No documented operation is free of charge and without side effects, so the test requests an unknown path of
	 * Consumer Credit Analytics. Wrong keys, passwords and certificates are found before anything is sent, and n8n
	 * shows the message from `authenticate`. Otherwise it shows one fixed message for each status, so these list
	 * alternatives. The test succeeds with 404: Mastercard reports an
	 * unknown path only after it has accepted the signature.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.environment === "custom" ? $credentials.baseUrl : $credentials.environment === "production" ? "https://api.mastercard.com" : "https://sandbox.api.mastercard.com" }}',
			url: TEST_PATH,
			method: 'GET',
			ignoreHttpStatusErrors,
		},
		// n8n evaluates each rule by its own type; only its typings require a single type for the list.
		rules: [
			...statusRules({
				400: "Mastercard could not read the signature (400). Check that 'Consumer Key' is complete and belongs to this 'Environment'.",
				401: "Authentication failed: Mastercard did not accept the signature (401). Check that 'Consumer Key' and 'Signing Key' belong to the same key of your project and to this 'Environment'. Other possible causes are a wrong clock on this machine, or a project that does not include Consumer Credit Analytics.",
				403: "Mastercard recognized the key but denied access (403). Check on Mastercard Developers that the key is active and that the project includes the API for this 'Environment'.",
			}),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Errors',
					value: undefined,
					message:
						"The response did not come from Mastercard. Check 'Base URL' and any proxy in between.",
				},
			},
		] as IAuthenticateRuleResponseCode[],
	};
}
