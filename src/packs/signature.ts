/** ECDSA on P-256 with SHA-256 (FIPS 186-5): the one that all browsers we run in know. */
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * @param signature r and s, one after the other, in base64
 * @param publicKey SPKI, in base64
 * @returns whether a text is what the owner of this key signed; a key or a signature that is none signs nothing
 */
export async function isSignedBy(text: string, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), CURVE, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, key, fromBase64(signature), new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
