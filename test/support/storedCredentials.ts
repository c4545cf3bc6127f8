/**
 * What n8n's own `CredentialsHelper` does around a credential type, reimplemented because the n8n package is too
 * large to install for tests: it stores the credential, fills in defaults, calls `preAuthentication` when the expirable
 * field is empty or was declined, stores the result, and authenticates. After `credentials-helper.js` of n8n 2.40.
 */
import {
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
} from 'n8n-workflow';

export class StoredCredentials extends ICredentialsHelper {
	/** By credential type; n8n would keep them encrypted in its database. */
	readonly stored: Record<string, ICredentialDataDecryptedObject>;

	constructor(
		private readonly types: ReadonlyMap<string, ICredentialType>,
		data: Readonly<Record<string, object>>,
	) {
		super();
		this.stored = Object.fromEntries(
			Object.entries(data).map(([type, fields]) => [type, { ...fields }]),
		) as Record<string, ICredentialDataDecryptedObject>;
	}

	override getParentTypes = () => [];
	override isCredentialUsableByNode = () => true;

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		if (typeof authenticate !== 'function') throw new Error(`${typeName} does not authenticate.`);
		return await authenticate(credentials, options);
	}

	override async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = this.type(typeName);
		const expirable = properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || preAuthentication === undefined) return undefined;
		const isTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable] !== '' && !credentialsExpired && !isTest) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		if (output[expirable] === undefined || node.credentials === undefined) return undefined;
		this.stored[typeName] = {
			...this.stored[typeName],
			...output,
		} as ICredentialDataDecryptedObject;
		return Object.assign(credentials, output);
	}

	override runPreAuthentication = () => Promise.resolve(undefined);
	override getCredentials = () => Promise.reject(new Error('Not stored in tests.'));

	override getDecrypted = (
		_additional: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	) => {
		const data = this.stored[type];
		if (data === undefined)
			return Promise.reject(new Error(`The test has no credential of type ${type}.`));
		const { properties } = this.type(type);
		const filled = NodeHelpers.getNodeParameters(
			properties,
			data as never,
			true,
			false,
			null,
			null,
		);
		return Promise.resolve({ ...filled } as ICredentialDataDecryptedObject);
	};

	override updateCredentials = () => Promise.resolve();
	override updateCredentialsOauthTokenData = () => Promise.resolve();
	override getCredentialsProperties = () => [];

	private type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`The package has no credential type ${name}.`);
		return type;
	}
}
