// WARC files that warcio.js wrote, cleaned, and read again by warcio.js.
// usage: check.mjs COPYDESK FOLDER, where FOLDER has node_modules/warcio
import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { createReadStream, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { pathToFileURL } from 'url';

const [program, folder] = process.argv.slice(2);
const resolve = createRequire(folder + '/').resolve;
const { WARCParser, WARCRecord, WARCSerializer } =
	await import(pathToFileURL(resolve('warcio')));

const towns = ['Tarnwick', 'Ellis Sound', 'Millherald', 'Quillby'];
const sha1 = { algo: 'sha-1', prefix: 'sha1:', base32: true };

function article(i) {
	const town = towns[i % towns.length];
	const text = `The council of ${town} met on day ${i}, and it sat long.`;

	return i % 3 ? `${text}\n\nHe  said "no" , twice.\n` : `${text}\n`;
}

async function* bytes(text) {
	yield new TextEncoder().encode(text);
}

async function write(path, gzip) {
	const parts = [];

	for (let i = 0; i < 60; i++) {
		const record = await WARCRecord.create({
			url: `https://example.org/${i}`,
			date: '2020-11-23T10:00:00Z',
			type: i % 10 ? 'conversion' : 'resource',
			warcVersion: i % 2 ? 'WARC/1.0' : 'WARC/1.1',
			warcHeaders: { 'Content-Type': 'text/plain' },
		}, bytes(article(i)));
		parts.push(await WARCSerializer.serialize(record,
			{ gzip, digest: sha1 }));
	}
	writeFileSync(path, Buffer.concat(parts));
}

async function read(path) {
	const records = [];
	const parser = new WARCParser(createReadStream(path));

	for await (const record of parser)
		records.push({
			headers: record.warcHeaders.headers,
			type: record.warcType,
			block: Buffer.from(await record.readFully(false)),
		});
	return records;
}

function base32(buffer) {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	let bits = '';

	for (const byte of buffer)
		bits += byte.toString(2).padStart(8, '0');
	return bits.match(/.{5}/g).map((five) => letters[parseInt(five, 2)])
		.join('');
}

function wanted(block) {
	return execFileSync(program, ['--no-config', '--format=text'],
		{ input: block });
}

let failures = 0;

function is(name, want, got) {
	if (String(want) === String(got))
		return;
	console.log(`not ok ${name}: wanted [${want}], got [${got}]`);
	failures++;
}

function compare(name, before, after) {
	const digest = (block) =>
		'sha1:' + base32(createHash('sha1').update(block).digest());

	is(`${name}: has digests`, true,
		before.some((r) => r.headers.get('WARC-Block-Digest')));
	is(`${name}: records`, before.length, after.length);
	before.forEach((old, i) => {
		const fresh = after[i];
		const text = old.type === 'conversion' ? wanted(old.block)
						       : old.block;

		is(`${name} ${i}: block`, text, fresh.block);
		is(`${name} ${i}: Content-Length`, fresh.block.length,
			fresh.headers.get('Content-Length'));
		for (const field of ['WARC-Block-Digest', 'WARC-Payload-Digest'])
			if (old.headers.get(field))
				is(`${name} ${i}: ${field}`, digest(fresh.block),
					fresh.headers.get(field));
		for (const [field, value] of old.headers)
			if (!/digest|length/i.test(field))
				is(`${name} ${i}: ${field}`, value,
					fresh.headers.get(field));
	});
}

for (const ending of ['warc', 'warc.gz']) {
	const raw = `${folder}/raw.${ending}`, clean = `${folder}/clean.${ending}`;

	await write(raw, ending === 'warc.gz');
	execFileSync(program, ['--no-config', '-q', '-o', clean, raw]);
	compare(ending, await read(raw), await read(clean));
	execFileSync(program, ['--no-config', '-q', '-o', clean + '.2', clean]);
	if (ending === 'warc')
		is('a second run', readFileSync(clean), readFileSync(clean + '.2'));
}
console.log(failures ? 'check-warc: FAILED' : 'ok check-warc');
process.exit(failures ? 1 : 0);
