import { run } from '../../demo/run';

const script = (text: string) => run(process.execPath, ['-e', text]);

test('the standard output of a program is returned', async () => {
	expect(await script('console.log("one\\ntwo"); console.error("three")')).toBe('one\ntwo');
});

test('a failure is reported with the last lines of both outputs', async () => {
	const text = 'for (let i = 1; i < 20; i++) console.log(`line ${i}`); process.exitCode = 3;';
	await expect(script(`${text} console.error("cause")`)).rejects.toThrow(/line 13\n[^]*cause/);
	await expect(script(text)).rejects.not.toThrow(/line 11\n/);
});

test('a program that does not exist is named', async () => {
	await expect(run('no-such-program', [])).rejects.toThrow(/"no-such-program" failed:\s.*ENOENT/);
});
