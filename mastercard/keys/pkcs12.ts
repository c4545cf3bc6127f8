/**
 * Opens a PKCS#12 file (.p12) with node-forge: Node's own crypto cannot give the key out, and refuses the RC2-40 files
 * that older tools write.
 */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { asn1, pkcs12, pki, util, type Asn1, type Pkcs12 } from '../libraries';
import { CredentialFieldError } from './CredentialFieldError';
import type { PrivateKeyEntry, PrivateKeyFields, PrivateKeyInput } from './privateKeyTypes';

/**
 * @param der the file
 * @param input its alias (needed only when the file holds several keys) and password
 * @param fields the names that the sentences use
 * @throws CredentialFieldError for a wrong password or alias, no key, a damaged file, or a foreign certificate
 */
export function openPkcs12(
	der: Buffer,
	input: PrivateKeyInput,
	fields: PrivateKeyFields,
): PrivateKeyEntry {
	const file = decrypt(der, input.password ?? '', fields);
	const bag = chooseKeyBag(getKeyBags(file), input.alias?.trim() ?? '', fields);
	const key = toKeyObject(bag, fields);
	const certificates = getBags(file, pki.oids.certBag as string).flatMap(toCertificate);
	const certificate = certificates.find((candidate) => candidate.checkPrivateKey(key));
	if (certificates.length > 0 && !certificate) {
		throw new CredentialFieldError(
			'CERTIFICATE_MISMATCH',
			fields.key,
			`The .p12 file in '${fields.key}' holds a certificate that belongs to another key. Download the file again from Mastercard Developers, or export it anew.`,
		);
	}
	const alias = getAlias(bag);
	return { key, ...(alias && { alias }), ...(certificate && { certificate }) };
}

function decrypt(der: Buffer, password: string, fields: PrivateKeyFields): Pkcs12.Pkcs12Pfx {
	let file: Asn1.Asn1;
	try {
		file = asn1.fromDer(util.createBuffer(der.toString('binary')), false);
	} catch {
		throw damaged(fields);
	}
	try {
		return pkcs12.pkcs12FromAsn1(file, false, password);
	} catch (cause) {
		throw notOpened(cause, password, fields);
	}
}

/** forge tells a wrong password only by text: a MAC that does not match, or contents that do not decrypt. */
function notOpened(
	cause: unknown,
	password: string,
	fields: PrivateKeyFields,
): CredentialFieldError {
	const reason = cause instanceof Error ? cause.message : '';
	if (!/password|decrypt/i.test(reason)) return damaged(fields);
	if (password === '') {
		return new CredentialFieldError(
			'PASSWORD_REQUIRED',
			fields.password,
			`The .p12 file in '${fields.key}' is protected by a password. Fill in '${fields.password}'.`,
		);
	}
	return new CredentialFieldError(
		'WRONG_PASSWORD',
		fields.password,
		`'${fields.password}' does not open the .p12 file in '${fields.key}'. Use the password that was set when the file was made.`,
	);
}

function damaged(fields: PrivateKeyFields): CredentialFieldError {
	return new CredentialFieldError(
		'UNREADABLE',
		fields.key,
		`The .p12 file in '${fields.key}' is damaged or incomplete. Encode the original file as Base64 again and paste all of it.`,
	);
}

function getBags(file: Pkcs12.Pkcs12Pfx, bagType: string): Pkcs12.Bag[] {
	return file.getBags({ bagType })[bagType] ?? [];
}

function getKeyBags(file: Pkcs12.Pkcs12Pfx): Pkcs12.Bag[] {
	return [pki.oids.pkcs8ShroudedKeyBag, pki.oids.keyBag].flatMap((oid) =>
		getBags(file, oid as string),
	);
}

function getAlias(bag: Pkcs12.Bag): string | undefined {
	const attributes = bag.attributes as { friendlyName?: string[] } | undefined;
	return attributes?.friendlyName?.[0];
}

function chooseKeyBag(bags: Pkcs12.Bag[], alias: string, fields: PrivateKeyFields): Pkcs12.Bag {
	const aliases = bags.map(getAlias).filter((name) => name !== undefined);
	const present = aliases.map((name) => `'${name}'`).join(', ');
	const [only] = bags;
	if (!only) {
		throw new CredentialFieldError(
			'NO_KEY',
			fields.key,
			`The .p12 file in '${fields.key}' holds no private key. Use the file that holds the key itself, not only its certificate.`,
		);
	}
	// A file whose only key has no name has nothing that an alias could contradict.
	if (bags.length === 1 && (alias === '' || aliases.length === 0)) return only;
	if (fields.alias === undefined) {
		throw new CredentialFieldError(
			'ALIAS_REQUIRED',
			fields.key,
			`The .p12 file in '${fields.key}' holds ${bags.length} keys. Export the one to use to a file of its own.`,
		);
	}
	if (alias === '') {
		throw new CredentialFieldError(
			'ALIAS_REQUIRED',
			fields.alias,
			`The .p12 file in '${fields.key}' holds ${bags.length} keys. Fill in '${fields.alias}' with one of ${present}.`,
		);
	}
	// Java's keytool stores aliases in lower case whatever was typed.
	const found =
		bags.find((bag) => getAlias(bag) === alias) ??
		bags.find((bag) => getAlias(bag)?.toLowerCase() === alias.toLowerCase());
	if (found) return found;
	throw new CredentialFieldError(
		'WRONG_ALIAS',
		fields.alias,
		`'${fields.alias}' names no key of the .p12 file in '${fields.key}'. It holds ${present}.`,
	);
}

/** forge reads RSA keys only, and leaves the ASN.1 of any other kind for us to name. */
function toKeyObject(bag: Pkcs12.Bag, fields: PrivateKeyFields): KeyObject {
	const info = bag.key
		? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key))
		: (bag.asn1 as Asn1.Asn1);
	try {
		return createPrivateKey({ key: toDer(info), format: 'der', type: 'pkcs8' });
	} catch {
		throw damaged(fields);
	}
}

function toCertificate(bag: Pkcs12.Bag): X509Certificate[] {
	const content = bag.cert ? pki.certificateToAsn1(bag.cert) : (bag.asn1 as Asn1.Asn1 | undefined);
	if (!content) return [];
	try {
		return [new X509Certificate(toDer(content))];
	} catch {
		return [];
	}
}

function toDer(content: Asn1.Asn1): Buffer {
	return Buffer.from(asn1.toDer(content).getBytes(), 'binary');
}
