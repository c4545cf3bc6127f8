import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { checkSealingKey } from '../../../mastercard/keys/checkSealingKey';
import { getFieldError, privateKey } from '../../support/keyFixtures';

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey;

test.each<[string, () => KeyObject]>([
	['RSA with 2048 bits', () => privateKey('signing.pkcs8.pem')],
	['P-256', () => ec('prime256v1')],
	['P-384', () => ec('secp384r1')],
	['P-521', () => ec('secp521r1')],
])('a card may be sealed for %s', (_, getKey) => {
	expect(checkSealingKey(getKey(), 'Card Sealing Key')).toBeUndefined();
});

test.each<[string, () => KeyObject]>([
	['RSA with 1024 bits', () => rsa(1024)],
	['RSA with 2040 bits', () => rsa(2040)],
	['P-192', () => ec('prime192v1')],
	['secp256k1', () => ec('secp256k1')],
	['Ed25519', () => generateKeyPairSync('ed25519').privateKey],
	['X25519', () => generateKeyPairSync('x25519').privateKey],
	['RSA-PSS', () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey],
])('not for %s', (_, getKey) => {
	const error = getFieldError(() => checkSealingKey(getKey(), 'Card Sealing Key'));
	expect([error.code, error.field]).toEqual(['UNSUITABLE_KEY', 'Card Sealing Key']);
	expect(error.message).toMatch(/'Card Sealing Key' is not suitable.*P-256.*2048 bits/);
});
