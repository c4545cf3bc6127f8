/** Mastercard Developers project keys: signs every request with OAuth 1.0a, for our nodes and n8n's HTTP Request node alike. */
import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	IAuthenticateRuleResponseCode,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { authenticateMastercardApi, TEST_PATH } from './authentication/authenticateMastercardApi';

const CUSTOM_ONLY = { displayOptions: { show: { environment: ['custom'] } } };

/** Success is Mastercard's own "no such path", which it answers only to a request whose signature it has accepted. */
const NOT_FOUND = 404;
const EVERY_OTHER_FAILURE = Array.from({ length: 200 }, (_, index) => 400 + index).filter(
	(status) => status !== NOT_FOUND,
);

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
			description: 'Where requests go. Sandbox and production each have their own keys.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			...CUSTOM_ONLY,
			default: '',
			placeholder: 'e.g. http://localhost:8080',
			description:
				'Takes the place of https://sandbox.api.mastercard.com. Has to start with https, or with http on this machine.',
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
				'The Base64 text of the .p12 file from Mastercard Developers ("base64 -w0 key.p12" prints it), or the private key in PEM form',
		},
		{
			displayName: 'Signing Key Alias',
			name: 'signingKeyAlias',
			type: 'string',
			default: '',
			placeholder: 'e.g. keyalias',
			description: 'Only needed when the .p12 file holds several keys',
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
				'The "Client Encryption Key" of your project, in PEM form or as Base64. Needed by APIs with encrypted payloads, such as Consumer Credit Analytics.',
		},
		{
			displayName: 'Decryption Key',
			name: 'decryptionKey',
			type: 'string',
			typeOptions: { password: true, rows: 4 },
			default: '',
			description:
				'The "Mastercard Encryption Key" of your project: the Base64 text of its .p12 file, or the private key in PEM form. If empty, the signing key is used.',
		},
		{
			displayName: 'Decryption Key Alias',
			name: 'decryptionKeyAlias',
			type: 'string',
			default: '',
			description: 'Only needed when the .p12 file of the decryption key holds several keys',
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
			description: 'The field that carries the encrypted payload',
		},
		{
			displayName: 'Card Reference Key',
			name: 'cardReferenceKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A secret of your own, of any length. With it, results carry a reference that is the same for the same card and cannot be turned back into the card number.',
		},
	];

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		authenticateMastercardApi(requestOptions, credentials, new Date());

	/**
	 * No documented operation is free of charge and of side effects, so the test asks for a path of Consumer Credit
	 * Analytics that is none. Wrong keys, passwords and certificates are found before anything is sent, and the sentence
	 * from `authenticate` is shown. n8n shows only one fixed message for each status, hence the alternatives in them; it
	 * counts a status as success only if it is ignored, hence the list.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.environment === "custom" ? $credentials.baseUrl : $credentials.environment === "production" ? "https://api.mastercard.com" : "https://sandbox.api.mastercard.com" }}',
			url: TEST_PATH,
			method: 'GET',
			ignoreHttpStatusErrors: { ignore: true, except: EVERY_OTHER_FAILURE },
		},
		// n8n walks the list and takes each rule by its own type; only its typings want them all alike.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						"Mastercard could not read the signature (400). Check that 'Consumer Key' is complete, and that 'Environment' is the one it was made for.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Mastercard refused the signature (401). Check that 'Consumer Key' and 'Signing Key' belong to the same key of your project, and that 'Environment' is the one they were made for. The same answer comes when the clock of this machine is wrong, or when the project does not include Consumer Credit Analytics.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						"Mastercard knows the key but does not admit it (403). Check on Mastercard Developers that it is active, and that the project includes the API for this 'Environment'.",
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'Errors',
					value: undefined,
					message:
						"Something answered, but not as Mastercard does. Check 'Base URL', and whether a proxy stands in between.",
				},
			},
		] as IAuthenticateRuleResponseCode[],
	};
}
