/**
 * Opens a PKCS#12 file (.p12) with node-forge: Node's own crypto cannot extract the key, and does not support the RC2-40
 * files of older tools.
 */
import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import type { Asn1, Pkcs12 } from '../libraries/nodeForge';
import { chooseKey, type Pkcs12Key } from './chooseKey';
import { CredentialFieldError } from './CredentialFieldError';
import { memoize } from './memoize';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';
import { readWithForge, type Forge } from './readWithForge';
import { toCertificates } from './toCertificates';

interface Pkcs12File {
	keys: Pkcs12Key[];
	certificates: X509Certificate[];
}

/**
 * A file that is used in two fields is opened once, even with different aliases.
 *
 * @param der the file
 * @param input its alias (needed only when the file contains several keys) and password
 * @param fields the names of the fields in messages
 * @throws CredentialFieldError for a wrong password or alias, no key, a damaged file, or another key's certificate
 */
export async function openPkcs12(
	der: Buffer,
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): Promise<PrivateKeyEntry> {
	const password = input.password ?? '';
	const { keys, certificates } = await memoize(['.p12', der.toString('base64'), password], () =>
		decrypt(der, password, fields),
	);
	const { key, alias } = chooseKey(keys, input.alias?.trim() ?? '', fields);
	if (key === null) throw damaged(fields);
	const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
	if (certificates.length > 0 && !certificate) {
		throw new CredentialFieldError(
			'CERTIFICATE_MISMATCH',
			fields.key,
			`The .p12 file in '${fields.key}' contains a certificate that belongs to another key. Download the file from Mastercard Developers, or export it, again.`,
		);
	}
	return { key, ...(alias && { alias }), ...(certificate && { certificate }) };
}

async function decrypt(
	der: Buffer,
	password: string,
	fields: PrivateKeyFields,
): Promise<Pkcs12File> {
	try {
		return await readWithForge((forge) => {
			const { asn1, pkcs12, util } = forge;
			const content = asn1.fromDer(util.createBuffer(der.toString('binary')), false);
			return getContents(forge, pkcs12.pkcs12FromAsn1(content, false, password));
		}, fields.key);
	} catch (cause) {
		throw cause instanceof CredentialFieldError ? cause : toPkcs12Error(cause, password, fields);
	}
}

/** forge reports a wrong password only in the message: the MAC does not match, or decryption fails. */
function toPkcs12Error(
	cause: unknown,
	password: string,
	fields: PrivateKeyFields,
): CredentialFieldError {
	if (!/password|decrypt/i.test(String(cause))) return damaged(fields);
	if (password === '') {
		return new CredentialFieldError(
			'PASSWORD_REQUIRED',
			fields.password,
			`The .p12 file in '${fields.key}' is protected by a password. Enter it in '${fields.password}'.`,
		);
	}
	return new CredentialFieldError(
		'WRONG_PASSWORD',
		fields.password,
		`'${fields.password}' does not open the .p12 file in '${fields.key}'. Use the password that was set when the file was created.`,
	);
}

function damaged(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'UNREADABLE',
		fields.key,
		`The .p12 file in '${fields.key}' is damaged or incomplete. Encode the original file as Base64 again and paste all of it.`,
	);
}

function getContents(forge: Forge, file: Pkcs12.Pkcs12Pfx): Pkcs12File {
	const { oids } = forge.pki;
	const getBags = (type: string | undefined) =>
		file.getBags({ bagType: type as string })[type as string] as Pkcs12.Bag[];
	return {
		keys: [...getBags(oids.pkcs8ShroudedKeyBag), ...getBags(oids.keyBag)].map((bag) => {
			const alias = getAlias(bag);
			return { key: toKeyObject(forge, bag), ...(alias !== undefined && { alias }) };
		}),
		certificates: toCertificates(getBags(oids.certBag).map((bag) => getDer(forge, bag))),
	};
}

function getAlias(bag: Pkcs12.Bag): string | undefined {
	const { friendlyName } = bag.attributes as { friendlyName?: string[] };
	return friendlyName?.[0];
}

/** forge parses RSA keys only; of others it returns the ASN.1, so that a message can name the kind. */
function toKeyObject({ asn1, pki }: Forge, bag: Pkcs12.Bag): KeyObject | null {
	const info = bag.key
		? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key))
		: (bag.asn1 as Asn1.Asn1);
	try {
		return createPrivateKey({ key: toDer(asn1, info), format: 'der', type: 'pkcs8' });
	} catch {
		return null;
	}
}

function getDer({ asn1, pki }: Forge, bag: Pkcs12.Bag): Buffer {
	return toDer(asn1, bag.cert ? pki.certificateToAsn1(bag.cert) : (bag.asn1 as Asn1.Asn1));
}

function toDer(asn1: Forge['asn1'], content: Asn1.Asn1): Buffer {
	return Buffer.from(asn1.toDer(content).getBytes(), 'binary');
}
