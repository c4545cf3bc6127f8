/** The parts of node-forge that open key files. Its index would bring TLS, HTTP, SSH and sockets along. */
declare module 'node-forge/lib/asn1' {
	import { asn1 } from 'node-forge';
	export = asn1;
}
declare module 'node-forge/lib/pkcs12' {
	import { pkcs12 } from 'node-forge';
	export = pkcs12;
}
declare module 'node-forge/lib/pki' {
	import { pki } from 'node-forge';
	export = pki;
}
declare module 'node-forge/lib/util' {
	import { util } from 'node-forge';
	export = util;
}
