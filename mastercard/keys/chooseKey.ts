/** Chooses the key that an alias names among those of a .p12 file. */
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

/** @throws CredentialFieldError when there is no key, or not exactly one that the alias can mean */
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
			`The .p12 file in '${fields.key}' holds no private key. Use the file that holds the key itself, not only its certificate.`,
		);
	}
	// A file whose only key has no name has nothing that an alias could contradict.
	if (keys.length === 1 && (alias === '' || aliases.length === 0)) return only;
	if (alias === '') {
		throw new CredentialFieldError(
			'ALIAS_REQUIRED',
			fields.alias,
			`The .p12 file in '${fields.key}' holds ${keys.length} keys. Fill in '${fields.alias}' with one of ${list}.`,
		);
	}
	// Java's keytool stores aliases in lower case whatever was typed.
	const found =
		keys.find((key) => key.alias === alias) ??
		keys.find((key) => key.alias?.toLowerCase() === alias.toLowerCase());
	if (found) return found;
	throw new CredentialFieldError(
		'WRONG_ALIAS',
		fields.alias,
		`'${fields.alias}' names no key of the .p12 file in '${fields.key}'. It holds ${list}.`,
	);
}
