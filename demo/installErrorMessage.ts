/** Explains a failed installation of n8n. */

const CAUSES: Array<{ pattern: RegExp; message: string }> = [
	{
		pattern: /ENOSPC|no space left/i,
		message: 'The disk is full. Free up about 4 GB and run the command again.',
	},
	{
		pattern:
			/ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL/,
		message:
			'The npm registry could not be reached. Check your network connection (and the proxy settings of npm, if you use a proxy) and run the command again; it resumes where it stopped.',
	},
	{
		pattern: /CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/,
		message:
			'The npm registry presented a certificate that Node.js does not trust. Set "cafile" in your npm configuration to your company\'s CA certificate and run the command again.',
	},
	{
		pattern: /EACCES|EPERM/,
		message:
			'A file could not be written. Check that you own this folder and the npm cache in your home folder, and run the command again.',
	},
	{
		pattern: /ERR_PNPM_(NO_MATCHING_VERSION|FETCH_404|TARBALL_INTEGRITY)/,
		message:
			'The npm registry does not have a package in the locked version. Try another registry.',
	},
];

/**
 * Returns the most likely cause of a failed installation and what to do about it.
 * @param output Everything pnpm printed.
 * @param logFile Where the output was saved.
 */
export function installErrorMessage(output: string, logFile: string): string {
	const cause = CAUSES.find(({ pattern }) => pattern.test(output));
	const message = cause?.message ?? 'n8n could not be installed.';
	return `${message} For details, see ${logFile}`;
}
