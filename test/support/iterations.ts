// Key files that demand any number of iterations of key derivation, made from those of test/fixtures/keys.
import forge from 'node-forge';

const { asn1, util } = forge;
type Node = forge.asn1.Asn1;

/** Every INTEGER of the file that is a number of iterations: OpenSSL writes 2048, Java's keytool 10000. */
const COUNTS = ['\x08\x00', '\x27\x10'];

/** How many derivations the file describes where they can be seen without its password. */
export const countDerivations = (der: Buffer): number => rewrite(der, () => undefined).seen;

/**
 * @param der a .p12 file or an encrypted PKCS#8 key
 * @param which the derivation to change, in the order of the file; the last one of a .p12 is that of its MAC. Where
 * it is another one, the MAC, which would no longer hold, is left out.
 */
export function withIterations(der: Buffer, iterations: number, which: number): Buffer {
	const { root, seen } = rewrite(der, (index) =>
		index === which ? asn1.integerToDer(iterations).getBytes() : undefined,
	);
	if (which < seen - 1 && Array.isArray(root.value)) root.value.length = 2;
	return Buffer.from(asn1.toDer(root).getBytes(), 'binary');
}

function rewrite(der: Buffer, replace: (index: number) => string | undefined) {
	let seen = 0;
	const visit = (node: Node): Node => {
		if (Array.isArray(node.value)) {
			node.value = node.value.map(visit);
		} else if (node.type === asn1.Type.INTEGER && COUNTS.includes(node.value)) {
			node.value = replace(seen++) ?? node.value;
		} else if (node.type === asn1.Type.OCTETSTRING && node.value.startsWith('\x30')) {
			const inner = parse(node.value);
			if (inner) node.value = asn1.toDer(visit(inner)).getBytes();
		}
		return node;
	};
	const root = visit(asn1.fromDer(util.createBuffer(der.toString('binary'))));
	return { root, seen };
}

/** Of an OCTET STRING that may hold anything. */
function parse(bytes: string): Node | undefined {
	try {
		return asn1.fromDer(util.createBuffer(bytes));
	} catch {
		return undefined;
	}
}
