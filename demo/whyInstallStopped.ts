/** Turns what pnpm printed into one sentence about what to do. */

const CAUSES: Array<{ seen: RegExp; sentence: string }> = [
	{
		seen: /ENOSPC|no space left/i,
		sentence: 'The disk is full. Free about 4 GB and run the command again.',
	},
	{
		seen: /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL/,
		sentence:
			'The npm registry could not be reached. Check the network connection (and the proxy settings of npm, if you use a proxy) and run the command again; it continues where it stopped.',
	},
	{
		seen: /CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/,
		sentence:
			'The npm registry answered with a certificate that Node.js does not trust. Set "cafile" in your npm settings to the certificate of your company network and run the command again.',
	},
	{
		seen: /EACCES|EPERM/,
		sentence:
			'A file could not be written. Check that this folder and the npm cache in your home folder belong to you and run the command again.',
	},
	{
		seen: /ERR_PNPM_(NO_MATCHING_VERSION|FETCH_404|TARBALL_INTEGRITY)/,
		sentence: 'The npm registry does not have a package as locked. Try another registry.',
	},
];

/**
 * Says why an installation stopped.
 * @param printed Everything pnpm printed.
 * @param logFile Where the reader finds it.
 */
export function whyInstallStopped(printed: string, logFile: string): string {
	const cause = CAUSES.find(({ seen }) => seen.test(printed));
	const sentence = cause?.sentence ?? 'n8n could not be installed.';
	return `${sentence} All details: ${logFile}`;
}
