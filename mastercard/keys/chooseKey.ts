/** Finds the key with a given alias in a .p12 file. */
import type { KeyObject } from 'node:crypto';
import { CredentialFieldError } from './CredentialFieldError';
import type { PrivateKeyFields } from './privateKeyTypes';

export interface Pkcs12Key {
	alias?: string;
	/** Null for one that is damaged. */
	key: KeyObject | null;
}

/** Characters of the aliases that a message lists. */
const MAX_LISTED = 300;

/** @throws CredentialFieldError when there is no key, or the alias does not identify one */
export function chooseKey(keys: Pkcs12Key[], alias: string, fields: PrivateKeyFields): Pkcs12Key {
	const aliases = keys.flatMap(({ alias: name }) => (name === undefined ? [] : [name]));
	const list = aliases
		.map((name) => `'${name}'`)
		.join(', ')
		.slice(0, MAX_LISTED);
	const [only] = keys;
	if (!only) {
		throw new CredentialFieldError(
			'NO_KEY',
			fields.key,
			`The .p12 file in '${fields.key}' contains no private key. Use the file that contains the key itself, not only its certificate.`,
		);
	}
	// If the only key has no alias, any alias will do.
	if (keys.length === 1 && (alias === '' || aliases.length === 0)) return only;
	if (fields.alias === undefined) {
		throw new CredentialFieldError(
			'ALIAS_REQUIRED',
			fields.key,
			`The .p12 file in '${fields.key}' contains ${keys.length} keys. Export the one to use to a file of its own.`,
		);
	}
	if (alias === '') {
		throw new CredentialFieldError(
			'ALIAS_REQUIRED',
			fields.alias,
			`The .p12 file in '${fields.key}' contains ${keys.length} keys. Turn on 'More Settings' and enter one of these in '${fields.alias}': ${list}.`,
		);
	}
	// Java's keytool stores aliases in lower case, however they were entered.
	const found =
		keys.find((key) => key.alias === alias) ??
		keys.find((key) => key.alias?.toLowerCase() === alias.toLowerCase());
	if (found) return found;
	throw new CredentialFieldError(
		'WRONG_ALIAS',
		fields.alias,
		`'${fields.alias}' is not the alias of a key in the .p12 file in '${fields.key}'. Its aliases are ${list}.`,
	);
}
