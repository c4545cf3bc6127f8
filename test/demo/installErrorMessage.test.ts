import { installErrorMessage } from '../../demo/installErrorMessage';

test.each([
	['ENOSPC: no space left on device, write', 'The disk is full.'],
	['getaddrinfo ENOTFOUND registry.example', 'The npm registry could not be reached.'],
	['connect ECONNREFUSED 127.0.0.1:4873', 'The npm registry could not be reached.'],
	['unable to verify: UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate that Node.js does not trust'],
	["EACCES: permission denied, mkdir '/x'", 'A file could not be written.'],
	['ERR_PNPM_NO_MATCHING_VERSION', 'does not have a package in the locked version'],
	['something else', 'n8n could not be installed.'],
])('"%s" is explained as: %s', (output, message) => {
	const explanation = installErrorMessage(`line before\n${output}\n`, '/logs/install.log');
	expect(explanation).toContain(message);
	expect(explanation).toContain('/logs/install.log');
});
