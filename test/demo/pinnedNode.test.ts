import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pinnedNode } from '../../demo/pinnedNode';

const { optionalDependencies } = JSON.parse(
	readFileSync(path.join(__dirname, '../../demo/n8n/package.json'), 'utf8'),
) as { optionalDependencies: Record<string, string> };

test.each(['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'])(
	'%s has a Node.js 24 among the locked packages',
	(platform) => {
		const [, packageName = ''] = pinnedNode('modules', platform).split(path.sep);
		expect(optionalDependencies[packageName]).toMatch(/^24\.\d+\.\d+$/);
	},
);

test('an unsupported platform is named, with the alternative', () => {
	expect(() => pinnedNode('modules', 'sunos-x64')).toThrow(/this machine is sunos-x64\. .*README/);
});
