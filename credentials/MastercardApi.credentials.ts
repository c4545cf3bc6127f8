/** Keys of a Mastercard Developers project: signs requests of our nodes and n8n's HTTP Request node with OAuth 1.0a. */
import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	IAuthenticateRuleResponseCode,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { authenticateMastercardApi, TEST_PATH } from './authentication/authenticateMastercardApi';
import { ignoreHttpStatusErrors, statusRules } from './authentication/credentialTest';

const CUSTOM_ONLY = { displayOptions: { show: { environment: ['custom'] } } };

export class MastercardApi implements ICredentialType {
	name = 'mastercardApi';

	displayName = 'Mastercard API';

	icon: Icon = { light: 'file:mastercardApi.svg', dark: 'file:mastercardApi.dark.svg' };

	documentationUrl =
		'https://developer.mastercard.com/platform/documentation/authentication/using-oauth-1a-to-access-mastercard-apis/';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Production', value: 'production' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'sandbox',
			description: 'Where to send requests. Sandbox and Production have separate keys.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			...CUSTOM_ONLY,
			default: '',
			placeholder: 'e.g. http://localhost:8080',
			description:
				'Replaces https://sandbox.api.mastercard.com. Must start with https, or with http on this machine.',
		},
		{
			displayName: 'Consumer Key',
			name: 'consumerKey',
			type: 'string',
			required: true,
			default: '',
			description:
				'From your project on Mastercard Developers: 48 characters, an exclamation mark, and 48 more',
		},
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			required: true,
			default: '',
			description:
				'The .p12 file from Mastercard Developers as Base64 (the output of "base64 -w0 key.p12"), or the private key in PEM format',
		},
		{
			displayName: 'Signing Key Alias',
			name: 'signingKeyAlias',
			type: 'string',
			default: '',
			placeholder: 'e.g. keyalias',
			description: 'Only needed if the .p12 file contains several keys',
		},
		{
			displayName: 'Signing Key Password',
			name: 'signingKeyPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The password that was set when the key was created',
		},
		{
			displayName: 'Encryption Certificate',
			name: 'encryptionCertificate',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			description:
				'The "Client Encryption Key" of your project, in PEM format or as Base64. Required for APIs with encrypted payloads, such as Consumer Credit Analytics.',
		},
		{
			displayName: 'Decryption Key',
			name: 'decryptionKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			description:
				'The "Mastercard Encryption Key" of your project: its .p12 file as Base64, or the private key in PEM format. If empty, the signing key is used.',
		},
		{
			displayName: 'Decryption Key Alias',
			name: 'decryptionKeyAlias',
			type: 'string',
			default: '',
			description: 'Only needed if the .p12 file of the decryption key contains several keys',
		},
		{
			displayName: 'Decryption Key Password',
			name: 'decryptionKeyPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The password of the decryption key',
		},
		{
			displayName: 'Encrypted Value Field Name',
			name: 'encryptedValueFieldName',
			type: 'string',
			default: 'encryptedData',
			description: 'Name of the field that contains the encrypted payload',
		},
		{
			displayName: 'Card Reference Key',
			name: 'cardReferenceKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A secret of your choice, of any length. If set, results include a reference that is always the same for a card but does not reveal the card number.',
		},
		{
			displayName: 'Card Sealing Key',
			name: 'cardSealingKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			description:
				'Only needed for sealed cards: the private key that opens them, in PEM format or as a .p12 file in Base64',
		},
		{
			displayName: 'Card Sealing Key Password',
			name: 'cardSealingKeyPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The password of the card sealing key',
		},
	];

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
