/**
 * The parts of node-forge that open key files, without its TLS, HTTP, SSH and sockets. The build replaces the compiled
 * file by a bundle, which is loaded only when a key file needs it. Nothing but re-exports and types belongs here.
 */
import 'node-forge/lib/pki';
import 'node-forge/lib/pkcs12';
// All hash functions: a .p12 names the one it was made with.
import 'node-forge/lib/md.all';

export { default as forge } from 'node-forge/lib/forge';
export type { asn1 as Asn1, pkcs12 as Pkcs12, util as Util } from 'node-forge';
