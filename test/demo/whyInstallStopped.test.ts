import { whyInstallStopped } from '../../demo/whyInstallStopped';

test.each([
	['ENOSPC: no space left on device, write', 'The disk is full.'],
	['getaddrinfo ENOTFOUND registry.example', 'The npm registry could not be reached.'],
	['connect ECONNREFUSED 127.0.0.1:4873', 'The npm registry could not be reached.'],
	['unable to verify: UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate that Node.js does not trust'],
	["EACCES: permission denied, mkdir '/x'", 'A file could not be written.'],
	['ERR_PNPM_NO_MATCHING_VERSION', 'does not have a package as locked'],
	['something else', 'n8n could not be installed.'],
])('"%s" is explained as: %s', (printed, sentence) => {
	const explained = whyInstallStopped(`line before\n${printed}\n`, '/logs/install.log');
	expect(explained).toContain(sentence);
	expect(explained).toContain('/logs/install.log');
});
