import { createHash, createPublicKey, createSign, type KeyObject } from 'node:crypto';

/**
 * A Chromium package (CRX3): a zip with a signed header before it.
 * Format: `components/crx_file/crx3.proto` and `crx_creator.cc` in Chromium. Written here because
 * `chromium --pack-extension` puts the hour of packing into the file, so that two runs differ.
 * @param key RSA private key; the package's id follows from it
 */
export function crx(zip: Uint8Array, key: KeyObject): Buffer {
  const publicKey = publicKeyOf(key);
  const signedData = field(1, idBytes(publicKey));
  const signature = createSign('sha256')
    .update('CRX3 SignedData\x00', 'latin1')
    .update(uint32(signedData.length))
    .update(signedData)
    .update(zip)
    .sign(key);
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

/** @returns the public half of a key, as in `manifest.key` before base64. */
export function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** @returns the id that Chromium gives to an extension with this public key: 32 letters from a to p. */
export function extensionId(publicKey: Uint8Array): string {
  const hex = Buffer.from(idBytes(publicKey)).toString('hex');
  return [...hex].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

function idBytes(publicKey: Uint8Array): Uint8Array {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16);
}

/** A length-delimited field of a protocol buffer. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
