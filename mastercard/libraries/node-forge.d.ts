/** node-forge by parts: they add themselves to the object that `lib/forge` exports. */
declare module 'node-forge/lib/forge' {
	import forge from 'node-forge';
	export = forge;
}
declare module 'node-forge/lib/pki';
declare module 'node-forge/lib/pkcs12';
declare module 'node-forge/lib/md.all';
